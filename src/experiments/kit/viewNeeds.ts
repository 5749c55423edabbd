import type { Frame, FrameValue, Setup } from './experiment';
import { filled, type Locale, type Localized } from './localized';
import type { MatrixSide, View } from './views';

type Fields = Readonly<Record<string, FrameValue>>;

/** What a view can miss. `{0}` is filled in. */
const texts = {
  view: { de: 'Bild „{0}“: {1}.', en: 'view "{0}": {1}.' },
  noField: { de: 'das Feld „{0}“ fehlt in {1}', en: 'there is no field "{0}" in the {1}' },
  otherLength: {
    de: '„{0}“ in {1} hat {2} Zahlen, erwartet werden {3}',
    en: '"{0}" of the {1} has {2} numbers, {3} expected',
  },
  noGroups: {
    de: '„{0}“ in {1} hat {2} Zahlen, erwartet wird ein Vielfaches von {3}',
    en: '"{0}" of the {1} has {2} numbers, a multiple of {3} expected',
  },
  listed: {
    de: '{0} hat {1} Einträge, erwartet werden {2}',
    en: '{0} has {1} entries, {2} expected',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Collects what a view asks of a run and does not get. */
class Needs {
  readonly problems: string[] = [];
  readonly #view: string;
  readonly #locale: Locale;

  constructor(view: string, locale: Locale) {
    this.#view = view;
    this.#locale = locale;
  }

  /** How many numbers a field has; NaN, with a problem, where it is not there. */
  length(fields: Fields, where: 'setup' | 'frame', name: string): number {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) this.#say('noField', name, where);
    return typeof value === 'object' ? value.length : value === undefined ? Number.NaN : 1;
  }

  /** A field must have that many numbers. Nothing is said where either is not known. */
  exactly(fields: Fields, where: 'setup' | 'frame', name: string, expected: number): void {
    const length = this.length(fields, where, name);
    if (length !== expected && !Number.isNaN(length) && !Number.isNaN(expected)) {
      this.#say('otherLength', name, where, length, expected);
    }
  }

  /** A field must have groups of `size` numbers; returns how many. */
  groups(fields: Fields, where: 'setup' | 'frame', name: string, size: number): number {
    const length = this.length(fields, where, name);
    if (length % size !== 0 && !Number.isNaN(length) && !Number.isNaN(size)) {
      this.#say('noGroups', name, where, length, size);
    }
    return Math.ceil(length / size);
  }

  /** A list of the declaration must have that many entries. */
  listed(what: 'labels' | 'rowLabels', list: readonly unknown[] | undefined, expected: number): void {
    if (list && list.length !== expected && !Number.isNaN(expected)) {
      this.#say('listed', what, list.length, expected);
    }
  }

  #say(problem: keyof typeof texts, ...values: readonly (string | number)[]): void {
    const sentence = filled(texts[problem][this.#locale], values);
    this.problems.push(filled(texts.view[this.#locale], [this.#view, sentence]));
  }
}

function countOf(side: MatrixSide): number {
  return 'labels' in side ? side.labels.length : side.count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function checkView(view: View<Setup, Frame>, setup: Setup, frame: Frame, needs: Needs): void {
  const variants = (declared: { readonly field: string } | undefined): number =>
    declared ? needs.length(setup, 'setup', declared.field) : 1;
  switch (view.kind) {
    case 'response':
    case 'profile': {
      const points = needs.length(setup, 'setup', view.x.field);
      const numbers = points * variants(view.variants);
      for (const { field } of view.series) needs.exactly(frame, 'frame', field, numbers);
      for (const { field } of view.theory ?? []) needs.exactly(setup, 'setup', field, numbers);
      if (view.kind === 'response') needs.listed('labels', view.x.labels, points);
      break;
    }
    case 'timeline': {
      for (const { field, index = 0 } of view.series) {
        const length = needs.length(frame, 'frame', field);
        if (length <= index) needs.exactly(frame, 'frame', field, index + 1);
      }
      const last = Math.max(...view.series.map(({ index = 0 }) => index));
      if (view.variants) needs.exactly(setup, 'setup', view.variants.field, last + 1);
      if (view.threshold) needs.exactly(setup, 'setup', view.threshold.field, 1);
      break;
    }
    case 'decision-maps': {
      const maps = variants(view.variants);
      needs.exactly(frame, 'frame', view.field, maps * view.rows * view.columns);
      needs.groups(setup, 'setup', view.points, 3);
      for (const { field } of view.readouts) needs.exactly(frame, 'frame', field, maps);
      needs.listed('labels', view.variants.labels, maps);
      break;
    }
    case 'landscape': {
      const paths = view.paths.labels.length;
      needs.exactly(setup, 'setup', view.surface, view.rows * view.columns);
      needs.exactly(frame, 'frame', view.paths.field, paths * 2);
      needs.groups(frame, 'frame', view.swarm, paths * 2);
      break;
    }
    case 'images': {
      const images = needs.groups(frame, 'frame', view.field, view.rows * view.columns);
      const rows = Math.ceil(images / view.across);
      needs.listed('rowLabels', view.rowLabels, rows);
      if (view.numbers) needs.exactly(frame, 'frame', view.numbers.field, images);
      if (view.marked) needs.exactly(frame, 'frame', view.marked.field, images);
      if (view.variants) needs.exactly(setup, 'setup', view.variants.field, rows);
      break;
    }
    case 'matrix': {
      const [fields, where] = view.field in frame ? ([frame, 'frame'] as const) : ([setup, 'setup'] as const);
      needs.exactly(fields, where, view.field, countOf(view.rows) * countOf(view.columns));
      break;
    }
    case 'scatter': {
      const groups = variants(view.variants);
      for (const { field } of view.series) needs.groups(frame, 'frame', field, 2 * groups);
      if (view.line) needs.groups(setup, 'setup', view.line.field, 2);
      break;
    }
    case 'networks': {
      const networks = needs.groups(frame, 'frame', view.masks, sum(view.layers));
      const weights = view.layers.slice(1).map((units, layer) => units * view.layers[layer]!);
      needs.exactly(frame, 'frame', view.weights, sum(weights));
      if (view.numbers) needs.exactly(frame, 'frame', view.numbers.field, networks);
      break;
    }
  }
}

/** What pictures miss in a run's setup and one of its frames, one sentence a problem, in that language; none where all can be drawn. */
export function problemsOfViews(
  views: readonly View<Setup, Frame>[],
  setup: Setup,
  frame: Frame,
  locale: Locale = 'en',
): readonly string[] {
  return views.flatMap((view) => {
    const needs = new Needs(view.id, locale);
    checkView(view, setup, frame, needs);
    return needs.problems;
  });
}
