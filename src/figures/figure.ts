import type { Locale, Localized } from '../experiments/kit/localized';

/** A slider. Its numbers are in the unit that `format` writes. */
export interface RangeControl {
  readonly kind: 'range';
  readonly label: Localized;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** The number as it stands beside the slider. */
  readonly format: (value: number, locale: Locale) => string;
}

/** A choice of one thing among several; its value is the 0-based index of the option. */
export interface ChoiceControl {
  readonly kind: 'choice';
  readonly label: Localized;
  readonly options: readonly Localized[];
  readonly initial: number;
}

/** What a learner can set in a figure. */
export type FigureControl = RangeControl | ChoiceControl;

/** What the controls of a figure are set to, by their names. */
export type FigureValues<Name extends string = string> = Readonly<Record<Name, number>>;

/** A figure in one state. */
export interface Drawing {
  /** One `<svg>` element, well-formed XML without ids. Its colours come from the style sheet, by class. */
  readonly svg: string;
  /** What the picture shows, with its numbers. Plain text. */
  readonly text: string;
}

/** A small picture of a concept with a few controls. It needs no training: every state is drawn from its values alone. */
export interface Figure<Name extends string = string> {
  /** English, kebab-case; names the figure for good. */
  readonly id: string;
  /** What notes call the concept, in a heading or lead-in; what the figure says most about first. */
  readonly concepts: Readonly<Record<Locale, readonly string[]>>;
  readonly title: Localized;
  /** One or two sentences on what to look at. Plain text. */
  readonly description: Localized;
  readonly controls: Readonly<Record<Name, FigureControl>>;
  /** The figure with these values, each one that its control can be set to. */
  draw(values: FigureValues<Name>, locale: Locale): Drawing;
}

/** A figure whose `draw` gets the values of exactly its own controls. */
export function defineFigure<Name extends string>(figure: Figure<Name>): Figure {
  return figure;
}

/** A value for each control: the one in `given` where the control can be set to it, else the nearest, and the initial one for what is no number. */
export function completeValues({ controls }: Figure, given: FigureValues = {}): FigureValues {
  return Object.fromEntries(
    Object.entries(controls).map(([name, control]) => [name, settable(control, given[name])]),
  );
}

function settable(control: FigureControl, value = Number.NaN): number {
  if (Number.isNaN(value)) return control.initial;
  const { min, max, step } =
    control.kind === 'range' ? control : { min: 0, max: control.options.length - 1, step: 1 };
  const near = Math.min(max, Math.max(min, value));
  // Steps of a hundredth add up to 0.30000000000000004.
  return Number((min + Math.round((near - min) / step) * step).toFixed(6));
}
