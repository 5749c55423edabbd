import * as vscode from 'vscode';
import { type DemoCompletion, demoCompletions, demoContextAt } from '../../core/features/demoCompletion';
import { TextLines } from '../../core/text';
import { toPosition, toVscodeRange } from '../convert';
import { experiments } from '../experimentCatalog';
import { settings } from '../settings';
import { noteSelector, type Vaults } from '../vaults';

const kinds: Readonly<Record<DemoCompletion['kind'], vscode.CompletionItemKind>> = {
  block: vscode.CompletionItemKind.Keyword,
  experiment: vscode.CompletionItemKind.Module,
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  sweep: vscode.CompletionItemKind.Property,
};

/** What a line must look like for its note to be worth a look: in a block, in the properties, or behind the marks of a fence. */
const mayBeDemo = /(?:```|~~~)[ \t]*\w*$|:|^[\s>]*[\w-]*$|^\s*-\s/;

/** Experiments, parameters and values in `demo` blocks, experiments in the property `demos`, and the block itself behind a fence's marks. */
export function registerDemoCompletion(vaults: Vaults): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    noteSelector,
    { provideCompletionItems: (document, position) => demoItems(document, position, vaults) },
    ...['`', '~', ':', ' '],
  );
}

async function demoItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  vaults: Vaults,
): Promise<vscode.CompletionItem[]> {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  if (!mayBeDemo.test(before)) return [];
  const context = demoContextAt(
    vaults.noteOf(document),
    new TextLines(document.getText()),
    toPosition(position),
  );
  if (!context) return [];
  const range = toVscodeRange(context.range);
  const locale = settings.locale(document.uri);
  const found = demoCompletions(context, await experiments.settable(), locale);
  return found.map((completion, index) => toItem(completion, index, range));
}

function toItem(completion: DemoCompletion, index: number, range: vscode.Range): vscode.CompletionItem {
  const { kind, title, help, snippet, goesOn } = completion;
  const description = kind === 'block' ? vscode.l10n.t('run an experiment here') : title;
  const label = { label: completion.label, description };
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = range;
  // What people call it finds it too.
  item.filterText = `${completion.label} ${title}`;
  item.sortText = String(index).padStart(4, '0');
  if (help !== '') item.documentation = help;
  if (goesOn) item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return item;
}
