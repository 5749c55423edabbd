/** A place in a file that a learner wrote; 0-based line, and 0-based column in UTF-16 units. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with an experiment of the learner's own, in the learner's language. */
export interface OwnProblem {
  readonly message: string;
  /** Where in the file; absent where that is not known. */
  readonly place?: SourcePlace;
}

/** Something that was put into a line of the file before it went to the worker. */
export interface Insertion {
  /** 0-based. */
  readonly line: number;
  /** Column of the file that it stands before. */
  readonly column: number;
  readonly length: number;
}

/** A learner's file as the worker runs it. */
export interface OwnCode {
  /** A function's body in strict mode, with the lines of the file; what was exported is declared in it. Loops call `lectureLabTick(line)`. */
  readonly code: string;
  /** In the order of the file. */
  readonly insertions: readonly Insertion[];
}

/** An experiment of the learner's own, from a file of the vault. */
export interface OwnExperiment {
  /** The file's name without `.experiment.js`. */
  readonly id: string;
  /** Path of the file in the vault. */
  readonly path: string;
  readonly uri: string;
  /** What the worker runs, or why nothing is run. */
  readonly content: OwnCode | { readonly problems: readonly OwnProblem[] };
}
