import type { Frame, Setup, Trace } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { DecisionMapsView, TimelineView } from '../../src/experiments/kit/views';
import { exactDigits } from '../numbers';
import type { Strings } from '../strings';
import { plainText } from '../text';
import { type CurvesDeclaration, theoryName } from './curveData';
import { arrayField } from './fields';
import type { DataTable } from './view';

/** A swept value with its symbol and all its digits, for the heading of a column of numbers: `α = 0.01`. */
function exactVariant(symbol: string, value: number): string {
  return `${symbol} = ${exactDigits(value)}`;
}

type Variants = { readonly field: string; readonly symbol: string } | undefined;

/** A heading for each variant of a named quantity; its name alone where nothing is swept. */
function headingsOf(name: string, variants: Variants, setup: Setup): readonly string[] {
  if (!variants) return [name];
  const swept = arrayField(setup, variants.field);
  return Array.from(swept, (value) => `${name}, ${exactVariant(variants.symbol, value)}`);
}

/** Headings of all measured curves, series by series, then of all predicted ones, formula by formula, with the unit of y. */
export function curveHeadings(
  view: CurvesDeclaration,
  setup: Setup,
  locale: Locale,
  strings: Strings,
): readonly string[] {
  const measured = view.series.map(({ label }) => plainText(label[locale]));
  const predicted = (view.theory ?? []).map((theory) => theoryName(view, theory, locale));
  return [...measured, ...predicted]
    .flatMap((name) => headingsOf(name, view.variants, setup))
    .map((name) => strings.axisTitle(name, view.y.unit?.[locale]));
}

/** Curves over a common x: one row a point. `headings` and `curves` without x. */
export function curvesTable(
  xHeading: string,
  xValues: ArrayLike<number | string>,
  headings: readonly string[],
  curves: readonly ArrayLike<number>[],
): DataTable {
  const rows = Array.from(xValues, (x, index) => [x, ...curves.map((curve) => curve[index] ?? Number.NaN)]);
  return { headings: [xHeading, ...headings], rows };
}

/** Headings of a timeline's series, with the unit of y. */
export function timelineHeadings(
  { series, variants, y }: TimelineView<Setup, Frame>,
  setup: Setup,
  locale: Locale,
  strings: Strings,
): readonly string[] {
  const swept = variants && arrayField(setup, variants.field);
  return series.map(({ label, index }) => {
    const name = plainText(label[locale]);
    const value = index === undefined ? undefined : swept?.[index];
    const full = variants && value !== undefined ? `${name}, ${exactVariant(variants.symbol, value)}` : name;
    return strings.axisTitle(full, y.unit?.[locale]);
  });
}

/** The numbers under decision maps: one row a variant. */
export function mapsTable(
  { variants, readouts }: DecisionMapsView<Setup, Frame>,
  swept: ArrayLike<number>,
  frame: Frame,
  locale: Locale,
): DataTable {
  const columns = readouts.map(({ field }) => arrayField(frame, field));
  return {
    headings: [variants.symbol, ...readouts.map(({ label }) => plainText(label[locale]))],
    rows: Array.from(swept, (value, variant) => [
      value,
      ...columns.map((column) => column[variant] ?? Number.NaN),
    ]),
  };
}

/** Paths over a plane up to a frame: one row a step and path. `field` of the frames is `[paths, 2]`. */
export function pathsTable(
  headings: readonly [string, string, string, string],
  labels: readonly string[],
  trace: Trace,
  field: string,
  frame: number,
  stepsPerFrame: number,
): DataTable {
  const rows = trace.frames.slice(0, frame + 1).flatMap((recorded, index) => {
    const positions = arrayField(recorded, field);
    return labels.map((label, path) => [
      index * stepsPerFrame,
      label,
      positions[path * 2] ?? Number.NaN,
      positions[path * 2 + 1] ?? Number.NaN,
    ]);
  });
  return { headings, rows };
}
