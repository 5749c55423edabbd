// Types for experiments of your own. Lecture Lab writes this file beside them; it may be deleted and is made anew with the next one.

declare namespace LectureLab {
  /** A text, in both languages or in one for both. */
  export type Localized = string | { readonly de: string; readonly en: string };

  /** A number that the learner may set. A log scale needs `min > 0`. */
  export interface NumberParam {
    readonly kind: 'number';
    readonly label: Localized;
    /** One sentence: what turning it up does. */
    readonly help?: Localized;
    /** Smallest allowed value, inclusive. */
    readonly min: number;
    /** Largest allowed value, inclusive. */
    readonly max: number;
    /** Distance between slider stops; on a log scale the factor's exponent in decades (0.1 = ten stops a decade). */
    readonly step: number;
    readonly scale?: 'linear' | 'log';
    /** Only whole numbers are valid. */
    readonly integer?: boolean;
    /** The symbol that the lecture uses, as TeX without dollar signs, e.g. `\\alpha`. */
    readonly symbol?: string;
    /** Plain text such as "steps", shown behind the number; absent for pure numbers. */
    readonly unit?: Localized;
    readonly default: number;
  }

  /** One of a few named values. */
  export interface ChoiceParam<V extends string = string> {
    readonly kind: 'choice';
    readonly label: Localized;
    readonly help?: Localized;
    readonly options: readonly { readonly value: V; readonly label: Localized }[];
    readonly default: V;
  }

  /** On or off. */
  export interface SwitchParam {
    readonly kind: 'switch';
    readonly label: Localized;
    readonly help?: Localized;
    readonly default: boolean;
  }

  /** A declared parameter of an experiment. */
  export type Param = NumberParam | ChoiceParam | SwitchParam;

  /** The declared parameters of an experiment, by the name used in code, notes and messages. */
  export type Params = Readonly<Record<string, Param>>;

  /** The value type that a declared parameter takes. */
  export type ValueOf<P extends Param> = P extends NumberParam
    ? number
    : P extends ChoiceParam<infer V>
      ? V
      : boolean;

  /** One value for each declared parameter. */
  export type Values<P extends Params> = { readonly [K in keyof P]: ValueOf<P[K]> };

  /** A chart axis. `title` includes the symbol; `unit` is plain text such as "steps". */
  export interface Axis {
    readonly title: Localized;
    readonly unit?: Localized;
    readonly scale?: 'linear' | 'log';
    /** Fixed range; where absent the range follows the data. Values outside are clamped to the edge. */
    readonly range?: readonly [number, number];
  }

  interface ViewBase {
    /** Unique within the experiment. */
    readonly id: string;
    readonly title: Localized;
    /** What to look at, in one sentence. Inline Markdown and `$TeX$` are allowed. */
    readonly caption?: Localized;
  }

  /** What a formula predicts, drawn dashed over what was measured, with measured ÷ predicted as a number. */
  export interface Theory<Field extends string = string> {
    /** Of the setup: predictions follow from the settings. As many numbers as the series that it predicts. */
    readonly field: Field;
    /** The formula's name and form, e.g. "Φ(−b)". */
    readonly label: Localized;
    /** Where the formula is from: book section or paper. */
    readonly source?: string;
    /** Index of the series that it predicts. */
    readonly series: number;
  }

  /** Measured quantities against the swept parameter, one point a variant, redrawn on every frame. */
  export interface ResponseView<S, F> extends ViewBase {
    readonly kind: 'response';
    /** Swept values, `[variants]`. Drawn at equal distances in their order, labelled with their values or with `labels`, one each. */
    readonly x: {
      readonly field: string;
      readonly title: Localized;
      readonly labels?: readonly Localized[];
    };
    readonly y: Axis;
    /** Fields of the frame: `[variants]`, or with `variants` `[those, variants]`, one line each. NaN leaves a gap. */
    readonly series: readonly { readonly field: string; readonly label: Localized }[];
    /** Where a second quantity was swept too: its values with the symbol before them, e.g. "α = 0.01". */
    readonly variants?: { readonly field: string; readonly symbol: string };
    readonly theory?: readonly Theory<string>[];
  }

  /** Quantities along an axis of their own (layer, index of a weight, input value), one line a variant, redrawn on every frame. */
  export interface ProfileView<S, F> extends ViewBase {
    readonly kind: 'profile';
    /** Places on the axis, `[points]`, ascending. */
    readonly x: Axis & { readonly field: string };
    readonly y: Axis;
    /** Fields of the frame: `[points]`, or with `variants` `[variants, points]`, one line each. NaN leaves a gap. */
    readonly series: readonly {
      readonly field: string;
      readonly label: Localized;
      /** Lines where nothing is said; points for measured data; stems from zero for single numbers such as weights. */
      readonly mark?: 'line' | 'points' | 'stems';
    }[];
    /** The swept values `[variants]` with the symbol before them, e.g. "α = 0.01". */
    readonly variants?: { readonly field: string; readonly symbol: string };
    /** `[points]` or `[variants, points]`, as the series. */
    readonly theory?: readonly Theory<string>[];
  }

  /** Quantities against training steps. */
  export interface TimelineView<S, F> extends ViewBase {
    readonly kind: 'timeline';
    readonly y: Axis;
    /** A scalar field, or one entry `index` of an array field. */
    readonly series: readonly {
      readonly field: string;
      readonly index?: number;
      readonly label: Localized;
    }[];
    /** Where given, a series with an `index` is labelled with the swept value at that index instead, e.g. "α = 0.01"; `label` stays its accessible name's start. */
    readonly variants?: { readonly field: string; readonly symbol: string };
    /** A horizontal dashed line, its height a scalar of the setup. */
    readonly threshold?: { readonly field: string; readonly label: Localized };
  }

  /** Small multiples: what each variant's classifier says over the plane, with the data on top. */
  export interface DecisionMapsView<S, F> extends ViewBase {
    readonly kind: 'decision-maps';
    /** Probability of class 1 scaled to 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
    readonly field: string;
    readonly rows: number;
    readonly columns: number;
    /** Plane shown: `[minimum, maximum]` of each coordinate. */
    readonly xRange: readonly [number, number];
    readonly yRange: readonly [number, number];
    /** Training points `[points, 3]`: x, y, class 0 or 1. */
    readonly points: string;
    /** Caption of each map: swept values `[variants]` with the symbol before them, e.g. "α = 0.01", or `labels`, one each. */
    readonly variants: {
      readonly field: string;
      readonly symbol: string;
      readonly labels?: readonly Localized[];
    };
    /** Numbers under each map, `[variants]`. */
    readonly readouts?: readonly { readonly field: string; readonly label: Localized }[];
  }

  /** A loss surface over two parameters, with the paths that optimisers take on it and a swarm of further starts. */
  export interface LandscapeView<S, F> extends ViewBase {
    readonly kind: 'landscape';
    /** Loss, `[rows, columns]`; row 0 is the largest y. Coloured on a log scale. */
    readonly surface: string;
    readonly rows: number;
    readonly columns: number;
    readonly x: Axis & { readonly range: readonly [number, number] };
    readonly y: Axis & { readonly range: readonly [number, number] };
    readonly colorTitle: Localized;
    /** Positions now, `[paths, 2]`; the trail is drawn from the recorded frames. NaN: not shown. */
    readonly paths: { readonly field: string; readonly labels: readonly Localized[] };
    /** Positions now, `[paths, starts, 2]`, drawn as dots in the colour of their path; switchable by the learner. */
    readonly swarm: string;
  }

  /**
   * Small pictures in a grid: digits, what a unit looks for. Read row by row, `across` to a row of the grid.
   */
  export interface ImagesView<S, F> extends ViewBase {
    readonly kind: 'images';
    /** Brightness 0…255, `[images, rows, columns]`; row 0 is at the top. */
    readonly field: string;
    readonly rows: number;
    readonly columns: number;
    /** Images in a row of the grid. */
    readonly across: number;
    /** `ink`: 0 is paper, 255 ink. `signed`: 128 is zero, drawn in two colours. */
    readonly palette: 'ink' | 'signed';
    /** What each row of the grid shows. */
    readonly rowLabels?: readonly Localized[];
    /** A number under each image, `[images]`; NaN: none. */
    readonly numbers?: { readonly field: string; readonly label: Localized };
    /** 1 where an image is to be noticed, `[images]`; `label` says why. */
    readonly marked?: { readonly field: string; readonly label: Localized };
    /** Where each row of the grid is a variant: the swept values `[variants]` with the symbol before them. */
    readonly variants?: { readonly field: string; readonly symbol: string };
  }

  /** The names along one side of a matrix: `labels`, or whole numbers from `first` on. */
  export type MatrixSide = {
    readonly title: Localized;
  } & ({ readonly labels: readonly Localized[] } | { readonly count: number; readonly first: number });

  /** A matrix as a field of coloured cells: correlations, confusions, distances. Row 0 is at the top. */
  export interface MatrixView<S, F> extends ViewBase {
    readonly kind: 'matrix';
    /** `[rows, columns]`; NaN leaves a cell empty. */
    readonly field: string | string;
    readonly rows: MatrixSide;
    readonly columns: MatrixSide;
    /** What a cell says, with its symbol. */
    readonly value: Localized;
    /** Values that the ends of the colour scale stand for; where the first is negative the scale has two colours that meet at zero. */
    readonly range: readonly [number, number];
  }

  /** Points in a plane whose axes are two measured quantities, redrawn on every frame. */
  export interface ScatterView<S, F> extends ViewBase {
    readonly kind: 'scatter';
    readonly x: Axis;
    readonly y: Axis;
    /** Fields of the frame, `[points, 2]`, or with `variants` `[variants, points, 2]`, one colour each. NaN: not shown. */
    readonly series: readonly { readonly field: string; readonly label: Localized }[];
    readonly variants?: { readonly field: string; readonly symbol: string };
    /** Drawn dashed below the points, `[points, 2]` of the setup: a diagonal, a path that theory gives. */
    readonly line?: { readonly field: string; readonly label: Localized };
  }

  /** Small networks drawn as units and connections, many side by side, some of their units struck out. */
  export interface NetworksView<F> extends ViewBase {
    readonly kind: 'networks';
    /** Units of each layer, from the input on. */
    readonly layers: readonly number[];
    /** 1 where a unit takes part, `[networks, units]`, layer by layer from the input on. */
    readonly masks: string;
    /** The weights that all of them share: `[inputs, outputs]` of each layer, one after the other, biases left out. */
    readonly weights: string;
    /** Networks in a row. */
    readonly across: number;
    /** A number under each network, `[networks]`. */
    readonly numbers?: { readonly field: string; readonly label: Localized };
  }

  /** A picture of a run, declared as data; `webview/views/<kind>.ts` draws it. */
  export type View<S, F> =
    | ResponseView<S, F>
    | ProfileView<S, F>
    | TimelineView<S, F>
    | DecisionMapsView<S, F>
    | LandscapeView<S, F>
    | ImagesView<S, F>
    | MatrixView<S, F>
    | ScatterView<S, F>
    | NetworksView<F>;

  /**
   * A source of random numbers with named, independent streams: what one stream draws never depends on how much another has drawn,
   * so adding a draw in one place does not change the rest of a run.
   */
  export interface Random {
    /** The stream of that name below this one; the same name gives the same stream from its start. */
    stream(name: string): Random;
    /** Evenly distributed in the open interval (0, 1). */
    uniform(): number;
    /** Normally distributed, mean 0, standard deviation 1. */
    normal(): number;
    /** A whole number, 0 … `bound` − 1, each equally likely. `bound` is a whole number, 1 … 2³². */
    integer(bound: number): number;
    /** The same items in random order; every order is equally likely. */
    shuffle<T>(items: readonly T[]): T[];
  }

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
    readonly source?: string;
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
    readonly over?: 'every-seed' | 'mean';
  }

  /** Settings worth trying, with the reason. */
  export interface Preset<P extends Params = Params> {
    /** Unique within the experiment, kebab-case. */
    readonly id: string;
    /** Two or three words. Plain text. */
    readonly title: Localized;
    /** What one will see with them, in a sentence. Inline Markdown and `$TeX$` are allowed. */
    readonly why?: Localized;
    /** What differs from the defaults. */
    readonly params?: Partial<Values<P>>;
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

  /** Everything about an experiment that can be known without running it. Light: the extension host imports it. */
  export interface ExperimentSpec<P extends Params = Params, S extends Setup = Setup, F extends Frame = Frame> {
    /** Folder name, kebab-case. */
    readonly id: string;
    /** Plain text without formulas: menus and buttons show it. */
    readonly title: Localized;
    /** One sentence for menus and hovers. Plain text. */
    readonly summary?: Localized;
    /** The explanation beside the pictures: Markdown with `$TeX$`, a few short paragraphs. */
    readonly explanation?: Localized;
    /** The terms of a lecture that this experiment shows, most specific first. Inflected forms are found by the matcher. */
    readonly concepts?: { readonly de: readonly string[]; readonly en?: readonly string[] };
    readonly params?: P;
    /** In reading order. */
    readonly views: readonly View<S, F>[];
    readonly claims?: readonly Claim<P, S, F>[];
    /** Two to four. */
    readonly presets?: readonly Preset<P>[];
    /** Where the lecture's rule of thumb holds and where it does not: a paragraph of Markdown with `$TeX$`. */
    readonly limits?: Localized;
    /** The first one is asked when the experiment is opened for the first time. */
    readonly predictions?: readonly Prediction<S, F>[];
    /** In the order in which they are read, below the explanation. */
    readonly formulas?: readonly LiveFormula<P, S, F>[];
    /** Unit of progress that one frame stands for, e.g. 10 training steps. */
    readonly stepsPerFrame?: number;
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
    readonly dispose?: () => void;
  }

  /** The spec of an experiment of one's own: `export const spec`. Its id is the file's name without `.experiment.js`. */
  export type Spec = ExperimentSpec<any, any, any>;

  /** What computes it: `export function run(params, { random })`. Params have the values that the learner has set. */
  export type Run = (params: Readonly<Record<string, any>>, context: RunContext) => Running<any, any>;
}
