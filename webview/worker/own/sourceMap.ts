import type { Insertion, SourcePlace } from '../../../src/protocol/ownExperiments';

/** Where an error was thrown, in V8's words: `at f (address:line:column)`, from 1. */
const stackFrame = /(?:\(|at )(\S+):(\d+):(\d+)\)?$/;

/** Finds in the learner's file what the worker's own script says about places. */
export class SourceMap {
  readonly #address: string;
  readonly #firstLine: number;
  readonly #insertions: readonly Insertion[];

  /**
   * @param address of the script that the worker runs
   * @param firstLine the script's 0-based line that is the file's first
   */
  constructor(address: string, firstLine: number, insertions: readonly Insertion[]) {
    this.#address = address;
    this.#firstLine = firstLine;
    this.#insertions = insertions;
  }

  /** The innermost place of an error that is in the file; `undefined` where there is none. */
  placeOf({ stack = '' }: Error): SourcePlace | undefined {
    for (const frame of stack.split('\n')) {
      const [, address, line, column] = stackFrame.exec(frame.trimEnd()) ?? [];
      const place = { line: Number(line) - 1 - this.#firstLine, column: Number(column) - 1 };
      if (address === this.#address && place.line >= 0) return this.#inFile(place);
    }
    return undefined;
  }

  /** What was put in before a place is not there in the file. */
  #inFile({ line, column }: SourcePlace): SourcePlace {
    let inFile = column;
    for (const insertion of this.#insertions) {
      if (insertion.line === line && insertion.column < inFile) {
        inFile = Math.max(insertion.column, inFile - insertion.length);
      }
    }
    return { line, column: inFile };
  }
}
