import * as vscode from 'vscode';
import { pageOf } from '../../core/features/linkPreview';
import { footnoteAt, footnoteDefinition, linkAt } from '../../core/features/positionLookups';
import type { Link } from '../../core/notes/note';
import { toPosition, toVscodeRange } from '../convert';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';

/** How long Go to Definition waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/** Links into the vault: Ctrl+click, and Go to Definition with its peek. */
export function registerLinks(vaults: Vaults): vscode.Disposable {
  const links = new NoteLinks(vaults);
  return vscode.Disposable.from(
    links,
    vaults.onDidChange((vault) => links.didChange(vault)),
    vscode.languages.registerDefinitionProvider(noteSelector, {
      provideDefinition: (document, position) => definition(document, position, vaults),
    }),
  );
}

/**
 * The links that VS Code underlines. It asks for those of a shown note when its text changes or a provider comes, and at no other time; so
 * where links lead somewhere else, as when the vault has been read or a note has been created, the provider comes anew.
 */
class NoteLinks implements vscode.Disposable {
  readonly #vaults: Vaults;
  /** What the links of each vault that was asked for stand on. */
  readonly #given = new Map<Vault, string>();
  #registration: vscode.Disposable;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
    this.#registration = this.#register();
  }

  didChange(vault: Vault): void {
    const given = this.#given.get(vault);
    if (given === undefined || given === revisionOf(vault)) return;
    this.#given.clear();
    this.#registration.dispose();
    this.#registration = this.#register();
  }

  dispose(): void {
    this.#registration.dispose();
  }

  #register(): vscode.Disposable {
    return vscode.languages.registerDocumentLinkProvider(noteSelector, {
      provideDocumentLinks: (document) => {
        const vault = this.#vaults.vaultOf(document.uri);
        const links = documentLinks(document, vault);
        this.#given.set(vault, revisionOf(vault));
        return links;
      },
    });
  }
}

/** Another text whenever links may lead somewhere else than before. */
function revisionOf({ index }: Vault): string {
  return `${index.namesRevision} ${index.placesRevision}`;
}

/** A file and the place in it that a link leads to. */
interface Target {
  readonly uri: vscode.Uri;
  /** The whole section or block. */
  readonly range: vscode.Range;
  /** What the link names: the heading's text, the block's id. */
  readonly selection: vscode.Range;
}

const top = new vscode.Range(0, 0, 0, 0);

/** Where a link leads, the best first; several for an ambiguous one, none for a link to nothing. */
function targetsOf(
  document: vscode.TextDocument,
  link: Link,
  vault: Pick<Vault, 'index' | 'pathOf' | 'uriOf'>,
): readonly Target[] {
  const target = vault.index.resolve(link, vault.pathOf(document.uri));
  if (target.status !== 'found') return [];
  const { place } = target;
  const selection = place ? toVscodeRange(place.range) : top;
  const range = place ? selection.union(new vscode.Range(place.lines.first, 0, place.lines.end, 0)) : top;
  const others = target.candidates.filter((path) => path !== target.path);
  return [
    { uri: vault.uriOf(target.path), range, selection },
    ...others.map((path) => ({ uri: vault.uriOf(path), range: top, selection: top })),
  ];
}

function documentLinks(document: vscode.TextDocument, vault: Vault): vscode.DocumentLink[] {
  return vault.noteOf(document).links.flatMap((link) => {
    const [target] = targetsOf(document, link, vault);
    if (!target) return [];
    const documentLink = new vscode.DocumentLink(
      toVscodeRange(link.range),
      target.uri.with({ fragment: fragmentOf(link, target) }),
    );
    documentLink.tooltip = vault.pathOf(target.uri);
    return [documentLink];
  });
}

/** What VS Code's editors understand, `L12`, and what viewers of PDF files do, `page=3`. */
function fragmentOf(link: Link, { selection }: Target): string {
  const page = pageOf(link.subpath);
  if (page !== undefined) return `page=${page}`;
  const line = selection.start.line + 1;
  return line > 1 ? `L${line}` : '';
}

async function definition(
  document: vscode.TextDocument,
  position: vscode.Position,
  vaults: Vaults,
): Promise<vscode.LocationLink[] | undefined> {
  const vault = vaults.vaultOf(document.uri);
  const note = vault.noteOf(document);
  const footnote = footnoteAt(note, toPosition(position));
  const explanation = footnote && footnoteDefinition(note, footnote.label);
  if (footnote && explanation) {
    const targetRange = toVscodeRange(explanation.range);
    return [{ originSelectionRange: toVscodeRange(footnote.range), targetUri: document.uri, targetRange }];
  }
  const link = linkAt(note, toPosition(position));
  if (!link) return undefined;
  await vault.read(longestWait);
  return targetsOf(document, link, vault).map(({ uri, range, selection }) => ({
    originSelectionRange: toVscodeRange(link.range),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: selection,
  }));
}
