import * as vscode from 'vscode';
import { linkAt } from '../../core/features/positionLookups';
import type { Wikilink } from '../../core/notes/note';
import { toPosition, toVscodeRange } from '../convert';
import { noteSelector, type Vaults } from '../vaults';

/** Wikilinks and embeds as links: Ctrl+click, and Go to Definition with its peek. */
export function registerLinks(vaults: Vaults): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentLinkProvider(noteSelector, {
      provideDocumentLinks: (document) => documentLinks(document, vaults),
    }),
    vscode.languages.registerDefinitionProvider(noteSelector, {
      provideDefinition: (document, position) => definition(document, position, vaults),
    }),
  );
}

/** A file and the place in it that a link leads to; `undefined` for a link to nothing. */
function targetOf(
  document: vscode.TextDocument,
  link: Wikilink,
  vaults: Vaults,
): vscode.Location | undefined {
  const vault = vaults.vaultOf(document.uri);
  const target = vault.index.resolve(link, vault.pathOf(document.uri));
  if (target.status === 'missing') return undefined;
  const range = target.range ? toVscodeRange(target.range) : new vscode.Range(0, 0, 0, 0);
  return new vscode.Location(vault.uriOf(target.path), range);
}

function documentLinks(document: vscode.TextDocument, vaults: Vaults): vscode.DocumentLink[] {
  return vaults.noteOf(document).links.flatMap((link) => {
    const target = targetOf(document, link, vaults);
    if (!target) return [];
    const line = target.range.start.line + 1;
    const uri = line > 1 ? target.uri.with({ fragment: `L${line}` }) : target.uri;
    return [new vscode.DocumentLink(toVscodeRange(link.range), uri)];
  });
}

function definition(
  document: vscode.TextDocument,
  position: vscode.Position,
  vaults: Vaults,
): vscode.LocationLink[] | undefined {
  const link = linkAt(vaults.noteOf(document), toPosition(position));
  const target = link && targetOf(document, link, vaults);
  if (!link || !target) return undefined;
  return [
    { originSelectionRange: toVscodeRange(link.range), targetUri: target.uri, targetRange: target.range },
  ];
}
