import type { Locale } from '../experiments/kit/localized';
import { type Drawing, defineFigure } from './figure';
import { decimals } from './numbers';
import { Plane } from './plane';
import { arrow, circle, label, note, type Point, picture, polyline, rectangle } from './svg';

/** A vector of the plane. */
export type Vector = readonly [x: number, y: number];

/** The vector, shortened to length `threshold` if it is longer. */
export function clipNorm(vector: Vector, threshold: number): Vector {
  const length = Math.hypot(...vector);
  const factor = length > threshold ? threshold / length : 1;
  return [vector[0] * factor, vector[1] * factor];
}

/** The vector, each component limited to ±`threshold`. */
export function clipValue(vector: Vector, threshold: number): Vector {
  const limited = (component: number) => Math.min(threshold, Math.max(-threshold, component));
  return [limited(vector[0]), limited(vector[1])];
}

const title = {
  de: 'Norm-Clipping und Value-Clipping eines Vektors',
  en: 'Norm clipping and value clipping of a vector',
};
const names = {
  de: ['Gradient g', 'Norm-Clipping', 'Value-Clipping'],
  en: ['gradient g', 'norm clipping', 'value clipping'],
};
const axis = { from: -3, to: 3, ticks: [-2, -1, 0, 1, 2], digits: 0 };
const plane = new Plane({ left: 24, top: 8, width: 288, height: 288 }, axis, axis);
const onDegree = (value: number) => `${decimals(value, 0, 'en')}°`;
const hundredths = (value: number, locale: Locale) => decimals(value, 2, locale);

function vectorOf(angle: number, length: number): Vector {
  const radians = (angle * Math.PI) / 180;
  return [length * Math.cos(radians), length * Math.sin(radians)];
}

/** Norm clipping and value clipping of a gradient with two components. */
export const vectorClipping = defineFigure({
  id: 'vector-clipping',
  concepts: {
    de: [
      'Gradient Clipping',
      'Norm-Clipping',
      'Value-Clipping',
      'Gradienten-Clipping',
      'Gradientenclipping',
      'Gradientennorm',
    ],
    en: [
      'gradient clipping',
      'norm clipping',
      'value clipping',
      'clip by norm',
      'clip by value',
      'gradient norm',
    ],
  },
  title,
  description: {
    de: 'Norm-Clipping holt einen zu langen Gradienten auf den Kreis mit Radius c zurück, ohne ihn zu drehen. Value-Clipping schneidet jede Komponente am Quadrat ab und ändert dabei meist die Richtung.',
    en: 'Norm clipping pulls a gradient that is too long back to the circle of radius c without turning it. Value clipping cuts each component off at the square and mostly changes the direction.',
  },
  controls: {
    angle: {
      kind: 'range',
      label: { de: 'Richtung von g', en: 'Direction of g' },
      min: -180,
      max: 180,
      step: 5,
      initial: 20,
      format: onDegree,
    },
    length: {
      kind: 'range',
      label: { de: 'Länge ‖g‖', en: 'Length ‖g‖' },
      min: 0.1,
      max: 2.8,
      step: 0.1,
      initial: 2.8,
      format: hundredths,
    },
    threshold: {
      kind: 'range',
      label: { de: 'Schwelle c', en: 'Threshold c' },
      min: 0.2,
      max: 2,
      step: 0.1,
      initial: 1.5,
      format: hundredths,
    },
  },
  draw({ angle, length, threshold }, locale): Drawing {
    const vector = vectorOf(angle, length);
    const vectors = [vector, clipNorm(vector, threshold), clipValue(vector, threshold)];
    const svg = picture(
      title[locale],
      320,
      plane.axes(locale),
      bounds(threshold),
      ...vectors.map(([x, y], series) => arrow(series + 1, plane.at(0, 0), plane.at(x, y))),
      label('g', nameAt(angle, length), 'middle'),
      ...vectors.map((each, series) => legend(series, each, locale)),
    );
    return { svg, text: sentence(vector, length, threshold, locale) };
  },
});

/** What each method lets through. */
function bounds(threshold: number): string {
  const centre = plane.at(0, 0);
  const onCircle = plane.at(threshold, 0);
  const square = rectangle('bound-3', plane.at(-threshold, threshold), plane.at(threshold, -threshold));
  return square + circle('bound-2', centre, onCircle[0] - centre[0]);
}

/** Just beyond the tip. */
function nameAt(angle: number, length: number): Point {
  const [x, y] = plane.at(...vectorOf(angle, length + 0.22));
  return [x, y + 4];
}

function legend(series: number, [x, y]: Vector, locale: Locale): string {
  const [left, top] = [334, 40 + 92 * series];
  const components = `(${hundredths(x, locale)}${{ de: ';', en: ',' }[locale]} ${hundredths(y, locale)})`;
  const length = `${{ de: 'Länge', en: 'length' }[locale]} ${hundredths(Math.hypot(x, y), locale)}`;
  return [
    polyline(`line-${series + 1}`, [
      [left, top],
      [left + 40, top],
    ]),
    label(names[locale][series] ?? '', [left, top + 20]),
    note(components, [left, top + 38]),
    note(length, [left, top + 54]),
  ].join('');
}

function sentence(vector: Vector, length: number, threshold: number, locale: Locale): string {
  const [long, cut] = [hundredths(length, locale), hundredths(threshold, locale)];
  if (length <= threshold) {
    return {
      de: `‖g‖ = ${long} ≤ c = ${cut}: Beide Verfahren lassen den Gradienten, wie er ist.`,
      en: `‖g‖ = ${long} ≤ c = ${cut}: both methods leave the gradient as it is.`,
    }[locale];
  }
  const kept = {
    de: `‖g‖ = ${long} > c = ${cut}: Norm-Clipping kürzt g auf die Länge ${cut} und behält die Richtung.`,
    en: `‖g‖ = ${long} > c = ${cut}: norm clipping shortens g to length ${cut} and keeps its direction.`,
  };
  return `${kept[locale]} ${valueSentence(vector, clipValue(vector, threshold), locale)}`;
}

function valueSentence(vector: Vector, limited: Vector, locale: Locale): string {
  if (Math.hypot(vector[0] - limited[0], vector[1] - limited[1]) < 1e-9) {
    return {
      de: 'Value-Clipping ändert nichts: Keine Komponente ist betragsmäßig größer als c.',
      en: 'Value clipping changes nothing: no component is larger than c in magnitude.',
    }[locale];
  }
  const turn = decimals(turnBetween(vector, limited), 0, locale);
  const length = hundredths(Math.hypot(...limited), locale);
  if (turn === '0') {
    return {
      de: `Value-Clipping liefert die Länge ${length} und dreht g hier nicht.`,
      en: `Value clipping gives length ${length} and does not turn g here.`,
    }[locale];
  }
  return {
    de: `Value-Clipping liefert die Länge ${length} und dreht g um ${turn}°.`,
    en: `Value clipping gives length ${length} and turns g by ${turn}°.`,
  }[locale];
}

/** Angle between two vectors in degrees, 0 … 180. */
export function turnBetween(a: Vector, b: Vector): number {
  const [cross, dot] = [a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]];
  return (Math.abs(Math.atan2(cross, dot)) * 180) / Math.PI;
}
