import type { DemoBlock, DemoEntry, Note } from '../notes/note';
import { comparePositions, type Range } from '../text';
import { type DemoProblem, similarNames } from './demoProblem';
import { type DemoSweep, readSweep } from './demoSweep';
import { type DemoValue, readNumber, readValue } from './demoValue';
import type { RunnableExperiment } from './runnableExperiment';

/** Names in a `demo` block that are no settings of an experiment. */
export const demoKeys = ['experiment', 'seed', 'sweep'] as const;

/** What a `demo` block orders. What it does not set is left to the experiment. */
export interface DemoBlockOrder {
  readonly experimentId: string;
  readonly params: Readonly<Record<string, DemoValue>>;
  /** Whole number, 0 … 2³²−1. */
  readonly seed?: number;
  readonly sweep?: DemoSweep;
}

/** What a `demo` block says. */
export interface DemoBlockReading {
  /** `undefined` where anything is wrong. */
  readonly order: DemoBlockOrder | undefined;
  /** In document order. */
  readonly problems: readonly DemoProblem[];
}

/** Reads a `demo` block against the experiments that there are. */
export function readDemoBlock(
  block: DemoBlock,
  experiments: readonly RunnableExperiment[],
): DemoBlockReading {
  const reader = new BlockReader(block, experiments);
  const { problems } = reader;
  if (problems.length === 0) return { order: reader.order, problems };
  return {
    order: undefined,
    problems: problems.toSorted((a, b) => comparePositions(a.range.start, b.range.start)),
  };
}

/** The experiment that a block names; `undefined` where it names none that there is. */
export function experimentOf(
  { entries }: DemoBlock,
  experiments: readonly RunnableExperiment[],
): RunnableExperiment | undefined {
  const named = entries.find(({ name }) => name === 'experiment')?.value;
  return experiments.find(({ id }) => id === named);
}

/**
 * The first block in the section around a line that orders this experiment and has nothing wrong: its settings are what the section's
 * buttons for that experiment open with. Before the first heading, the note's beginning is the section.
 */
export function demoBlockFor(
  note: Pick<Note, 'headings' | 'demoBlocks'>,
  line: number,
  experimentId: string,
  experiments: readonly RunnableExperiment[],
): { readonly block: DemoBlock; readonly order: DemoBlockOrder } | undefined {
  for (const block of demoBlocksAround(note, line)) {
    const { order } = readDemoBlock(block, experiments);
    if (order?.experimentId === experimentId) return { block, order };
  }
  return undefined;
}

/** The blocks of the section around a line, whatever they order. Before the first heading, the note's beginning is the section. */
export function demoBlocksAround(
  { headings, demoBlocks }: Pick<Note, 'headings' | 'demoBlocks'>,
  line: number,
): readonly DemoBlock[] {
  const heading = headings.findLast(({ range }) => range.start.line <= line);
  const first = heading?.range.start.line ?? 0;
  const end = heading?.sectionEnd ?? headings[0]?.range.start.line ?? Number.POSITIVE_INFINITY;
  return demoBlocks.filter(({ range: { start } }) => start.line >= first && start.line < end);
}

const largestSeed = 2 ** 32 - 1;

/** Reads the entries of one block. */
class BlockReader {
  readonly problems: DemoProblem[] = [];
  readonly #params: Record<string, DemoValue> = {};
  readonly #experiments: readonly RunnableExperiment[];
  readonly #experiment: RunnableExperiment | undefined;
  #seed: number | undefined;
  #sweep: DemoSweep | undefined;

  constructor(block: DemoBlock, experiments: readonly RunnableExperiment[]) {
    this.#experiments = experiments;
    this.#experiment = experimentOf(block, experiments);
    for (const stray of block.strayLines) this.#fail('no-entry', stray);
    if (!block.entries.some(({ name }) => name === 'experiment'))
      this.#fail('missing-experiment', fenceMarks(block));
    const names = new Set<string>();
    for (const entry of block.entries) {
      if (names.has(entry.name)) this.#fail('repeated-key', entry.nameRange, [entry.name]);
      else if (entry.value === '') this.#fail('missing-value', entry.nameRange, [entry.name]);
      else this.#read(entry);
      names.add(entry.name);
    }
  }

  /** What is ordered, where nothing is wrong. */
  get order(): DemoBlockOrder {
    return {
      experimentId: this.#experiment?.id ?? '',
      params: this.#params,
      ...(this.#seed !== undefined && { seed: this.#seed }),
      ...(this.#sweep && { sweep: this.#sweep }),
    };
  }

  #read(entry: DemoEntry): void {
    switch (entry.name) {
      case 'experiment':
        this.#checkExperiment(entry);
        break;
      case 'seed':
        this.#readSeed(entry);
        break;
      case 'sweep':
        this.#readSweep(entry);
        break;
      default:
        this.#readParam(entry);
    }
  }

  #checkExperiment({ value, valueRange }: DemoEntry): void {
    if (this.#experiment) return;
    const candidates = this.#experiments.map(({ id, title }) => [id, [title.de, title.en]] as const);
    this.#fail('unknown-experiment', valueRange, [value], similarNames(value, candidates));
  }

  #readSeed({ value, valueRange }: DemoEntry): void {
    const seed = readNumber(value);
    if (/^\d+$/.test(value) && Number(value) <= largestSeed) this.#seed = Number(value);
    else {
      const nearest =
        seed === undefined ? [] : [String(Math.min(largestSeed, Math.max(0, Math.round(seed))))];
      this.#fail('bad-seed', valueRange, [value], nearest);
    }
  }

  #readSweep(entry: DemoEntry): void {
    if (!this.#experiment) return;
    const read = readSweep(entry, this.#experiment);
    if ('sweep' in read) this.#sweep = read.sweep;
    else this.problems.push(...read.problems);
  }

  /** Of an experiment that nobody knows, nobody knows the parameters. */
  #readParam({ name, nameRange, value, valueRange }: DemoEntry): void {
    if (!this.#experiment) return;
    const { id, params } = this.#experiment;
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (!param) {
      const labels = Object.entries(params).map(([key, { label }]) => [key, [label.de, label.en]] as const);
      const candidates = [...labels, ...demoKeys.map((key) => [key, []] as const)];
      const known = Object.keys(params).join(', ');
      this.#fail('unknown-parameter', nameRange, [name, id, known], similarNames(name, candidates));
      return;
    }
    const read = readValue(name, param, value);
    if ('problem' in read) this.problems.push({ ...read.problem, range: valueRange });
    else this.#params[name] = read.value;
  }

  #fail(
    code: DemoProblem['code'],
    range: Range,
    values: readonly string[] = [],
    replacements: readonly string[] = [],
  ): void {
    this.problems.push({ code, range, values, replacements });
  }
}

/** The three marks that open a block: where something that is missing is shown. */
function fenceMarks({ range: { start } }: DemoBlock): Range {
  return { start, end: { line: start.line, column: start.column + 3 } };
}
