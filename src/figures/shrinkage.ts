import type { Locale } from '../experiments/kit/localized';
import { type Drawing, defineFigure } from './figure';
import { decimals, percent } from './numbers';
import { type Axis, apart, Plane } from './plane';
import { circle, label, note, picture, polyline, rectangle } from './svg';

/** A weight after the step of an L1 penalty, α·|w|: nearer to 0 by `strength`, or 0. */
export function softThreshold(weight: number, strength: number): number {
  return Math.sign(weight) * Math.max(0, Math.abs(weight) - strength);
}

/** A weight after the step of an L2 penalty, α/2·w²: the share `strength` of it is gone. */
export function shrink(weight: number, strength: number): number {
  return weight * (1 - strength);
}

const title = {
  de: 'L1 und L2: was ein Schritt aus einem Gewicht macht',
  en: 'L1 and L2: what one step makes of a weight',
};
const names = {
  de: ['unverändert', 'L1-Schritt', 'L2-Schritt'],
  en: ['unchanged', 'L1 step', 'L2 step'],
};
const axis: Axis = { from: -2, to: 2, ticks: [-2, -1, 0, 1, 2], digits: 0 };
const plane = new Plane({ left: 52, top: 22, width: 320, height: 260 }, axis, axis);
const hundredths = (value: number, locale: Locale) => decimals(value, 2, locale);

/** What the penalties L1 and L2 make of a weight in one step. */
export const shrinkage = defineFigure({
  id: 'shrinkage',
  concepts: {
    de: [
      'Weight Decay',
      'L1-Regularisierung',
      'L₁-Regularisierung',
      'Lasso-Regularisierung',
      'L2-Regularisierung',
      'L₂-Regularisierung',
      'Soft-Thresholding',
      'Lasso',
      'Ridge-Regression',
      'Tikhonov-Regularisierung',
      'Thikonov-Regularisierung',
    ],
    en: [
      'weight decay',
      'L1 regularization',
      'L₁ regularization',
      'lasso regularization',
      'L2 regularization',
      'L₂ regularization',
      'soft thresholding',
      'lasso',
      'ridge regression',
      'Tikhonov regularization',
    ],
  },
  title,
  description: {
    de: 'Ein Trainingsschritt nur mit dem Strafterm: α·|w| (L1) zieht von jedem Gewicht den gleichen Betrag ab und trifft kleine genau auf 0; α/2·w² (L2) nimmt jedem den gleichen Anteil.',
    en: 'A training step with the penalty alone: α·|w| (L1) takes the same amount off every weight and sets small ones to exactly 0; α/2·w² (L2) takes the same share of each.',
  },
  controls: {
    weight: {
      kind: 'range',
      label: { de: 'Gewicht w', en: 'Weight w' },
      min: -2,
      max: 2,
      step: 0.05,
      initial: 0.8,
      format: hundredths,
    },
    strength: {
      kind: 'range',
      label: { de: 'Stärke α·η', en: 'Strength α·η' },
      min: 0,
      max: 0.9,
      step: 0.05,
      initial: 0.4,
      format: hundredths,
    },
  },
  draw({ weight, strength }, locale): Drawing {
    const [lasso, ridge] = [softThreshold(weight, strength), shrink(weight, strength)];
    const svg = picture(
      title[locale],
      322,
      zone(strength, locale),
      plane.axes(locale),
      note({ de: 'w danach', en: 'w after' }[locale], [52, 14]),
      note({ de: 'w vorher', en: 'w before' }[locale], [372, 316], 'end'),
      plane.curve('line-3', (w) => w, -2, 2, 1),
      plane.curve('line-2', (w) => shrink(w, strength), -2, 2, 1),
      polyline(
        'line-1',
        [-2, -strength, strength, 2].map((w) => plane.at(w, softThreshold(w, strength))),
      ),
      polyline('guide', [plane.at(weight, weight), plane.at(weight, 0)]),
      circle('open', plane.at(weight, weight), 5),
      circle('fill-2', plane.at(weight, ridge), 6),
      circle('fill-1', plane.at(weight, lasso), 6),
      ...lineNames(strength, locale),
    );
    return { svg, text: sentence(weight, strength, locale) };
  },
});

/** The weights that L1 sets to 0. */
function zone(strength: number, locale: Locale): string {
  if (strength === 0) return '';
  const text = { de: 'L1: genau 0', en: 'L1: exactly 0' }[locale];
  const [x, y] = plane.at(0, -1.85);
  return rectangle('zone', plane.at(-strength, -2), plane.at(strength, 2)) + note(text, [x, y], 'middle');
}

function lineNames(strength: number, locale: Locale): readonly string[] {
  const ends = [2, softThreshold(2, strength), shrink(2, strength)].map((w) => plane.at(2, w)[1]);
  return apart(ends).map((y, line) => label(names[locale][line] ?? '', [382, y + 5]));
}

function sentence(weight: number, strength: number, locale: Locale): string {
  const [w, amount] = [hundredths(weight, locale), hundredths(strength, locale)];
  const lasso = decimals(softThreshold(weight, strength), 3, locale);
  const ridge = decimals(shrink(weight, strength), 3, locale);
  const share = percent(strength, 0, locale);
  return {
    de: `L1 macht aus w = ${w} den Wert ${lasso}, L2 den Wert ${ridge}. L1 setzt jedes Gewicht mit |w| ≤ ${amount} auf 0; L2 verkleinert jedes um ${share}.`,
    en: `L1 turns w = ${w} into ${lasso}, L2 into ${ridge}. L1 sets every weight with |w| ≤ ${amount} to 0; L2 takes ${share} off each.`,
  }[locale];
}
