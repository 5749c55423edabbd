import type { Locale, Localized } from '../experiments/kit/localized';
import { type Drawing, defineFigure } from './figure';
import { decimals, significant } from './numbers';
import { type Axis, Plane } from './plane';
import { circle, label, note, picture, polyline } from './svg';

/** An activation function with its derivative. */
export interface Activation {
  readonly name: Localized;
  /** The function as it is written in a formula. */
  readonly symbol: string;
  readonly value: (z: number) => number;
  readonly slope: (z: number) => number;
  readonly axis: Axis;
  /** Ranges of z in which the derivative is continuous. */
  readonly pieces: readonly (readonly [from: number, to: number])[];
}

/** What a neuron's output is computed with. The derivative of ReLU at 0, which it has none of, is 0 by convention. */
export const activations: readonly Activation[] = [
  {
    name: { de: 'Sigmoid σ', en: 'sigmoid σ' },
    symbol: 'σ',
    value: sigmoid,
    slope: (z) => sigmoid(z) * (1 - sigmoid(z)),
    axis: { from: -0.08, to: 1.08, ticks: [0, 0.25, 0.5, 0.75, 1], digits: 2 },
    pieces: [[-6, 6]],
  },
  {
    name: { de: 'tanh', en: 'tanh' },
    symbol: 'tanh',
    value: Math.tanh,
    slope: (z) => 1 - Math.tanh(z) ** 2,
    axis: { from: -1.15, to: 1.15, ticks: [-1, -0.5, 0, 0.5, 1], digits: 1 },
    pieces: [[-6, 6]],
  },
  {
    name: { de: 'ReLU', en: 'ReLU' },
    symbol: 'ReLU',
    value: (z) => Math.max(0, z),
    slope: (z) => (z > 0 ? 1 : 0),
    axis: { from: -0.4, to: 6.2, ticks: [0, 1, 2, 3, 4, 5, 6], digits: 0 },
    pieces: [
      [-6, 0],
      [1e-9, 6],
    ],
  },
];

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** As many layers as the sentence below the picture multiplies the derivative of. */
const layers = 10;
const title = { de: 'Aktivierungsfunktion und Ableitung', en: 'Activation function and derivative' };
const box = { left: 44, top: 12, width: 360, height: 260 };
const inputs: Axis = { from: -6, to: 6, ticks: [-6, -4, -2, 0, 2, 4, 6], digits: 0 };

/** The value and the slope of an activation function at an input that the learner moves. */
export const activationDerivative = defineFigure({
  id: 'activation-derivative',
  concepts: {
    de: [
      'Sigmoid',
      'Sigmoid-Funktion',
      'Sigmoidfunktion',
      'Aktivierungsfunktion',
      'Vanishing Gradients',
      'Vanishing Gradient',
      'verschwindender Gradient',
      'verschwindende Gradienten',
      'Tangens hyperbolicus',
      'ReLU',
      'Sättigung',
    ],
    en: [
      'sigmoid',
      'sigmoid function',
      'activation function',
      'vanishing gradient',
      'vanishing gradients',
      'hyperbolic tangent',
      'ReLU',
      'saturation',
    ],
  },
  title,
  description: {
    de: 'Die kurze Strecke berührt die Kurve bei z; ihre Steigung ist der Wert der gestrichelten Ableitung. Mit diesem Faktor wird der Gradient auf dem Weg zurück durch den Layer multipliziert.',
    en: 'The short line touches the curve at z; its slope is the value of the dashed derivative. On its way back through the layer the gradient is multiplied by this factor.',
  },
  controls: {
    activation: {
      kind: 'choice',
      label: { de: 'Funktion', en: 'Function' },
      options: activations.map(({ name }) => name),
      initial: 0,
    },
    z: {
      kind: 'range',
      label: { de: 'Eingabe z', en: 'Input z' },
      min: -6,
      max: 6,
      step: 0.1,
      initial: 1.5,
      format: (value, locale) => decimals(value, 1, locale),
    },
  },
  draw({ activation, z }, locale): Drawing {
    const chosen = activations[activation] as Activation;
    const plane = new Plane(box, inputs, chosen.axis);
    const svg = picture(
      title[locale],
      306,
      plane.axes(locale),
      note('z', [412, 290]),
      polyline('guide', [plane.at(z, chosen.axis.from), plane.at(z, chosen.axis.to)]),
      plane.curve('line-1', chosen.value),
      ...chosen.pieces.map(([from, to]) => plane.curve('line-2', chosen.slope, from, to)),
      isCorner(chosen, z) ? '' : tangent(plane, chosen, z),
      circle('fill-1', plane.at(z, chosen.value(z)), 6),
      circle('fill-2', plane.at(z, chosen.slope(z)), 6),
      ...names(plane, chosen),
    );
    return { svg, text: sentence(chosen, z, locale) };
  },
});

/** Between two pieces of the derivative. */
function isCorner({ pieces }: Activation, z: number): boolean {
  return pieces.length > 1 && pieces[0]?.[1] === z;
}

function tangent(plane: Plane, { value, slope }: Activation, z: number): string {
  const ends = [Math.max(-6, z - 0.8), Math.min(6, z + 0.8)];
  return polyline(
    'tangent',
    ends.map((end) => plane.at(end, value(z) + slope(z) * (end - z))),
  );
}

/** At the right ends of the curves. */
function names(plane: Plane, { symbol, value, slope }: Activation): readonly string[] {
  const beside = (name: string, y: number) => label(name, [412, plane.at(6, y)[1] + 5]);
  return [beside(`${symbol}(z)`, value(6)), beside(`${symbol}′(z)`, slope(6))];
}

function sentence(activation: Activation, z: number, locale: Locale): string {
  const { symbol, value, slope } = activation;
  const [at, number] = [decimals(z, 1, locale), (y: number) => decimals(y, 4, locale)];
  const product = significant(slope(z) ** layers, locale);
  const chain = {
    de: `Zehn solche Layer hintereinander multiplizieren den Gradienten mit ${product}, wenn die Gewichte nichts verstärken.`,
    en: `Ten such layers in a row multiply the gradient by ${product} if the weights amplify nothing.`,
  };
  const corner = {
    de: ' An der Ecke gibt es keine Ableitung; üblich ist der Wert 0.',
    en: ' At the corner there is no derivative; 0 is the usual choice.',
  };
  const values = `${symbol}(${at}) = ${number(value(z))}, ${symbol}′(${at}) = ${number(slope(z))}.`;
  return `${values} ${chain[locale]}${isCorner(activation, z) ? corner[locale] : ''}`;
}
