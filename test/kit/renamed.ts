import { isRefusal, type Refusal } from '../../src/core/features/rename/refusal';
import {
  applyEdits,
  notesToRead,
  type RenameDraft,
  renamePlan,
} from '../../src/core/features/rename/renamePlan';
import { TextLines } from '../../src/core/text';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** The files after a draft, byte for byte, under their new paths; or why nothing is done. */
export function done(files: Files, draft: RenameDraft | Refusal): Files | Refusal {
  if (isRefusal(draft)) return draft;
  const texts = new Map(notesToRead(draft).map((path) => [path, files[path] ?? '']));
  const plan = renamePlan(draft, texts);
  if (isRefusal(plan)) return plan;
  const edited = { ...files };
  for (const { path, edits } of plan.edits)
    edited[path] = applyEdits(new TextLines(files[path] ?? ''), edits);
  const paths = new Map(plan.moves.map(({ from, to }) => [from, to]));
  return Object.fromEntries(Object.entries(edited).map(([path, text]) => [paths.get(path) ?? path, text]));
}
