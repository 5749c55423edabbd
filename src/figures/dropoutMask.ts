import type { Locale } from '../experiments/kit/localized';
import { createRandom } from '../experiments/kit/random';
import { type Drawing, defineFigure } from './figure';
import { decimals, percent, raised, significant } from './numbers';
import { circle, label, note, type Point, picture, polyline } from './svg';

/** Units of each layer from the input on. Dropout is on the layers between the first and the last. */
const widths = [3, 4, 4, 2] as const;
const hidden = widths[1] + widths[2];

/** Which of the hidden units stay. A number of a mask stands for draws of its own; what a small rate drops, a larger one drops too. */
export function keptUnits(rate: number, mask: number): readonly boolean[] {
  const random = createRandom(mask);
  return Array.from({ length: hidden }, () => random.uniform() >= rate);
}

/** How probable it is that exactly these hidden units stay. */
export function maskProbability(kept: readonly boolean[], rate: number): number {
  return kept.reduce((product, isKept) => product * (isKept ? 1 - rate : rate), 1);
}

const title = { de: 'Eine Dropout-Maske und ihr Sub-Netz', en: 'A dropout mask and its subnetwork' };
const columns = [70, 184, 298, 412] as const;
const names = {
  de: ['Eingabe', 'Layer 1', 'Layer 2', 'Ausgabe'],
  en: ['input', 'layer 1', 'layer 2', 'output'],
};

/** A small network of which a mask drawn at random switches units off. */
export const dropoutMask = defineFigure({
  id: 'dropout-mask',
  concepts: {
    de: [
      'Dropout',
      'Drop-Out',
      'Droppout',
      'Dropout-Maske',
      'Binärmaske',
      'Dropout-Rate',
      'Inverted Dropout',
      'Subnetzwerk',
      'Sub-Netzwerk',
      'Sub-Netz',
      'Teilnetz',
    ],
    en: [
      'dropout',
      'drop-out',
      'dropout mask',
      'binary mask',
      'dropout rate',
      'inverted dropout',
      'subnetwork',
      'sub-network',
    ],
  },
  title,
  description: {
    de: 'Jede Unit der beiden mittleren Layer fällt mit Wahrscheinlichkeit p weg, samt ihren Verbindungen. Eine andere Maske wählt ein anderes Sub-Netz; die Gewichte der Verbindungen, die bleiben, sind dieselben.',
    en: 'Each unit of the two middle layers is dropped with probability p, together with its connections. Another mask picks another subnetwork; the connections that stay have the same weights.',
  },
  controls: {
    mask: {
      kind: 'range',
      label: { de: 'Maske', en: 'Mask' },
      min: 1,
      max: 30,
      step: 1,
      initial: 11,
      format: (value) => `${value}`,
    },
    rate: {
      kind: 'range',
      label: { de: 'Dropout-Rate p', en: 'Dropout rate p' },
      min: 0,
      max: 0.9,
      step: 0.05,
      initial: 0.5,
      format: (value, locale) => decimals(value, 2, locale),
    },
  },
  draw({ mask, rate }, locale): Drawing {
    const kept = keptUnits(rate, mask);
    const layers = layersOf(kept);
    const svg = picture(
      title[locale],
      290,
      ...layers.slice(1).flatMap((layer, index) => connections(layers[index] ?? [], layer)),
      ...layers.flatMap((layer) => layer.map(unitMark)),
      ...columns.map((x, layer) => note(names[locale][layer] ?? '', [x, 278], 'middle')),
      label('×', [446, 20], 'middle'),
      note({ de: 'aus', en: 'off' }[locale], [454, 20]),
    );
    return { svg, text: sentence(kept, rate, locale) };
  },
});

interface Unit {
  readonly place: Point;
  readonly isKept: boolean;
}

function layersOf(kept: readonly boolean[]): readonly (readonly Unit[])[] {
  return widths.map((width, layer) =>
    Array.from({ length: width }, (_, index): Unit => {
      const place: Point = [columns[layer] ?? 0, 132 + 62 * (index - (width - 1) / 2)];
      const isHidden = layer === 1 || layer === 2;
      return { place, isKept: !isHidden || kept[(layer - 1) * widths[1] + index] === true };
    }),
  );
}

function connections(from: readonly Unit[], to: readonly Unit[]): readonly string[] {
  const pairs = from.flatMap((start) => to.map((end) => [start, end] as const));
  return pairs
    .map(([start, end]) => ({ points: [start.place, end.place], isKept: start.isKept && end.isKept }))
    .sort((a, b) => Number(a.isKept) - Number(b.isKept))
    .map(({ points, isKept }) => polyline(isKept ? 'edge' : 'edge-off', points));
}

function unitMark({ place, isKept }: Unit): string {
  if (isKept) return circle('unit', place, 17);
  const [x, y] = place;
  const stroke = (sign: number): readonly Point[] => [
    [x - 7, y - sign * 7],
    [x + 7, y + sign * 7],
  ];
  return circle('unit-off', place, 17) + polyline('cross', stroke(1)) + polyline('cross', stroke(-1));
}

function sentence(kept: readonly boolean[], rate: number, locale: Locale): string {
  const count = kept.filter(Boolean).length;
  const chance = maskProbability(kept, rate);
  const networks = `2${raised(hidden)} = ${2 ** hidden}`;
  const likely = chance >= 0.001 ? percent(chance, 1, locale) : significant(chance, locale);
  const scale = decimals(1 / (1 - rate), 2, locale);
  const text = {
    de: `${count} von ${hidden} Units bleiben. Dieses Sub-Netz ist eines von ${networks}; seine Maske hat die Wahrscheinlichkeit ${likely}. Inverted Dropout multipliziert, was bleibt, mit 1/(1 − p) = ${scale}.`,
    en: `${count} of ${hidden} units stay. This subnetwork is one of ${networks}; its mask has probability ${likely}. Inverted dropout multiplies what stays by 1/(1 − p) = ${scale}.`,
  };
  return `${text[locale]}${cutText(kept, locale)}`;
}

/** A whole layer without units lets nothing through. */
function cutText(kept: readonly boolean[], locale: Locale): string {
  const isCut = !kept.slice(0, widths[1]).includes(true) || !kept.slice(widths[1]).includes(true);
  if (!isCut) return '';
  return {
    de: ' Ein ganzer Layer ist aus: Von der Eingabe kommt nichts mehr zur Ausgabe.',
    en: ' A whole layer is off: nothing of the input reaches the output.',
  }[locale];
}
