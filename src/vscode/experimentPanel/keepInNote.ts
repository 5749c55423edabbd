import * as vscode from 'vscode';
import {
  defaultSeed,
  demoBlockText,
  type KeptDemo,
  keepDemo,
  type LabSettings,
} from '../../core/features/keepDemo';
import { TextLines } from '../../core/text';
import type { ViewMessage } from '../../protocol/panelMessages';
import { toSettableOrder } from '../demoOrder';
import type { SettableExperiment } from '../ownExperiments';
import type { Vaults } from '../vaults';
import { chooseWritingPlace, swallowedText, tellFailure, writeInto } from './writingPlace';

/** The learner wants the settings of the lab in the note. */
export type KeepOrder = Extract<ViewMessage, { type: 'keepRequested' }>;

/**
 * Writes the settings of the lab into a `demo` block of the note that it was opened from, as one edit that is not saved, and says what was
 * kept. Failures are told to the user.
 */
export async function keepInNote(order: KeepOrder, vaults: Vaults): Promise<void> {
  try {
    const { experiment, params = {}, seed = defaultSeed, sweep } = await toSettableOrder(order);
    const settings = { params, seed, ...(sweep && { sweep }) };
    const clipboard = { label: vscode.l10n.t('Copy to the clipboard'), isClipboard: true };
    const chosen = await chooseWritingPlace(order.origin, clipboard);
    if (!chosen) return;
    if ('isClipboard' in chosen) return await copy(experiment, settings);
    const { document, place } = chosen;
    const target = { note: vaults.noteOf(document), lines: new TextLines(document.getText()) };
    const kept = keepDemo(target, place, experiment, settings);
    if (kept.kind === 'impossible') throw new Error(swallowedText());
    await writeInto(document, kept.edits, kept.line);
    void vscode.window.showInformationMessage(keptText(kept));
  } catch (error) {
    tellFailure(error);
  }
}

async function copy(experiment: SettableExperiment, settings: LabSettings): Promise<void> {
  await vscode.env.clipboard.writeText(`${demoBlockText(experiment, settings)}\n`);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The block with these settings is on the clipboard. Paste it into a note.'),
  );
}

function keptText({ kind, names }: KeptDemo): string {
  const { l10n } = vscode;
  if (kind === 'unchanged') return l10n.t('The block in the note has exactly these settings already.');
  const listed = names.join(', ');
  if (kind === 'updated') return l10n.t('Kept in the note: {0}', listed);
  return listed === ''
    ? l10n.t('Kept in the note as a new block. All settings are at their defaults.')
    : l10n.t('Kept in the note as a new block: {0}', listed);
}
