import type * as vscode from 'vscode';
import { isRefusal, type Refusal } from '../core/features/rename/refusal';
import {
  applyEdits,
  type Move,
  notesToRead,
  type RenameDraft,
  type RenamePlan,
  renamePlan,
} from '../core/features/rename/renamePlan';
import { TextLines } from '../core/text';
import { toVscodeRange } from './convert';
import type { Vault } from './vault';

/** Notes that are read at a time. */
const batchSize = 64;

/** A rename of one vault that can be carried out. */
export interface VaultRename {
  readonly vault: Vault;
  readonly plan: RenamePlan;
  /** What the notes say that it edits, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the notes that a draft changes and finds the places. */
export async function planInVault(vault: Vault, draft: RenameDraft): Promise<VaultRename | Refusal> {
  const texts = new Map<string, string>();
  const paths = notesToRead(draft);
  for (let first = 0; first < paths.length; first += batchSize) {
    const batch = paths.slice(first, first + batchSize);
    const read = await Promise.all(batch.map((path) => vault.textOf(path)));
    read.forEach((text, at) => {
      if (text !== undefined) texts.set(batch[at] ?? '', text);
    });
  }
  const plan = renamePlan(draft, texts);
  return isRefusal(plan) ? plan : { vault, plan, texts };
}

/** Adds the edits of notes to an edit of VS Code's. */
export function addTextEdits(edit: vscode.WorkspaceEdit, { vault, plan }: VaultRename): void {
  for (const { path, edits } of plan.edits) {
    const uri = vault.uriOf(path);
    for (const { range, newText } of edits) edit.replace(uri, toVscodeRange(range), newText);
  }
}

/**
 * Knows the last rename that came from us: VS Code asks about its file as it does about files that are moved in the explorer, when the
 * links in it are edited already.
 */
export class OwnRename {
  #last: VaultRename | undefined;

  /** Keeps a rename that VS Code is about to carry out, preview it, or drop. */
  announce(rename: VaultRename): void {
    this.#last = rename;
  }

  /** Whether moves are those of the last rename, and that is being carried out: at least one of its notes is edited as planned. */
  async includes(vault: Vault, moves: readonly Move[]): Promise<boolean> {
    const last = this.#last;
    if (last?.vault !== vault || keyOf(last.plan.moves) !== keyOf(moves)) return false;
    for (const { path, edits } of last.plan.edits) {
      const planned = applyEdits(new TextLines(last.texts.get(path) ?? ''), edits);
      if ((await vault.textOf(path)) === planned) return true;
    }
    return false;
  }
}

function keyOf(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from}\n${to}`).join('\n');
}
