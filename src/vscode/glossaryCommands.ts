import * as vscode from 'vscode';
import {
  blockInsertion,
  type DefinitionText,
  definitionCallout,
  definitionText,
} from '../core/features/definitionCallout';
import { choiceNamed, type TermChoice } from '../core/features/termChoices';
import type { Definition } from '../core/index/glossary';
import { TextLines } from '../core/text';
import type { Locale } from '../experiments/kit/localized';
import { commandIds } from './commands';
import { toPosition, toVscodeRange } from './convert';
import { registerExtractToGlossary } from './extractCommand';
import { openShippedTerm } from './glossaryPage';
import { newGlossaryEntry } from './newGlossaryEntry';
import { settings } from './settings';
import { allTermChoices, pickTerm } from './termPick';
import type { Vault } from './vault';
import { noteSelector, type Vaults } from './vaults';

/** How long a term that is named is waited for while the vault is read, in milliseconds. */
const longestWait = 3000;

/** The commands that look up, insert, extract and add terms. */
export function registerGlossaryCommands(vaults: Vaults): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.lookUpTerm, () => lookUpTerm(vaults)),
    vscode.commands.registerCommand(commandIds.insertDefinition, (name?: unknown) =>
      insertDefinition(vaults, typeof name === 'string' ? name : undefined),
    ),
    registerExtractToGlossary(vaults),
    vscode.commands.registerCommand(commandIds.newGlossaryEntry, async () => {
      const place = activePlace(vaults);
      if (place) await newGlossaryEntry(place.vault, place.editor?.document);
    }),
  );
}

/** Where terms are looked up. */
interface Place {
  readonly vault: Vault;
  readonly locale: Locale;
  /** The note that is being written; `undefined` for none. */
  readonly editor: vscode.TextEditor | undefined;
}

/** The active note and its vault; without a note, the first folder. `undefined` where there is neither. */
function activePlace(vaults: Vaults): Place | undefined {
  const active = vscode.window.activeTextEditor;
  const editor = active && vscode.languages.match(noteSelector, active.document) > 0 ? active : undefined;
  const uri = editor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const vault = editor ? vaults.vaultOf(editor.document.uri) : vaults.all()[0];
  return vault && { vault, editor, locale: settings.locale(uri) };
}

async function lookUpTerm(vaults: Vaults): Promise<void> {
  const place = activePlace(vaults);
  if (!place) return;
  const button = place.editor && {
    iconPath: new vscode.ThemeIcon('insert'),
    tooltip: vscode.l10n.t('Insert the definition at the cursor'),
  };
  const placeholder = vscode.l10n.t('Which term?');
  const picked = await pickTerm(place.vault, place.locale, { placeholder, button });
  if (picked?.isByButton) await insertChoice(picked.choice, place);
  else if (picked) await openChoice(picked.choice, place);
}

/** @param name of the term; `undefined` lets the user choose. */
async function insertDefinition(vaults: Vaults, name: string | undefined): Promise<void> {
  const place = activePlace(vaults);
  if (!place?.editor) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Open the note that shall have the definition.'));
    return;
  }
  if (name !== undefined) {
    await place.vault.read(longestWait);
    const choice = choiceNamed(await allTermChoices(place.vault, place.locale), name);
    if (choice) await insertChoice(choice, place);
    return;
  }
  const button = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open') };
  const placeholder = vscode.l10n.t('Which definition shall be inserted?');
  const picked = await pickTerm(place.vault, place.locale, { placeholder, button });
  if (picked?.isByButton) await openChoice(picked.choice, place);
  else if (picked) await insertChoice(picked.choice, place);
}

async function openChoice({ target }: TermChoice, { vault, locale }: Place): Promise<void> {
  if (target.kind === 'shipped') return openShippedTerm(target.entry.id, locale);
  const { path, range } = target.definition;
  await vscode.commands.executeCommand('vscode.open', vault.uriOf(path), { selection: toVscodeRange(range) });
}

/** Puts the definition as a block of its own where the cursor is, as one edit. */
async function insertChoice({ target }: TermChoice, { vault, locale, editor }: Place): Promise<void> {
  if (!editor) return;
  const { document } = editor;
  const definition =
    target.kind === 'shipped'
      ? await shippedText(target.entry.id, locale)
      : await vaultText(target.definition, vault, vault.pathOf(document.uri));
  if (!definition) return;
  const { range, newText } = blockInsertion(
    vault.noteOf(document),
    new TextLines(document.getText()),
    toPosition(editor.selection.active),
    definitionCallout(definition),
  );
  await editor.edit((edit) => edit.replace(toVscodeRange(range), newText));
}

async function shippedText(id: string, locale: Locale): Promise<DefinitionText | undefined> {
  const { definitionMarkdown, shippedTerm } = await import('../glossary/shippedGlossary');
  const term = shippedTerm(id);
  return (
    term && { term: term.names[locale][0], markdown: definitionMarkdown(term, locale), source: term.source }
  );
}

/** A definition as its note has it now; `undefined` when it is gone. */
async function vaultText(
  chosen: Definition,
  vault: Vault,
  source: string,
): Promise<DefinitionText | undefined> {
  const text = await vault.textOf(chosen.path);
  const { index } = vault;
  const note = index.note(chosen.path);
  const definition = index
    .definitions(chosen.path)
    .find(({ term, source }) => term === chosen.term && source === chosen.source);
  if (text === undefined || !note || !definition) return undefined;
  const from = { path: chosen.path, note, lines: new TextLines(text) };
  return definitionText(definition, from, { files: index.files, settings: vault.obsidian, source }, index);
}
