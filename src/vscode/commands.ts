import * as vscode from 'vscode';
import { type DemoAnchor, demoAnchors } from '../core/features/demoAnchors';
import type { ConceptTable } from '../core/index/conceptTable';
import { type CatalogEntry, catalog, findInCatalog } from '../experiments/catalog.gen';
import { type DemoOrder, originOf, toDemoOrder } from './demoOrder';
import type { LabPanel } from './experimentPanel/labPanel';
import { settings } from './settings';
import type { Vaults } from './vaults';

/** Commands as `package.json` declares them. */
export const commandIds = {
  runDemo: 'lectureLab.runDemo',
  openLocation: 'lectureLab.openLocation',
  writeBlockId: 'lectureLab.writeBlockId',
  lookUpTerm: 'lectureLab.lookUpTerm',
  insertDefinition: 'lectureLab.insertDefinition',
  extractToGlossary: 'lectureLab.extractToGlossary',
  openShippedTerm: 'lectureLab.openShippedTerm',
} as const;

/** What the commands work with. */
export interface CommandContext {
  readonly vaults: Vaults;
  readonly concepts: ConceptTable;
  readonly lab: LabPanel;
}

/** Registers all commands. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.runDemo, (order?: unknown) => runDemo(context, order)),
    vscode.commands.registerCommand(commandIds.openLocation, openLocation),
  );
}

/** A link that runs a command, for Markdown that trusts this command. */
export function commandUri(command: string, ...args: readonly unknown[]): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}

async function runDemo({ vaults, concepts, lab }: CommandContext, given: unknown): Promise<void> {
  const order = given === undefined ? await pickDemo(vaults, concepts) : await toDemoOrder(given);
  if (order) lab.open(order);
}

/** Lets the user choose among the demos of the section at the cursor, then those of the whole note, then all others. */
async function pickDemo(vaults: Vaults, concepts: ConceptTable): Promise<DemoOrder | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document.languageId === 'markdown' ? editor.document : undefined;
  const line = editor?.selection.active.line ?? 0;
  const anchors = document ? demoAnchors(vaults.noteOf(document), concepts) : [];
  const above = anchors.filter(({ range }) => range.start.line <= line).reverse();
  const below = anchors.filter(({ range }) => range.start.line > line);
  const picks = new Map<string, vscode.QuickPickItem & { readonly order: DemoOrder }>();
  for (const anchor of [...above, ...below]) {
    for (const id of anchor.experiments) {
      const experiment = findInCatalog(id);
      if (!document || !experiment || picks.has(id)) continue;
      picks.set(id, pickItem(experiment, document.uri, anchor));
    }
  }
  for (const experiment of catalog) {
    if (!picks.has(experiment.id)) picks.set(experiment.id, pickItem(experiment));
  }
  const placeHolder = vscode.l10n.t('Which experiment shall run?');
  return (await vscode.window.showQuickPick([...picks.values()], { placeHolder, matchOnDetail: true }))
    ?.order;
}

function pickItem(
  { id, title, summary }: CatalogEntry,
  document?: vscode.Uri,
  anchor?: DemoAnchor,
): vscode.QuickPickItem & { readonly order: DemoOrder } {
  const locale = settings.locale(document);
  const origin = document && anchor ? { origin: originOf(document, anchor) } : {};
  return {
    label: title[locale],
    detail: summary[locale],
    ...(anchor && { description: anchor.text }),
    order: { experimentId: id, ...origin },
  };
}

/** Shows a place in a note, or a file in whatever viewer VS Code has for it. Only our own links use it. */
async function openLocation(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const target = vscode.Uri.parse(uri, true);
  const isNote = /\.md$/i.test(target.path);
  const position = new vscode.Position(Number.isInteger(line) ? Math.max(0, Number(line)) : 0, 0);
  await vscode.commands.executeCommand(
    'vscode.open',
    target,
    isNote ? { selection: new vscode.Range(position, position) } : undefined,
  );
}
