import * as vscode from 'vscode';
import type { DemoAnchor } from '../core/features/demoAnchors';
import { basename } from '../core/index/linkResolver';
import { checkParams } from '../experiments/kit/checkParams';
import { findSpec, specs } from '../experiments/specs.gen';
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

/** An order from what another extension, a keybinding or a hand-written link passed. Throws an error whose text says what is allowed. */
export function toDemoOrder(given: unknown): DemoOrder {
  const { experimentId, params, seed, origin } = (given ?? {}) as Partial<Record<keyof DemoOrder, unknown>>;
  const spec = typeof experimentId === 'string' ? findSpec(experimentId) : undefined;
  if (!spec) {
    const known = specs.map(({ id }) => id).join(', ');
    throw new Error(vscode.l10n.t('There is no experiment "{0}". Known: {1}', String(experimentId), known));
  }
  const checked = params === undefined ? undefined : checkParams(spec.params, params);
  if (checked && 'problems' in checked) {
    throw new Error(checked.problems.map((problem) => problem[settings.locale()]).join(' '));
  }
  const isSeed = Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) <= 0xffffffff;
  if (seed !== undefined && !isSeed) {
    throw new Error(vscode.l10n.t('Seed {0} is outside 0 … 4294967295', String(seed)));
  }
  return {
    experimentId: spec.id,
    ...(checked && { params: params as ParamValues }),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(isOrigin(origin) && { origin }),
  };
}
