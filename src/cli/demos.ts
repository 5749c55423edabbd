import { demoAnchors } from '../core/features/demoAnchors';
import { experimentOf, readDemoBlock } from '../core/features/demoBlock';
import { type DemoProblem, demoProblemText } from '../core/features/demoProblem';
import { demosPropertyProblems } from '../core/features/demosProperty';
import type { RunnableExperiment } from '../core/features/runnableExperiment';
import { conceptTable, type RunnableConcepts } from '../core/index/conceptTable';
import { TextLines } from '../core/text';
import { CommandError } from './commandError';
import { readNote } from './readVault';

/** Something wrong with what a note says about its demos. */
export interface DemoFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
}

/** A place in a note that offers what can be run, as programs get it. */
export interface DemoLine {
  /** 1-based. */
  readonly line: number;
  /** The heading's, title's or lead-in's plain text; `demos` for the property, `block` for a block of settings. */
  readonly text: string;
  /** Ids of the experiments, most specific first; empty where what should be run cannot be. */
  readonly experiments: readonly string[];
  /** What is wrong there; absent where nothing is. */
  readonly problems?: readonly DemoFault[];
}

/** The demos of a single note, from top to bottom. Throws a `CommandError` where the file cannot be read. */
export function noteDemos(
  file: string,
  experiments: readonly (RunnableExperiment & RunnableConcepts)[],
): readonly DemoLine[] {
  const read = readNote(file);
  if (!read) throw new CommandError(`There is no note "${file}".`);
  const { note, text } = read;
  const concepts = conceptTable(experiments);
  const anchors = demoAnchors(note, concepts, new TextLines(text)).map((anchor) => ({
    line: anchor.range.start.line + 1,
    text: anchor.text,
    experiments: anchor.experiments,
  }));
  const blocks = note.demoBlocks.map((block) => {
    const { problems } = readDemoBlock(block, experiments);
    const experiment = experimentOf(block, experiments);
    const line = block.range.start.line + 1;
    return { line, text: 'block', experiments: experiment ? [experiment.id] : [], ...faults(problems) };
  });
  const wrong = demosPropertyProblems(note, concepts, experiments);
  const property = { line: (note.properties.demos?.range.start.line ?? 0) + 1, text: 'demos' };
  const named = anchors.map((anchor) =>
    isSame(anchor, property) ? { ...anchor, ...faults(wrong) } : anchor,
  );
  const isNamed = wrong.length === 0 || anchors.some((anchor) => isSame(anchor, property));
  const unnamed = isNamed ? [] : [{ ...property, experiments: [], ...faults(wrong) }];
  return [...unnamed, ...named, ...blocks].sort((a, b) => a.line - b.line);
}

function isSame(a: Pick<DemoLine, 'line' | 'text'>, b: Pick<DemoLine, 'line' | 'text'>): boolean {
  return a.line === b.line && a.text === b.text;
}

function faults(problems: readonly DemoProblem[]): Pick<DemoLine, 'problems'> {
  if (problems.length === 0) return {};
  return {
    problems: problems.map((problem) => ({
      line: problem.range.start.line + 1,
      column: problem.range.start.column + 1,
      message: demoProblemText(problem),
    })),
  };
}

/** Demos as lines for people. */
export function demosForPeople(file: string, demos: readonly DemoLine[]): readonly string[] {
  const lines = demos.flatMap(({ line, text, experiments, problems = [] }) => [
    `${file}:${line}  ${text}${experiments.length > 0 ? `  ▶ ${experiments.join(', ')}` : ''}`,
    ...problems.map((problem) => `${file}:${problem.line}:${problem.column}  ✗ ${problem.message}`),
  ]);
  const count = demos.filter(({ experiments }) => experiments.length > 0).length;
  return [...lines, count === 1 ? '1 demo' : `${count} demos`];
}
