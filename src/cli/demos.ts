import { demoAnchors } from '../core/features/demoAnchors';
import type { ConceptTable } from '../core/index/conceptTable';
import { CommandError } from './commandError';
import { readNote } from './readVault';

/** A place in a note that names a concept which can be run, as programs get it. */
export interface DemoLine {
  /** 1-based. */
  readonly line: number;
  /** The heading's, title's or lead-in's plain text. */
  readonly text: string;
  /** Ids of the experiments, most specific first. */
  readonly experiments: readonly string[];
}

/** The demos of a single note, from top to bottom. Throws a `CommandError` where the file cannot be read. */
export function noteDemos(file: string, concepts: ConceptTable): readonly DemoLine[] {
  const read = readNote(file);
  if (!read) throw new CommandError(`There is no note "${file}".`);
  return demoAnchors(read.note, concepts).map(({ range, text, experiments }) => ({
    line: range.start.line + 1,
    text,
    experiments,
  }));
}

/** Demos as lines for people. */
export function demosForPeople(file: string, demos: readonly DemoLine[]): readonly string[] {
  const lines = demos.map(
    ({ line, text, experiments }) => `${file}:${line}  ${text}  ▶ ${experiments.join(', ')}`,
  );
  return [...lines, demos.length === 1 ? '1 demo' : `${demos.length} demos`];
}
