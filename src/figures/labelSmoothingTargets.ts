import type { Locale } from '../experiments/kit/localized';
import { type Drawing, defineFigure } from './figure';
import { decimals } from './numbers';
import { Plane } from './plane';
import { note, picture, rectangle } from './svg';

/** Smoothed targets of `classes` classes, the right one first: 1 − ε, and ε/(k − 1) for each of the others. */
export function smoothedTargets(epsilon: number, classes: number): readonly number[] {
  return Array.from({ length: classes }, (_, index) => (index === 0 ? 1 - epsilon : epsilon / (classes - 1)));
}

/** How far the right class's logit is above the others where the loss is smallest; infinite for hard targets. */
export function bestLogitGap(epsilon: number, classes: number): number {
  return Math.log(((1 - epsilon) * (classes - 1)) / epsilon);
}

const title = { de: 'Zielwerte mit Label Smoothing', en: 'Targets with label smoothing' };
const plane = new Plane(
  { left: 44, top: 24, width: 424, height: 220 },
  { from: 0, to: 1, ticks: [], digits: 0 },
  { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], digits: 2 },
);

/** The targets of all classes by ε and the number of classes. */
export const labelSmoothingTargets = defineFigure({
  id: 'label-smoothing-targets',
  concepts: {
    de: [
      'Label Smoothing',
      'Label-Smoothing',
      'Lable Smoothing',
      'Labelglättung',
      'weiche Zielwerte',
      'weiche Labels',
    ],
    en: ['label smoothing', 'lable smoothing', 'soft targets', 'soft labels'],
  },
  title,
  description: {
    de: 'Die richtige Klasse bekommt 1 − ε, jede der übrigen k − 1 Klassen ε/(k − 1). Der gestrichelte Rahmen ist der harte Zielwert 1.',
    en: 'The right class gets 1 − ε, each of the other k − 1 classes ε/(k − 1). The dashed frame is the hard target 1.',
  },
  controls: {
    epsilon: {
      kind: 'range',
      label: { de: 'Anteil ε', en: 'Share ε' },
      min: 0,
      max: 0.5,
      step: 0.01,
      initial: 0.1,
      format: (value, locale) => decimals(value, 2, locale),
    },
    classes: {
      kind: 'range',
      label: { de: 'Klassen k', en: 'Classes k' },
      min: 2,
      max: 10,
      step: 1,
      initial: 4,
      format: (value) => String(value),
    },
  },
  draw({ epsilon, classes }, locale): Drawing {
    const targets = smoothedTargets(epsilon, classes);
    const svg = picture(
      title[locale],
      288,
      plane.axes(locale),
      ...targets.map((target, index) => bar(target, index, classes, locale)),
    );
    return { svg, text: sentence(epsilon, classes, locale) };
  },
});

function bar(target: number, index: number, classes: number, locale: Locale): string {
  const isRight = index === 0;
  const [left, right] = [(index + 0.15) / classes, (index + 0.85) / classes];
  const [x, top] = plane.at((index + 0.5) / classes, target);
  const foot = plane.at(0, 0)[1];
  return [
    rectangle(isRight ? 'bar-1' : 'bar-2', plane.at(left, 0), plane.at(right, target)),
    isRight ? rectangle('hard', plane.at(left, 0), plane.at(right, 1)) : '',
    note(decimals(target, 3, locale), [x, top - 6], 'middle'),
    note(String(index + 1), [x, foot + 18], 'middle'),
    isRight ? note({ de: 'richtig', en: 'right' }[locale], [x, foot + 35], 'middle') : '',
  ].join('');
}

function sentence(epsilon: number, classes: number, locale: Locale): string {
  const targets = smoothedTargets(epsilon, classes).map((target) => decimals(target, 3, locale));
  const [right = '', other = ''] = targets;
  const others = othersText(classes - 1, other, locale);
  const sum = {
    de: `Zielwerte: ${right} für die richtige Klasse und ${others}; die Summe ist 1.`,
    en: `Targets: ${right} for the right class and ${others}; the sum is 1.`,
  };
  return `${sum[locale]} ${gapText(epsilon, classes, locale)}`;
}

function othersText(others: number, target: string, locale: Locale): string {
  if (others === 1) return { de: `${target} für die andere`, en: `${target} for the other` }[locale];
  return {
    de: `je ${target} für die ${others} anderen`,
    en: `${target} for each of the ${others} others`,
  }[locale];
}

function gapText(epsilon: number, classes: number, locale: Locale): string {
  if (epsilon === 0) {
    return {
      de: 'Bei harten Zielwerten wird der Loss umso kleiner, je weiter die Logits auseinanderliegen: Die Gewichte wachsen immer weiter.',
      en: 'With hard targets the loss gets smaller as long as the logits move apart: the weights go on growing.',
    }[locale];
  }
  const gap = decimals(bestLogitGap(epsilon, classes), 2, locale);
  return {
    de: `Der Loss ist am kleinsten, wenn das richtige Logit um ${gap} über den anderen liegt.`,
    en: `The loss is smallest where the right logit is ${gap} above the others.`,
  }[locale];
}
