import * as vscode from 'vscode';
import { buttonAnchors, type DemoAnchor } from '../../core/features/demoAnchors';
import { readDemoBlock } from '../../core/features/demoBlock';
import type { DemoProblem } from '../../core/features/demoProblem';
import type { ConceptTable } from '../../core/index/conceptTable';
import type { DemoBlock, Note } from '../../core/notes/note';
import { TextLines } from '../../core/text';
import type { Localized } from '../../experiments/kit/localized';
import { commandIds } from '../commands';
import { toVscodeRange } from '../convert';
import { anchorOrder, blockOrder } from '../demoOrder';
import { experiments } from '../experimentCatalog';
import { settings } from '../settings';
import { noteSelector, type Vaults } from '../vaults';

/** A lens speaks the language of the experiments it offers, as hovers do. */
const texts = {
  run: { de: '▶ Mit diesen Einstellungen starten', en: '▶ Run with these settings' },
  oneProblem: { de: '✗ 1 Fehler', en: '✗ 1 problem' },
  problems: { de: '✗ {0} Fehler', en: '✗ {0} problems' },
  more: { de: '▶ {0} weitere Demos …', en: '▶ {0} more demos …' },
  showProblem: { de: 'Zum ersten Fehler', en: 'Show the first one' },
} as const satisfies Readonly<Record<string, Localized>>;

/**
 * "▶ Demo" above each heading, callout title and bold lead-in that names a concept, and above the property that lists demos, one lens an
 * experiment; above each `demo` block a lens that runs it.
 */
export function registerCodeLenses(vaults: Vaults, concepts: ConceptTable): vscode.Disposable {
  const didChange = new vscode.EventEmitter<void>();
  const subscription = experiments.onDidChange(() => didChange.fire());
  const provider = vscode.languages.registerCodeLensProvider(noteSelector, {
    onDidChangeCodeLenses: didChange.event,
    // Lenses come with their command at once: a lens that is resolved later makes the text jump.
    provideCodeLenses: async (document) => {
      // The vault's own experiments may be named here; lenses do not wait for them, they are asked for again.
      void experiments.ready();
      const note = vaults.noteOf(document);
      const anchors = buttonAnchors(note, concepts, new TextLines(document.getText()));
      const lenses = anchors.map((anchor) => anchorLenses(document, note, anchor));
      return [...(await Promise.all(lenses)).flat(), ...(await blockLenses(document, note))];
    },
  });
  return vscode.Disposable.from(didChange, subscription, provider);
}

/** More buttons than that above one line are a row that nobody reads: the rest is behind one of them. */
const mostButtons = 3;

async function anchorLenses(
  { uri }: vscode.TextDocument,
  note: Note,
  anchor: DemoAnchor,
): Promise<readonly vscode.CodeLens[]> {
  const locale = settings.locale(uri);
  const orders = await Promise.all(anchor.experiments.map((id) => anchorOrder(uri, note, anchor, id)));
  // A single one is better shown than counted.
  const shown = orders.length <= mostButtons + 1 ? orders : orders.slice(0, mostButtons);
  const commands = shown.flatMap((order): vscode.Command[] => {
    const experiment = experiments.find(order.experimentId);
    const command = { command: commandIds.runDemo, arguments: [order] };
    return experiment
      ? [{ title: `▶ Demo: ${experiment.title[locale]}`, tooltip: experiment.summary[locale], ...command }]
      : [];
  });
  const rest = orders.slice(shown.length);
  if (rest.length > 0) {
    const title = texts.more[locale].replace('{0}', String(rest.length));
    commands.push({ title, command: commandIds.chooseDemo, arguments: [rest] });
  }
  return commands.map((command) => new vscode.CodeLens(toVscodeRange(anchor.range), command));
}

async function blockLenses(document: vscode.TextDocument, note: Note): Promise<readonly vscode.CodeLens[]> {
  if (note.demoBlocks.length === 0) return [];
  const settable = await experiments.settable();
  return note.demoBlocks.map((block) => {
    const { order, problems } = readDemoBlock(block, settable);
    const command = order ? runCommand(document, note, block, order) : problemCommand(document, problems);
    return new vscode.CodeLens(toVscodeRange(block.range), command);
  });
}

function runCommand(
  { uri }: vscode.TextDocument,
  note: Note,
  block: DemoBlock,
  order: Parameters<typeof blockOrder>[3],
): vscode.Command {
  const locale = settings.locale(uri);
  return {
    title: texts.run[locale],
    tooltip: experiments.find(order.experimentId)?.title[locale] ?? order.experimentId,
    command: commandIds.runDemo,
    arguments: [blockOrder(uri, note, block, order)],
  };
}

function problemCommand({ uri }: vscode.TextDocument, problems: readonly DemoProblem[]): vscode.Command {
  const locale = settings.locale(uri);
  const { line, column } = problems[0]?.range.start ?? { line: 0, column: 0 };
  const title = problems.length === 1 ? texts.oneProblem : texts.problems;
  return {
    title: title[locale].replace('{0}', String(problems.length)),
    tooltip: texts.showProblem[locale],
    command: commandIds.openLocation,
    arguments: [uri.toString(), line, column],
  };
}
