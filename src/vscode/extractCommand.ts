import * as vscode from 'vscode';
import { type Extraction, type ExtractRefusal, extractToGlossary } from '../core/features/extractToGlossary';
import { glossaryPaths } from '../core/features/glossaryPlace';
import {
  type GlossarySelection,
  glossarySelection,
  type SelectionRefusal,
} from '../core/features/glossarySelection';
import type { NoteText } from '../core/features/linkWriting';
import { noteName } from '../core/index/linkResolver';
import { newNotePath } from '../core/index/obsidianSettings';
import { TextLines } from '../core/text';
import { commandIds } from './commands';
import { toPosition, toVscodeRange } from './convert';
import { checkHeld } from './disk';
import { settings } from './settings';
import type { Vault } from './vault';
import { noteSelector, type Vaults } from './vaults';

/** How long the command waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/** The command that makes the selection an entry of the glossary, also as a refactoring. */
export function registerExtractToGlossary(vaults: Vaults): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorExtract;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.extractToGlossary, (term?: unknown) =>
      extract(vaults, typeof term === 'string' ? term : undefined),
    ),
    vscode.languages.registerCodeActionsProvider(
      noteSelector,
      { provideCodeActions: (document, range) => actionsFor(document, range, kind) },
      { providedCodeActionKinds: [kind] },
    ),
  );
}

function actionsFor(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): vscode.CodeAction[] {
  if (range.isEmpty || document.getText(range).trim() === '') return [];
  const title = vscode.l10n.t('Extract to Glossary');
  const action = new vscode.CodeAction(title, kind);
  action.command = { command: commandIds.extractToGlossary, title };
  return [action];
}

/** Where an entry goes: a note that exists, or one to be made. */
export interface Glossary {
  readonly path: string;
  readonly isNew: boolean;
}

async function extract(vaults: Vaults, name: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || vscode.languages.match(noteSelector, editor.document) === 0) return;
  const { document } = editor;
  const vault = vaults.vaultOf(document.uri);
  await vault.read(longestWait);
  const { version } = document;
  const source = {
    path: vault.pathOf(document.uri),
    note: vault.noteOf(document),
    lines: new TextLines(document.getText()),
  };
  const { start, end } = editor.selection;
  const range = { start: toPosition(start), end: toPosition(end) };
  const selection = glossarySelection(source, range, vault.index.definitions(source.path));
  if ('refused' in selection) return warn(refusalText(selection));
  const term = name ?? (await termOf(selection));
  const glossary = term === undefined ? undefined : await chooseGlossary(vault, source, document.uri);
  if (term === undefined || !glossary) return;
  const text = glossary.isNew ? '' : await vault.textOf(glossary.path);
  if (text === undefined || document.version !== version) return warn(changedText(glossary.path));
  const files = glossary.isNew ? withFile(vault, glossary.path) : vault.index.files;
  const done = extractToGlossary(
    selection,
    term,
    { path: glossary.path, text },
    { index: vault.index, files, settings: vault.obsidian, source },
  );
  if ('refused' in done) return warn(refusalText(done, term));
  await apply(done, vault, document, glossary);
  if (done.glossary.length === 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The glossary explains “{0}” already; only the link was made.', term),
    );
}

/** The files as they are with one more. */
function withFile(vault: Vault, path: string): ReturnType<Vault['index']['files']['moved']> {
  const files = vault.index.files.moved(new Map());
  files.add(path);
  return files;
}

/** What the entry shall be called: a definition says it itself. `undefined` when the user gives up. */
async function termOf(selection: GlossarySelection): Promise<string | undefined> {
  if (selection.kind === 'definition' && selection.term !== undefined) return selection.term;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Extract to Glossary'),
    prompt: vscode.l10n.t('Name of the term in its basic form'),
    value: selection.term ?? '',
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('The name is missing.') : undefined),
  });
  return typed?.trim();
}

/**
 * The vault's glossary; asks where there are several, or none. `undefined` when the user gives up.
 * @param source the note that is written, by which glossaries are chosen.
 * @param document whose settings count.
 */
export async function chooseGlossary(
  vault: Vault,
  source: Pick<NoteText, 'path' | 'note'>,
  document: vscode.Uri,
): Promise<Glossary | undefined> {
  const { path, note } = source;
  const wanted = settings.glossary(document);
  const paths = glossaryPaths(vault.index.files, wanted, path, note.properties.glossaries);
  const [only] = paths;
  if (only !== undefined && paths.length === 1) return { path: only, isNew: false };
  const known = paths.map((label) => ({ label, glossary: { path: label, isNew: false } }));
  const placeHolder =
    paths.length > 0
      ? vscode.l10n.t('Into which glossary?')
      : vscode.l10n.t('This vault has no glossary yet.');
  const items =
    paths.length > 0 ? known : newGlossary(vault, path, note.properties.glossaries ?? wanted.notes, document);
  const chosen = (await vscode.window.showQuickPick(items, { placeHolder }))?.glossary;
  if (chosen?.isNew) await checkHeld(vault.root, vault.uriOf(chosen.path));
  return chosen;
}

/** The note that would be made: named in the user's language where the settings take that for a glossary. */
function newGlossary(
  vault: Vault,
  source: string,
  listed: readonly string[],
  document: vscode.Uri,
): readonly (vscode.QuickPickItem & { readonly glossary: Glossary })[] {
  const usual = settings.locale(document) === 'de' ? 'Glossar' : 'Glossary';
  const plain = listed.filter((name) => !/[*?[\]{}!]/.test(name));
  const name = plain.find((other) => noteName(other) === usual) ?? plain[0] ?? usual;
  const path = newNotePath(vault.obsidian, name, source);
  if (path === undefined) return [];
  return [{ label: vscode.l10n.t('Create the note “{0}”', path), glossary: { path, isNew: true } }];
}

/** One edit, which is undone as one. Takes the cursor to an entry that is to be filled. */
async function apply(
  { source, glossary, cursor }: Extraction,
  vault: Vault,
  document: vscode.TextDocument,
  { path, isNew }: Glossary,
): Promise<void> {
  const uri = vault.uriOf(path);
  const edit = new vscode.WorkspaceEdit();
  if (isNew) {
    const contents = new TextEncoder().encode(glossary.map(({ newText }) => newText).join(''));
    edit.createFile(uri, { contents });
  } else {
    for (const { range, newText } of glossary) edit.replace(uri, toVscodeRange(range), newText);
  }
  for (const { range, newText } of source) edit.replace(document.uri, toVscodeRange(range), newText);
  // Saved together, as after a rename: a link must not lead to an entry that is on no disk.
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (!isDone) return warn(changedText(path));
  if (!cursor) return;
  const place = new vscode.Position(cursor.line, cursor.column);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
}

function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}

function changedText(path: string): string {
  return vscode.l10n.t('Nothing was extracted: this note or “{0}” has changed meanwhile.', path);
}

function refusalText({ refused }: SelectionRefusal | ExtractRefusal, term = ''): string {
  const { l10n } = vscode;
  switch (refused) {
    case 'empty':
      return l10n.t('Select a term or its definition first.');
    case 'link':
      return l10n.t(
        'The selection is part of a link or contains one. Select text without links, or a whole definition.',
      );
    case 'heading':
      return l10n.t('Headings cannot go into the glossary: links to them would lead nowhere.');
    case 'no-prose':
      return l10n.t('The selection cuts code, a formula, a table or properties.');
    case 'footnote':
      return l10n.t('The selection has a footnote, which would be lost in the glossary.');
    case 'exists':
      return l10n.t('The glossary explains “{0}” already. The selected text was left as it is.', term);
    case 'unsafe':
      return l10n.t(
        'The entry cannot be written so that the rest of the glossary stays as it is. Is there a code block that is never closed?',
      );
  }
}
