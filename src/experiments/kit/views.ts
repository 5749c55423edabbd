import type { Localized } from './localized';

/** Names of the fields of `T` that hold a `V`; any string where `T` is the registry's frame type, whose fields are not known. */
export type FieldOf<T, V> = string extends keyof T
  ? string
  : Extract<{ [K in keyof T]: T[K] extends V ? K : never }[keyof T], string>;

/** A chart axis. `title` includes the symbol; `unit` is plain text such as "steps". */
export interface Axis {
  readonly title: Localized;
  readonly unit?: Localized;
  readonly scale: 'linear' | 'log';
  /** Fixed range; where absent the range follows the data. Values outside are clamped to the edge. */
  readonly range?: readonly [number, number];
}

interface ViewBase {
  /** Unique within the experiment. */
  readonly id: string;
  readonly title: Localized;
  /** What to look at, in one sentence. Inline Markdown and `$TeX$` are allowed. */
  readonly caption: Localized;
}

/** What a formula predicts, drawn dashed over what was measured, with measured ÷ predicted as a number. */
export interface Theory<Field extends string = string> {
  /** Of the setup: predictions follow from the settings. As many numbers as the series that it predicts. */
  readonly field: Field;
  /** The formula's name and form, e.g. "Φ(−b)". */
  readonly label: Localized;
  /** Where the formula is from: book section or paper. */
  readonly source: string;
  /** Index of the series that it predicts. */
  readonly series: number;
}

/** Measured quantities against the swept parameter, one point a variant, redrawn on every frame. */
export interface ResponseView<S, F> extends ViewBase {
  readonly kind: 'response';
  /** Swept values, `[variants]`. Drawn at equal distances in their order, labelled with their values or with `labels`, one each. */
  readonly x: {
    readonly field: FieldOf<S, Float32Array>;
    readonly title: Localized;
    readonly labels?: readonly Localized[];
  };
  readonly y: Axis;
  /** Fields of the frame: `[variants]`, or with `variants` `[those, variants]`, one line each. NaN leaves a gap. */
  readonly series: readonly { readonly field: FieldOf<F, Float32Array>; readonly label: Localized }[];
  /** Where a second quantity was swept too: its values with the symbol before them, e.g. "α = 0.01". */
  readonly variants?: { readonly field: FieldOf<S, Float32Array>; readonly symbol: string };
  readonly theory?: readonly Theory<FieldOf<S, Float32Array>>[];
}

/** Quantities along an axis of their own (layer, index of a weight, input value), one line a variant, redrawn on every frame. */
export interface ProfileView<S, F> extends ViewBase {
  readonly kind: 'profile';
  /** Places on the axis, `[points]`, ascending. */
  readonly x: Axis & { readonly field: FieldOf<S, Float32Array> };
  readonly y: Axis;
  /** Fields of the frame: `[points]`, or with `variants` `[variants, points]`, one line each. NaN leaves a gap. */
  readonly series: readonly {
    readonly field: FieldOf<F, Float32Array>;
    readonly label: Localized;
    /** Lines where nothing is said; points for measured data; stems from zero for single numbers such as weights. */
    readonly mark?: 'line' | 'points' | 'stems';
  }[];
  /** The swept values `[variants]` with the symbol before them, e.g. "α = 0.01". */
  readonly variants?: { readonly field: FieldOf<S, Float32Array>; readonly symbol: string };
  /** `[points]` or `[variants, points]`, as the series. */
  readonly theory?: readonly Theory<FieldOf<S, Float32Array>>[];
}

/** Quantities against training steps. */
export interface TimelineView<S, F> extends ViewBase {
  readonly kind: 'timeline';
  readonly y: Axis;
  /** A scalar field, or one entry `index` of an array field. */
  readonly series: readonly {
    readonly field: FieldOf<F, number | Float32Array>;
    readonly index?: number;
    readonly label: Localized;
  }[];
  /** Where given, a series with an `index` is labelled with the swept value at that index instead, e.g. "α = 0.01"; `label` stays its accessible name's start. */
  readonly variants?: { readonly field: FieldOf<S, Float32Array>; readonly symbol: string };
  /** A horizontal dashed line, its height a scalar of the setup. */
  readonly threshold?: { readonly field: FieldOf<S, number>; readonly label: Localized };
}

/** Small multiples: what each variant's classifier says over the plane, with the data on top. */
export interface DecisionMapsView<S, F> extends ViewBase {
  readonly kind: 'decision-maps';
  /** Probability of class 1 scaled to 0…255, `[variants, rows, columns]`; row 0 is the largest y. */
  readonly field: FieldOf<F, Uint8Array>;
  readonly rows: number;
  readonly columns: number;
  /** Plane shown: `[minimum, maximum]` of each coordinate. */
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Training points `[points, 3]`: x, y, class 0 or 1. */
  readonly points: FieldOf<S, Float32Array>;
  /** Caption of each map: swept values `[variants]` with the symbol before them, e.g. "α = 0.01", or `labels`, one each. */
  readonly variants: {
    readonly field: FieldOf<S, Float32Array>;
    readonly symbol: string;
    readonly labels?: readonly Localized[];
  };
  /** Numbers under each map, `[variants]`. */
  readonly readouts: readonly { readonly field: FieldOf<F, Float32Array>; readonly label: Localized }[];
}

/** A loss surface over two parameters, with the paths that optimisers take on it and a swarm of further starts. */
export interface LandscapeView<S, F> extends ViewBase {
  readonly kind: 'landscape';
  /** Loss, `[rows, columns]`; row 0 is the largest y. Coloured on a log scale. */
  readonly surface: FieldOf<S, Float32Array>;
  readonly rows: number;
  readonly columns: number;
  readonly x: Axis & { readonly range: readonly [number, number] };
  readonly y: Axis & { readonly range: readonly [number, number] };
  readonly colorTitle: Localized;
  /** Positions now, `[paths, 2]`; the trail is drawn from the recorded frames. NaN: not shown. */
  readonly paths: { readonly field: FieldOf<F, Float32Array>; readonly labels: readonly Localized[] };
  /** Positions now, `[paths, starts, 2]`, drawn as dots in the colour of their path; switchable by the learner. */
  readonly swarm: FieldOf<F, Float32Array>;
}

/**
 * Small pictures in a grid: digits, what a unit looks for. Read row by row, `across` to a row of the grid.
 */
export interface ImagesView<S, F> extends ViewBase {
  readonly kind: 'images';
  /** Brightness 0…255, `[images, rows, columns]`; row 0 is at the top. */
  readonly field: FieldOf<F, Uint8Array>;
  readonly rows: number;
  readonly columns: number;
  /** Images in a row of the grid. */
  readonly across: number;
  /** `ink`: 0 is paper, 255 ink. `signed`: 128 is zero, drawn in two colours. */
  readonly palette: 'ink' | 'signed';
  /** What each row of the grid shows. */
  readonly rowLabels?: readonly Localized[];
  /** A number under each image, `[images]`; NaN: none. */
  readonly numbers?: { readonly field: FieldOf<F, Float32Array>; readonly label: Localized };
  /** 1 where an image is to be noticed, `[images]`; `label` says why. */
  readonly marked?: { readonly field: FieldOf<F, Uint8Array>; readonly label: Localized };
  /** Where each row of the grid is a variant: the swept values `[variants]` with the symbol before them. */
  readonly variants?: { readonly field: FieldOf<S, Float32Array>; readonly symbol: string };
}

/** The names along one side of a matrix: `labels`, or whole numbers from `first` on. */
export type MatrixSide = {
  readonly title: Localized;
} & ({ readonly labels: readonly Localized[] } | { readonly count: number; readonly first: number });

/** A matrix as a field of coloured cells: correlations, confusions, distances. Row 0 is at the top. */
export interface MatrixView<S, F> extends ViewBase {
  readonly kind: 'matrix';
  /** `[rows, columns]`; NaN leaves a cell empty. */
  readonly field: FieldOf<F, Float32Array> | FieldOf<S, Float32Array>;
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
  readonly series: readonly { readonly field: FieldOf<F, Float32Array>; readonly label: Localized }[];
  readonly variants?: { readonly field: FieldOf<S, Float32Array>; readonly symbol: string };
  /** Drawn dashed below the points, `[points, 2]` of the setup: a diagonal, a path that theory gives. */
  readonly line?: { readonly field: FieldOf<S, Float32Array>; readonly label: Localized };
}

/** Small networks drawn as units and connections, many side by side, some of their units struck out. */
export interface NetworksView<F> extends ViewBase {
  readonly kind: 'networks';
  /** Units of each layer, from the input on. */
  readonly layers: readonly number[];
  /** 1 where a unit takes part, `[networks, units]`, layer by layer from the input on. */
  readonly masks: FieldOf<F, Uint8Array>;
  /** The weights that all of them share: `[inputs, outputs]` of each layer, one after the other, biases left out. */
  readonly weights: FieldOf<F, Float32Array>;
  /** Networks in a row. */
  readonly across: number;
  /** A number under each network, `[networks]`. */
  readonly numbers?: { readonly field: FieldOf<F, Float32Array>; readonly label: Localized };
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
