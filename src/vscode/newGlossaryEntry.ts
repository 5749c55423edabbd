import * as vscode from 'vscode';
import { placeInGlossary } from '../core/features/glossaryPlace';
import { parseNote } from '../core/notes/parseNote';
import { TextLines } from '../core/text';
import { toVscodeRange } from './convert';
import { chooseGlossary } from './extractCommand';
import type { Vault } from './vault';

/** How long the command waits for the vault to be read, in milliseconds. */
const longestWait = 3000;

/**
 * Asks for a term and puts an empty entry for it into the glossary, in its alphabetical place; where the vault has no glossary, offers to make
 * one. Takes the cursor to the entry, also to one that is there already. One edit, not saved.
 * @param note which glossaries count is a matter of the note that is written; `undefined` for none.
 */
export async function newGlossaryEntry(vault: Vault, note: vscode.TextDocument | undefined): Promise<void> {
  await vault.read(longestWait);
  const source = note
    ? { path: vault.pathOf(note.uri), note: vault.noteOf(note) }
    : { path: '', note: parseNote('') };
  const glossary = await chooseGlossary(vault, source, note?.uri ?? vault.root);
  const term = glossary && (await askTerm());
  if (!glossary || term === undefined) return;
  const known = vault.index.definitions(glossary.path).find((definition) => definition.term === term);
  if (known) return show(vault.uriOf(glossary.path), known.range.start.line);
  const text = glossary.isNew ? '' : await vault.textOf(glossary.path);
  if (text === undefined) return;
  const { edit, bodyLine } = placeInGlossary(glossary.path, new TextLines(text), { term, body: '' });
  const uri = vault.uriOf(glossary.path);
  const edits = new vscode.WorkspaceEdit();
  if (glossary.isNew) edits.createFile(uri, { contents: new TextEncoder().encode(edit.newText) });
  else edits.replace(uri, toVscodeRange(edit.range), edit.newText);
  if (await vscode.workspace.applyEdit(edits)) await show(uri, bodyLine);
}

async function askTerm(): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Glossary Entry'),
    prompt: vscode.l10n.t('Name of the term in its basic form'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('The name is missing.') : undefined),
  });
  return typed?.trim();
}

/** @param line 0-based. */
async function show(uri: vscode.Uri, line: number): Promise<void> {
  const place = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
}
