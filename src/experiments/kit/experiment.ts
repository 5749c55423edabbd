import type { Localized } from './localized';
import type { Params, Values } from './params';
import type { Random } from './random';
import type { View } from './views';

/** A value in a frame: plain numbers only, so that frames can be recorded, posted and compared bit by bit. */
export type FrameValue = number | Float32Array | Uint8Array;

/**
 * What a run shows after some training steps. Arrays are row-major; the field's doc in the experiment's spec gives the shape. Every
 * array is made for its frame and owns its buffer, which the worker moves to the page.
 */
export type Frame = Readonly<Record<string, FrameValue>>;

/** What a run computes once, before the first training step: data sets, surfaces, the swept values. */
export type Setup = Readonly<Record<string, FrameValue>>;

/** A recorded run: the whole of what views and claims may look at. */
export interface Trace<S extends Setup = Setup, F extends Frame = Frame> {
  readonly setup: S;
  /** `frames[0]` is the state before the first step. */
  readonly frames: readonly F[];
}

/** What an experiment asserts, checked live in the lab and over seeds in the tests. */
export interface Claim<P extends Params = Params, S extends Setup = Setup, F extends Frame = Frame> {
  /** Unique within the experiment, kebab-case, says the assertion: `norm-clipping-bounds-the-step`. */
  readonly id: string;
  /** The assertion in one sentence. Inline Markdown and `$TeX$` are allowed. */
  readonly text: Localized;
  /** Where the assertion is from: book section or paper. */
  readonly source: string;
  /** Settings under which it is asserted, where they are not the defaults. In the lab it is judged only under these. */
  readonly params?: Partial<Values<P>>;
  /**
   * The number that is judged, from a finished run. Its unit is said in `text`. A method, not a function property, so that
   * a spec with its own frame type is also an `ExperimentSpec` of the registry.
   */
  measure(trace: Trace<S, F>): number;
  /** Inclusive bounds for the measured number; at least one of the two. */
  readonly bound: { readonly atLeast?: number; readonly atMost?: number };
  /** `every-seed`: holds for each seed alone. `mean`: the mean over the seeds holds (statistical effects). */
  readonly over: 'every-seed' | 'mean';
}

/** Settings worth trying, with the reason. */
export interface Preset<P extends Params = Params> {
  /** Unique within the experiment, kebab-case. */
  readonly id: string;
  /** Two or three words. Plain text. */
  readonly title: Localized;
  /** What one will see with them, in a sentence. Inline Markdown and `$TeX$` are allowed. */
  readonly why: Localized;
  /** What differs from the defaults. */
  readonly params: Partial<Values<P>>;
}

/** Everything about an experiment that can be known without running it. Light: the extension host imports it. */
export interface ExperimentSpec<P extends Params = Params, S extends Setup = Setup, F extends Frame = Frame> {
  /** Folder name, kebab-case. */
  readonly id: string;
  /** Plain text without formulas: menus and buttons show it. */
  readonly title: Localized;
  /** One sentence for menus and hovers. Plain text. */
  readonly summary: Localized;
  /** The explanation beside the pictures: Markdown with `$TeX$`, a few short paragraphs. */
  readonly explanation: Localized;
  /** The terms of a lecture that this experiment shows, most specific first. Inflected forms are found by the matcher. */
  readonly concepts: Readonly<Record<'de' | 'en', readonly string[]>>;
  readonly params: P;
  /** In reading order. */
  readonly views: readonly View<S, F>[];
  readonly claims: readonly Claim<P, S, F>[];
  /** Two to four. */
  readonly presets?: readonly Preset<P>[];
  /** Where the lecture's rule of thumb holds and where it does not: a paragraph of Markdown with `$TeX$`. */
  readonly limits?: Localized;
  /** Unit of progress that one frame stands for, e.g. 10 training steps. */
  readonly stepsPerFrame: number;
}

/** What a run gets besides its parameters. Everything random comes from here. */
export interface RunContext {
  readonly random: Random;
}

/** A run in progress. A run is a function of (parameters, seed): the same pair gives the same frames, bit by bit on the same backend. */
export interface Running<S extends Setup = Setup, F extends Frame = Frame> {
  readonly setup: S;
  /** How many frames `frames` will yield at most, the one before the first step included. A run may end earlier. */
  readonly frameCount: number;
  /** Yields synchronously; each `next()` computes `stepsPerFrame` steps. */
  readonly frames: Iterator<F, void>;
  /** Frees every tensor of the run. Idempotent; `frames` must not be used afterwards. */
  readonly dispose: () => void;
}

interface Runner<P extends Params, S extends Setup, F extends Frame> {
  run(params: Values<P>, context: RunContext): Running<S, F>;
}

/**
 * Starts a run with values that `checkParams` has approved. Heavy: only the worker and the tests import it. Taken from a method,
 * so that a run with its own parameters is also a `Run` of the registry.
 */
export type Run<P extends Params = Params, S extends Setup = Setup, F extends Frame = Frame> = Runner<
  P,
  S,
  F
>['run'];

/**
 * Declares an experiment; the identity function, there for its types: a typo in a parameter, field or view is a compile error.
 * @example export const spec = defineExperiment<Setup, Frame>()({ id: 'weight-decay', … });
 */
export function defineExperiment<S extends Setup, F extends Frame>() {
  return <const P extends Params>(spec: ExperimentSpec<P, S, F>): ExperimentSpec<P, S, F> => spec;
}
