import * as vscode from 'vscode';
import type { CalloutType } from '../../core/features/calloutTypes';
import { type Completion, type Completions, completionsAt } from '../../core/features/completion';
import { linkableBlocks } from '../../core/features/linkableBlocks';
import { parseNote } from '../../core/notes/parseNote';
import { TextLines } from '../../core/text';
import { commandIds } from '../commands';
import { toPosition, toVscodeRange } from '../convert';
import type { Vault } from '../vault';
import { noteSelector, type Vaults } from '../vaults';
import { registerDemoCompletion } from './demoCompletion';

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  note: vscode.CompletionItemKind.File,
  attachment: vscode.CompletionItemKind.File,
  alias: vscode.CompletionItemKind.Reference,
  heading: vscode.CompletionItemKind.Struct,
  block: vscode.CompletionItemKind.Text,
  display: vscode.CompletionItemKind.Text,
  tag: vscode.CompletionItemKind.Keyword,
  callout: vscode.CompletionItemKind.EnumMember,
};

/** A block that is to get an id: its note, and the id, which depends on the block's text. */
interface BlockIdOrder {
  readonly uri: string;
  readonly id: string;
}

/** Notes, aliases, headings, blocks and attachments in links, tags, callout types, and what notes say about demos. */
export function registerCompletion(vaults: Vaults): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      noteSelector,
      { provideCompletionItems: (document, position) => completionList(document, position, vaults) },
      ...['[', '#', '^', '!', '|', '/'],
    ),
    registerDemoCompletion(vaults),
    vscode.commands.registerCommand(commandIds.writeBlockId, (order: unknown) => writeBlockId(order)),
  );
}

async function completionList(
  document: vscode.TextDocument,
  position: vscode.Position,
  vaults: Vaults,
): Promise<vscode.CompletionList | undefined> {
  const vault = vaults.vaultOf(document.uri);
  // The vault may still be read: what is known already is offered, and VS Code asks again at the next keystroke.
  const completions = await completionsAt({
    index: vault.index,
    settings: vault.obsidian,
    path: vault.pathOf(document.uri),
    note: vault.noteOf(document),
    lines: new TextLines(document.getText()),
    position: toPosition(position),
    textOf: (path) => vault.textOf(path),
  });
  if (!completions) return undefined;
  const items = completions.items.map((item, index) => toItem(item, index, completions, vault, document));
  return new vscode.CompletionList(items, true);
}

function toItem(
  completion: Completion,
  index: number,
  { typed, range }: Completions,
  vault: Vault,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const label = { label: completion.label, description: description(completion) };
  const item = new vscode.CompletionItem(label, kinds[completion.kind]);
  item.insertText = completion.insertText;
  item.range = toVscodeRange(range);
  // What fits and in which order is decided; VS Code's own filter knows neither umlauts nor paths. The label behind it lets a name go on
  // with a space: typing one would end the list otherwise.
  item.filterText = `${typed} ${completion.label}`;
  item.sortText = String(index).padStart(4, '0');
  if (completion.mark) addMark(item, completion.mark, vault, document);
  return item;
}

/** The block's id, written with the link where that is the same document, else by a command after it. */
function addMark(
  item: vscode.CompletionItem,
  { path, id, edit }: NonNullable<Completion['mark']>,
  vault: Vault,
  document: vscode.TextDocument,
): void {
  if (path === vault.pathOf(document.uri)) {
    item.additionalTextEdits = [vscode.TextEdit.replace(toVscodeRange(edit.range), edit.newText)];
    return;
  }
  const order: BlockIdOrder = { uri: vault.uriOf(path).toString(), id };
  item.command = {
    title: vscode.l10n.t('Write block ID'),
    command: commandIds.writeBlockId,
    arguments: [order],
  };
}

function description({ kind, label, detail }: Completion): string {
  if (kind !== 'callout') return detail;
  const meaning = calloutMeanings()[detail as CalloutType];
  return label === detail ? meaning : `${detail}: ${meaning}`;
}

function calloutMeanings(): Readonly<Record<CalloutType, string>> {
  return {
    note: vscode.l10n.t('note'),
    abstract: vscode.l10n.t('summary'),
    info: vscode.l10n.t('information'),
    todo: vscode.l10n.t('to do'),
    tip: vscode.l10n.t('tip'),
    success: vscode.l10n.t('success'),
    question: vscode.l10n.t('question'),
    warning: vscode.l10n.t('warning'),
    failure: vscode.l10n.t('failure'),
    danger: vscode.l10n.t('danger'),
    bug: vscode.l10n.t('program error'),
    example: vscode.l10n.t('example'),
    quote: vscode.l10n.t('quotation'),
  };
}

/** Writes an id behind the block that it was proposed for. Says why where that block has changed meanwhile. */
async function writeBlockId(order: unknown): Promise<void> {
  if (!isBlockIdOrder(order)) return;
  const uri = vscode.Uri.parse(order.uri, true);
  const edit = await blockIdEdit(uri, order.id);
  if (edit === 'written') return;
  // Saved with the link's own note, as after a rename: a link must not lead to an id that is on no disk.
  if (edit && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The block ID ^{0} was not written: the block in “{1}” has changed meanwhile. Choose it again.',
      order.id,
      uri.path.split('/').at(-1) ?? '',
    ),
  );
}

async function blockIdEdit(
  uri: vscode.Uri,
  id: string,
): Promise<vscode.WorkspaceEdit | 'written' | undefined> {
  const text = await textOf(uri);
  if (text === undefined) return undefined;
  // An id depends on the text of its block: whoever proposes it now is still the block that was chosen.
  const block = linkableBlocks(text, parseNote(text)).find((other) => other.id === id);
  if (!block) return undefined;
  if (!block.edit) return 'written';
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, toVscodeRange(block.edit.range), block.edit.newText);
  return edit;
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.languageId === 'markdown' ? document.getText() : undefined;
  } catch {
    return undefined;
  }
}

function isBlockIdOrder(value: unknown): value is BlockIdOrder {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, id } = value as Partial<Record<keyof BlockIdOrder, unknown>>;
  return (
    typeof uri === 'string' &&
    /^[a-z][a-z\d+.-]*:/i.test(uri) &&
    typeof id === 'string' &&
    /^[0-9a-z]{6}$/.test(id)
  );
}
