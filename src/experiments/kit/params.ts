import type { Localized } from './localized';

/** A number that the learner may set. A log scale needs `min > 0`. */
export interface NumberParam {
  readonly kind: 'number';
  readonly label: Localized;
  /** One sentence: what turning it up does. */
  readonly help: Localized;
  /** Smallest allowed value, inclusive. */
  readonly min: number;
  /** Largest allowed value, inclusive. */
  readonly max: number;
  /** Distance between slider stops; on a log scale the factor's exponent in decades (0.1 = ten stops a decade). */
  readonly step: number;
  readonly scale: 'linear' | 'log';
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
  readonly help: Localized;
  readonly options: readonly { readonly value: V; readonly label: Localized }[];
  readonly default: V;
}

/** On or off. */
export interface SwitchParam {
  readonly kind: 'switch';
  readonly label: Localized;
  readonly help: Localized;
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
