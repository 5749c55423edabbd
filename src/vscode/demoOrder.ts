import * as vscode from 'vscode';
import type { DemoAnchor } from '../core/features/demoAnchors';
import { type DemoBlockOrder, demoBlockFor } from '../core/features/demoBlock';
import { basename } from '../core/index/linkResolver';
import type { DemoBlock, Note } from '../core/notes/note';
import { checkParams } from '../experiments/kit/checkParams';
import { isOrigin, isSweepOrder } from '../protocol/checkPanelMessages';
import type { Origin, ParamValues, SweepOrder } from '../protocol/panelMessages';
import { experiments } from './experimentCatalog';
import type { SettableExperiment } from './ownExperiments';
import { settings } from './settings';
import { vaultPlace } from './vaultPlace';

/** Arguments of `lectureLab.runDemo`; what is absent takes the experiment's defaults. */
export interface DemoOrder {
  readonly experimentId: string;
  readonly params?: ParamValues;
  readonly seed?: number;
  readonly sweep?: SweepOrder;
  readonly origin?: Origin;
}

/**
 * Where a demo was started from, for the way back.
 * @param block the `demo` block whose settings it has.
 */
export function originOf(
  document: vscode.Uri,
  anchor: Pick<DemoAnchor, 'text' | 'range'>,
  block?: Pick<DemoBlock, 'range'>,
): Origin {
  return {
    uri: document.toString(),
    noteTitle: titleOf(document),
    anchorText: anchor.text,
    line: anchor.range.start.line,
    ...(block && { demoLine: block.range.start.line }),
  };
}

/**
 * What the button of an anchor orders: the experiment, with the settings of a `demo` block in the same section where one is about it.
 * Specs are loaded for notes with such blocks only.
 */
export async function anchorOrder(
  document: vscode.Uri,
  note: Note,
  anchor: DemoAnchor,
  experimentId: string,
): Promise<DemoOrder> {
  const line = anchor.range.start.line;
  const found =
    note.demoBlocks.length > 0
      ? demoBlockFor(note, line, experimentId, await experiments.settable())
      : undefined;
  return { experimentId, ...found?.order, origin: originOf(document, anchor, found?.block) };
}

/** What the button of a `demo` block orders. */
export function blockOrder(
  document: vscode.Uri,
  note: Note,
  block: DemoBlock,
  order: DemoBlockOrder,
): DemoOrder {
  return { ...order, origin: blockOrigin(document, note, block) };
}

/** The way back to a `demo` block, which is called by the heading that it stands under. */
export function blockOrigin(document: vscode.Uri, { headings }: Note, block: DemoBlock): Origin {
  const { range } = block;
  const heading = headings.findLast((other) => other.range.start.line < range.start.line);
  return originOf(document, { text: heading?.text ?? titleOf(document), range }, block);
}

function titleOf({ path }: vscode.Uri): string {
  return basename(path).replace(/\.md$/i, '');
}

/**
 * An order from what another extension, a keybinding or a hand-written link passed. Rejects with an error whose text says what is
 * allowed.
 */
export async function toDemoOrder(given: unknown): Promise<DemoOrder> {
  const { experimentId, params, seed, sweep, origin } = (given ?? {}) as Partial<
    Record<keyof DemoOrder, unknown>
  >;
  const experiment = typeof experimentId === 'string' ? await experiments.lookUp(experimentId) : undefined;
  if (!experiment) {
    const known = experiments
      .entries()
      .map(({ id }) => id)
      .join(', ');
    throw new Error(vscode.l10n.t('There is no experiment "{0}". Known: {1}', String(experimentId), known));
  }
  if (params !== undefined) await checkSettings(experiment.id, params);
  const isSeed = Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) <= 0xffffffff;
  if (seed !== undefined && !isSeed) {
    throw new Error(vscode.l10n.t('Seed {0} is outside 0 … 4294967295', String(seed)));
  }
  if (sweep !== undefined) await checkSweep(experiment.id, sweep);
  return {
    experimentId: experiment.id,
    ...(params !== undefined && { params: params as ParamValues }),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(sweep !== undefined && { sweep: sweep as SweepOrder }),
    ...(isOrigin(origin) && vaultPlace(origin.uri) && { origin }),
  };
}

/** The same as `toDemoOrder`, with all that can be set of its experiment. */
export async function toSettableOrder(
  given: unknown,
): Promise<DemoOrder & { readonly experiment: SettableExperiment }> {
  const order = await toDemoOrder(given);
  const experiment = await experiments.findSettable(order.experimentId);
  if (!experiment) throw new Error(vscode.l10n.t('There is no experiment “{0}”.', order.experimentId));
  return { ...order, experiment };
}

/** Rejects where the experiment has no such settings. Whole specs are loaded for this alone, and not before. */
async function checkSettings(experimentId: string, params: unknown): Promise<void> {
  const experiment = await experiments.findSettable(experimentId);
  const checked = checkParams(experiment?.params ?? {}, params);
  if ('problems' in checked) {
    throw new Error(checked.problems.map((problem) => problem[settings.locale()]).join(' '));
  }
}

/** Rejects where the experiment cannot be swept so. */
async function checkSweep(experimentId: string, sweep: unknown): Promise<void> {
  if (!isSweepOrder(sweep)) {
    throw new Error(vscode.l10n.t('A sweep is a parameter with 2 to 12 numbers.'));
  }
  for (const value of sweep.values) await checkSettings(experimentId, { [sweep.param]: value });
}
