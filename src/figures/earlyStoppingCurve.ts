import type { Locale } from '../experiments/kit/localized';
import { createRandom } from '../experiments/kit/random';
import { type Drawing, defineFigure } from './figure';
import { decimals } from './numbers';
import { Plane } from './plane';
import { circle, label, note, picture, polyline } from './svg';

const epochs = 60;
const title = { de: 'Early Stopping mit Geduld', en: 'Early stopping with patience' };
const plane = new Plane(
  { left: 44, top: 30, width: 340, height: 230 },
  { from: 0, to: epochs, ticks: [0, 10, 20, 30, 40, 50, 60], digits: 0 },
  { from: 0, to: 2, ticks: [0, 0.5, 1, 1.5, 2], digits: 1 },
);

/** Where training ends and what it keeps, in epochs. */
export interface Stop {
  readonly end: number;
  /** The epoch with the smallest loss up to the end, the first of several. */
  readonly best: number;
}

/** Trains until the loss has had no new minimum for `patience` epochs, or to the end of `losses` (by epoch, not empty). */
export function stopEarly(losses: readonly number[], patience: number): Stop {
  let best = 0;
  for (const [epoch, loss] of losses.entries()) {
    if (loss < (losses[best] ?? 0)) best = epoch;
    if (epoch - best >= patience) return { end: epoch, best };
  }
  return { end: losses.length - 1, best };
}

/** An invented validation loss by epoch: it falls, then rises, and trembles by `noise`. */
export function validationLosses(noise: number, run: number): readonly number[] {
  const random = createRandom(run);
  return Array.from({ length: epochs + 1 }, (_, epoch) => {
    const trend = 0.3 + 1.5 * Math.exp(-epoch / 7) + 0.0003 * epoch ** 2;
    return trend + noise * (2 * random.uniform() - 1);
  });
}

const trainingLoss = (epoch: number): number => 0.08 + 1.65 * Math.exp(-epoch / 9);

/** When early stopping ends training, and which epoch's weights it keeps. */
export const earlyStoppingCurve = defineFigure({
  id: 'early-stopping-curve',
  concepts: {
    de: ['Early Stopping', 'Frühes Stoppen', 'Frühzeitiger Abbruch', 'Vorzeitiger Abbruch'],
    en: ['early stopping'],
  },
  title,
  description: {
    de: 'Das Training endet, sobald der Validierungsloss so viele Epochen lang kein neues Minimum hatte, wie die Geduld beträgt; behalten werden die Gewichte der besten Epoche. Die Kurven sind schematisch, nicht gemessen.',
    en: 'Training ends once the validation loss has had no new minimum for as many epochs as the patience says; the weights of the best epoch are kept. The curves are schematic, not measured.',
  },
  controls: {
    patience: {
      kind: 'range',
      label: { de: 'Geduld (Epochen)', en: 'Patience (epochs)' },
      min: 1,
      max: 20,
      step: 1,
      initial: 4,
      format: (value) => `${value}`,
    },
    noise: {
      kind: 'range',
      label: { de: 'Schwankung', en: 'Fluctuation' },
      min: 0,
      max: 0.2,
      step: 0.02,
      initial: 0.08,
      format: (value, locale) => `±${decimals(value, 2, locale)}`,
    },
    run: {
      kind: 'range',
      label: { de: 'Durchlauf', en: 'Run' },
      min: 1,
      max: 20,
      step: 1,
      initial: 1,
      format: (value) => `${value}`,
    },
  },
  draw({ patience, noise, run }, locale): Drawing {
    const losses = validationLosses(noise, run);
    const stop = stopEarly(losses, patience);
    const svg = picture(
      title[locale],
      296,
      plane.axes(locale),
      note('Loss', [44, 16], 'middle'),
      note({ de: 'Epoche', en: 'epoch' }[locale], [384, 292], 'end'),
      plane.curve('line-2', trainingLoss, 0, epochs, epochs),
      ...validationCurve(losses, stop),
      ...marks(losses, stop, locale),
      ...lineNames(losses, locale),
    );
    return { svg, text: sentence(losses, stop, locale) };
  },
});

/** What comes after the end is not trained any more. */
function validationCurve(losses: readonly number[], { end }: Stop): readonly string[] {
  const points = losses.map((loss, epoch) => plane.at(epoch, loss));
  return [polyline('ghost', points.slice(end)), polyline('line-1', points.slice(0, end + 1))];
}

function marks(losses: readonly number[], { end, best }: Stop, locale: Locale): readonly string[] {
  const top = plane.at(end, 2);
  return [
    polyline('guide', [plane.at(end, 0), top]),
    note({ de: 'Ende', en: 'end' }[locale], [top[0], top[1] - 6], 'middle'),
    circle('fill-1', plane.at(best, losses[best] ?? 0), 6),
  ];
}

function lineNames(losses: readonly number[], locale: Locale): readonly string[] {
  const beside = (name: string, y: number) => label(name, [392, plane.at(0, y)[1] + 5]);
  return [
    beside({ de: 'Validierung', en: 'validation' }[locale], losses.at(-1) ?? 0),
    beside({ de: 'Training', en: 'training' }[locale], trainingLoss(epochs)),
  ];
}

function sentence(losses: readonly number[], { end, best }: Stop, locale: Locale): string {
  const loss = (epoch: number) => decimals(losses[epoch] ?? 0, 2, locale);
  const stopped = {
    de: `Ende nach Epoche ${end}; behalten werden die Gewichte aus Epoche ${best} mit Validierungsloss ${loss(best)}.`,
    en: `Training ends after epoch ${end} and keeps the weights of epoch ${best} with validation loss ${loss(best)}.`,
  };
  const lowest = losses.indexOf(Math.min(...losses));
  const compared =
    lowest === best
      ? { de: 'Das ist das Minimum der ganzen Kurve.', en: 'This is the minimum of the whole curve.' }
      : {
          de: `Das war zu früh: Das Minimum ${loss(lowest)} käme erst in Epoche ${lowest}.`,
          en: `That was too early: the minimum ${loss(lowest)} would come in epoch ${lowest}.`,
        };
  return `${stopped[locale]} ${compared[locale]}`;
}
