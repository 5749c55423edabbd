import * as vscode from 'vscode';
import type { DemoAnchor } from '../core/features/demoAnchors';
import { basename } from '../core/index/linkResolver';
import { catalog, findInCatalog } from '../experiments/catalog.gen';
import { checkParams } from '../experiments/kit/checkParams';
import { isOrigin } from '../protocol/checkPanelMessages';
import type { Origin, ParamValues } from '../protocol/panelMessages';
import { settings } from './settings';

/** Arguments of `lectureLab.runDemo`; what is absent takes the experiment's defaults. */
export interface DemoOrder {
  readonly experimentId: string;
  readonly params?: ParamValues;
  readonly seed?: number;
  readonly origin?: Origin;
}

/** Where a demo was started from, for the way back. */
export function originOf(document: vscode.Uri, anchor: Pick<DemoAnchor, 'text' | 'range'>): Origin {
  return {
    uri: document.toString(),
    noteTitle: basename(document.path).replace(/\.md$/i, ''),
    anchorText: anchor.text,
    line: anchor.range.start.line,
  };
}

/**
 * An order from what another extension, a keybinding or a hand-written link passed. Rejects with an error whose text says what is
 * allowed.
 */
export async function toDemoOrder(given: unknown): Promise<DemoOrder> {
  const { experimentId, params, seed, origin } = (given ?? {}) as Partial<Record<keyof DemoOrder, unknown>>;
  const experiment = typeof experimentId === 'string' ? findInCatalog(experimentId) : undefined;
  if (!experiment) {
    const known = catalog.map(({ id }) => id).join(', ');
    throw new Error(vscode.l10n.t('There is no experiment "{0}". Known: {1}', String(experimentId), known));
  }
  if (params !== undefined) await checkSettings(experiment.id, params);
  const isSeed = Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) <= 0xffffffff;
  if (seed !== undefined && !isSeed) {
    throw new Error(vscode.l10n.t('Seed {0} is outside 0 … 4294967295', String(seed)));
  }
  return {
    experimentId: experiment.id,
    ...(params !== undefined && { params: params as ParamValues }),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(isOrigin(origin) && { origin }),
  };
}

/** Rejects where the experiment has no such settings. Whole specs are loaded for this alone, and not before. */
async function checkSettings(experimentId: string, params: unknown): Promise<void> {
  const { findSpec } = await import('../experiments/specs.gen');
  const checked = checkParams(findSpec(experimentId)?.params ?? {}, params);
  if ('problems' in checked) {
    throw new Error(checked.problems.map((problem) => problem[settings.locale()]).join(' '));
  }
}
