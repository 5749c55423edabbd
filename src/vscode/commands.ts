import * as vscode from 'vscode';
import { demoAnchors, nearestFirst } from '../core/features/demoAnchors';
import { readDemoBlock } from '../core/features/demoBlock';
import type { ConceptTable } from '../core/index/conceptTable';
import type { Note } from '../core/notes/note';
import { TextLines } from '../core/text';
import type { CatalogEntry } from '../experiments/catalog.gen';
import { anchorOrder, blockOrder, blockOrigin, type DemoOrder, toDemoOrder } from './demoOrder';
import { experiments } from './experimentCatalog';
import type { LabPanel } from './experimentPanel/labPanel';
import { openWalkthrough } from './firstSteps';
import { newExperiment } from './newExperiment';
import { settings } from './settings';
import { vaultPlace } from './vaultPlace';
import type { Vaults } from './vaults';

/** Commands as `package.json` declares them. */
export const commandIds = {
  runDemo: 'lectureLab.runDemo',
  newExperiment: 'lectureLab.newExperiment',
  /** Not in menus: lets the user choose among the orders that are its argument. */
  chooseDemo: 'lectureLab.chooseDemo',
  /** The same for the place of a note that was clicked in the Markdown preview. */
  chooseDemoInPreview: 'lectureLab.chooseDemoInPreview',
  exportHtml: 'lectureLab.exportHtml',
  openLocation: 'lectureLab.openLocation',
  writeBlockId: 'lectureLab.writeBlockId',
  lookUpTerm: 'lectureLab.lookUpTerm',
  insertDefinition: 'lectureLab.insertDefinition',
  extractToGlossary: 'lectureLab.extractToGlossary',
  openShippedTerm: 'lectureLab.openShippedTerm',
  keepInNote: 'lectureLab.keepInNote',
  insertResult: 'lectureLab.insertResult',
  newGlossaryEntry: 'lectureLab.newGlossaryEntry',
  openSampleVault: 'lectureLab.openSampleVault',
  openWalkthrough: 'lectureLab.openWalkthrough',
  showLog: 'lectureLab.showLog',
  /** The walkthrough's own: show what there is to see, wherever it is. */
  showTerm: 'lectureLab.showTerm',
  runFirstDemo: 'lectureLab.runFirstDemo',
} as const;

/** What the commands work with. */
export interface CommandContext {
  readonly vaults: Vaults;
  readonly concepts: ConceptTable;
  readonly lab: LabPanel;
  readonly extensionUri: vscode.Uri;
}

/** Registers all commands. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.runDemo, (order?: unknown) => runDemo(context, order)),
    vscode.commands.registerCommand(commandIds.chooseDemo, (orders?: unknown) => chooseDemo(context, orders)),
    vscode.commands.registerCommand(commandIds.newExperiment, () => newExperiment(context.extensionUri)),
    vscode.commands.registerCommand(commandIds.openLocation, openLocation),
    vscode.commands.registerCommand(commandIds.openWalkthrough, () => openWalkthrough(false)),
  );
}

/** A link that runs a command, for Markdown that trusts this command. */
export function commandUri(command: string, ...args: readonly unknown[]): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}

async function runDemo({ vaults, concepts, lab }: CommandContext, given: unknown): Promise<void> {
  // Menus of editors pass the file that they are opened on.
  const isPlain = given === undefined || given instanceof vscode.Uri;
  const order = isPlain ? await pickDemo(vaults, concepts) : await toDemoOrder(given);
  if (order) await lab.open(order);
}

/** Lets the user choose among demos of one place in a note. Only our own lenses use it. */
async function chooseDemo({ lab }: CommandContext, given: unknown): Promise<void> {
  if (!Array.isArray(given)) return;
  const orders = await Promise.all(given.map(toDemoOrder));
  const picks = orders.flatMap((order) => {
    const experiment = experiments.find(order.experimentId);
    return experiment ? [pickItem(experiment, order)] : [];
  });
  const order = await pickOrder(picks);
  if (order) await lab.open(order);
}

/** Lets the user choose among the demos of the section at the cursor, then those of the whole note, then all others. */
async function pickDemo(vaults: Vaults, concepts: ConceptTable): Promise<DemoOrder | undefined> {
  await experiments.ready();
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document.languageId === 'markdown' ? editor.document : undefined;
  const line = editor?.selection.active.line ?? 0;
  const demos = document ? await demosOf(document, vaults.noteOf(document), concepts) : [];
  const picks = new Map<string, DemoPick>();
  for (const demo of nearestFirst(demos, line)) {
    const { experimentId } = demo.order;
    const experiment = experiments.find(experimentId);
    if (experiment && !picks.has(experimentId))
      picks.set(experimentId, pickItem(experiment, demo.order, demo.text));
  }
  for (const experiment of experiments.entries()) {
    if (!picks.has(experiment.id))
      picks.set(experiment.id, pickItem(experiment, { experimentId: experiment.id }));
  }
  return pickOrder([...picks.values()]);
}

/** A demo in a list to choose from. */
type DemoPick = vscode.QuickPickItem & { readonly order: DemoOrder };

async function pickOrder(picks: readonly DemoPick[]): Promise<DemoOrder | undefined> {
  const placeHolder = vscode.l10n.t('Which experiment shall run?');
  return (await vscode.window.showQuickPick(picks, { placeHolder, matchOnDetail: true }))?.order;
}

/** A demo of a note, with the 0-based line that offers it. */
export interface NoteDemo {
  readonly line: number;
  /** Text of the heading or lead-in. */
  readonly text: string;
  readonly order: DemoOrder;
}

/** The demos of a note, from top to bottom: what its text names, and its `demo` blocks. */
export async function demosOf(
  document: vscode.TextDocument,
  note: Note,
  concepts: ConceptTable,
): Promise<readonly NoteDemo[]> {
  const { uri } = document;
  const anchors = demoAnchors(note, concepts, new TextLines(document.getText())).flatMap((anchor) =>
    anchor.experiments.map(async (id) => ({
      line: anchor.range.start.line,
      text: anchor.text,
      order: await anchorOrder(uri, note, anchor, id),
    })),
  );
  const settable = note.demoBlocks.length > 0 ? await experiments.settable() : [];
  const blocks = note.demoBlocks.flatMap((block) => {
    const { order } = readDemoBlock(block, settable);
    if (!order) return [];
    const { line, anchorText } = blockOrigin(uri, note, block);
    return [{ line, text: anchorText, order: blockOrder(uri, note, block, order) }];
  });
  return [...(await Promise.all(anchors)), ...blocks].sort((a, b) => a.line - b.line);
}

/** `description`: text of the heading or lead-in that names it. */
function pickItem({ title, summary }: CatalogEntry, order: DemoOrder, description?: string): DemoPick {
  const locale = settings.locale(order.origin && vscode.Uri.parse(order.origin.uri));
  return { label: title[locale], detail: summary[locale], ...(description && { description }), order };
}

/** Shows a place in a note, or a file in whatever viewer VS Code has for it. Only our own links use it. */
async function openLocation(uri: unknown, line: unknown, column: unknown): Promise<void> {
  const target = typeof uri === 'string' ? vaultPlace(uri) : undefined;
  if (!target) return;
  const isNote = /\.md$/i.test(target.path);
  const position = new vscode.Position(countOf(line), countOf(column));
  await vscode.commands.executeCommand(
    'vscode.open',
    target,
    isNote ? { selection: new vscode.Range(position, position) } : undefined,
  );
}

function countOf(value: unknown): number {
  return Number.isInteger(value) ? Math.max(0, Number(value)) : 0;
}
