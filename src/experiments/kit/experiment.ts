import type { Localized } from './localized';
import type { Params, Values } from './params';
import type { Random } from './random';
import type { FieldOf, View } from './views';

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

interface PredictionBase {
  /** Unique within the experiment, kebab-case. */
  readonly id: string;
  /** What the learner is asked before the run. Inline Markdown and `$TeX$` are allowed. */
  readonly question: Localized;
  /** Why it comes out as it does, said after the run, in one or two sentences. Inline Markdown and `$TeX$` are allowed. */
  readonly because: Localized;
}

/** The learner chooses what will happen. */
export interface ChoicePrediction<S extends Setup = Setup, F extends Frame = Frame> extends PredictionBase {
  readonly kind: 'choice';
  /** Two to four, in the order in which they are shown. */
  readonly options: readonly { readonly id: string; readonly text: Localized }[];
  /** Id of the option that a finished run shows to be right. A method, as `measure` of a claim. */
  answer(trace: Trace<S, F>): string;
}

/** The learner draws the curve of a response view. */
export interface CurvePrediction extends PredictionBase {
  readonly kind: 'curve';
  /** Id of the response view. */
  readonly view: string;
  /** Index of the series that the learner draws. */
  readonly series: number;
  /** What the y axis shows while nothing is known yet. */
  readonly range: readonly [number, number];
}

/** What a learner is asked before the run, and what is laid over it afterwards. */
export type Prediction<S extends Setup = Setup, F extends Frame = Frame> =
  | ChoicePrediction<S, F>
  | CurvePrediction;

/** A formula of the explanation with the numbers that it has at this moment of this run. */
export interface LiveFormula<P extends Params = Params, S extends Setup = Setup, F extends Frame = Frame> {
  /** What the formula says. Inline Markdown and `$TeX$` are allowed. */
  readonly label: Localized;
  /** TeX without dollar signs; `\live{name}` is the place of a value. */
  readonly tex: string;
  /** The value for each `\live{name}`; NaN where there is none yet. A method, as `measure` of a claim. */
  values(trace: Trace<S, F>, frame: number, params: Values<P>): Readonly<Record<string, number>>;
}

/** How to see that the training of a variant blows up. */
export interface Divergence<SetupField extends string = string, FrameField extends string = string> {
  /** Of the frame, `[variants]`: finite and moderate while training goes well, such as the training loss. */
  readonly watched: FrameField;
  /** Of the frame, `[variants]`: a norm of weights or gradients, whose last finite value is told. */
  readonly norm: FrameField;
  /** Name of that norm with its symbol. Plain text. */
  readonly normLabel: Localized;
  /** What tells the variants apart: swept values `[variants]` of the setup with the symbol before them, or names. */
  readonly variants:
    | { readonly field: SetupField; readonly symbol: string }
    | { readonly labels: readonly Localized[] };
  /** The likely cause, and what to do about it, in a sentence. Inline Markdown and `$TeX$` are allowed. */
  readonly cause: Localized;
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
  /** The first one is asked when the experiment is opened for the first time. */
  readonly predictions?: readonly Prediction<S, F>[];
  /** In the order in which they are read, below the explanation. */
  readonly formulas?: readonly LiveFormula<P, S, F>[];
  /** Where absent, nothing that the parameters allow makes a variant diverge. */
  readonly divergence?: Divergence<FieldOf<S, Float32Array>, FieldOf<F, Float32Array>>;
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
