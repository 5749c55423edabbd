import { isWithin } from '../../src/experiments/kit/claims';
import type { Claim } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import { boundText, measuredText } from '../claimNumbers';
import { element } from '../dom';
import { formatTick } from '../numbers';
import type { Strings } from '../strings';
import type { SeedResult } from './refutation';

/** Numbers over a larger ratio are placed by their logarithm. */
const LARGEST_LINEAR_RATIO = 50;
/** Share of the strip that is left free at each end, so that no mark is cut off. */
const MARGIN = 0.05;
/** Neighbouring marks stand in so many rows, so that equal numbers do not hide one another. */
const LANES = 3;

/** The axis of a strip. */
export interface StripScale {
  /** Smallest and largest number on it; both are finite. */
  readonly range: readonly [number, number];
  /** Where a number is, 0 … 1; infinite ones at the end of their side, `undefined` for NaN. */
  readonly place: (value: number) => number | undefined;
}

/** The axis for what was measured and the bounds that it is held against. */
export function stripScale(measured: readonly number[], { atLeast, atMost }: Claim['bound']): StripScale {
  const bounds = [atLeast, atMost].filter((bound) => bound !== undefined);
  const finite = [...measured, ...bounds].filter(Number.isFinite);
  const [min, max] = [Math.min(...finite), Math.max(...finite)];
  const isLog = min > 0 && max / min > LARGEST_LINEAR_RATIO;
  const along = isLog ? Math.log : (value: number) => value;
  const span = along(max) - along(min);
  const place = (value: number) => {
    if (Number.isNaN(value)) return undefined;
    const clamped = Math.min(max, Math.max(min, value));
    const share = span > 0 ? (along(clamped) - along(min)) / span : 0.5;
    return MARGIN + (1 - 2 * MARGIN) * share;
  };
  return { range: [min, max], place };
}

const percent = (share: number) => `${100 * share}%`;

/** A strip of marks along the measured quantity: ✓ and ✗, one a seed, and the bounds as lines. Seeds without a number stand behind it. */
export class SeedStrip {
  readonly element = element('div', { class: 'seed-strip' });
  readonly #claim: Claim;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #axis = element('div', { class: 'seed-axis' });
  readonly #numberless = element('span', { class: 'seed-numberless' });

  constructor(claim: Claim, locale: Locale, strings: Strings) {
    this.#claim = claim;
    this.#locale = locale;
    this.#strings = strings;
    const label = strings.survey.stripOf(boundText(claim.bound, locale, strings));
    const row = element('div', { class: 'seed-row-marks', role: 'img', 'aria-label': label });
    row.append(this.#axis, this.#numberless);
    this.element.append(row);
  }

  /** Shows what the seeds gave. */
  show(results: readonly SeedResult[]): void {
    const { bound } = this.#claim;
    const scale = stripScale(
      results.map(({ measured }) => measured),
      bound,
    );
    const bounds = [bound.atLeast, bound.atMost].filter((value) => value !== undefined);
    const lines = bounds.map((value) => this.#line(scale.place(value) ?? 0));
    const marks = results.map((result, index) => ({
      place: scale.place(result.measured),
      mark: this.#mark(result),
      index,
    }));
    const placed = marks.filter(({ place }) => place !== undefined);
    for (const { place = 0, mark, index } of placed) {
      mark.style.insetInlineStart = percent(place);
      mark.style.top = percent((index % LANES) / LANES);
    }
    const ends = [...new Set(scale.range)].map((value) => this.#end(value, scale.place(value) ?? 0));
    this.#axis.replaceChildren(...lines, ...placed.map(({ mark }) => mark), ...ends);
    this.#numberless.replaceChildren(
      ...marks.flatMap(({ place, mark }) => (place === undefined ? [mark] : [])),
    );
  }

  #line(place: number): HTMLElement {
    const title = boundText(this.#claim.bound, this.#locale, this.#strings);
    const line = element('span', { class: 'seed-bound', title });
    line.style.insetInlineStart = percent(place);
    return line;
  }

  #end(value: number, place: number): HTMLElement {
    const end = element('span', { class: 'seed-end' }, formatTick(value, this.#locale));
    end.style.insetInlineStart = percent(place);
    return end;
  }

  #mark({ seed, measured }: SeedResult): HTMLElement {
    const { markTitle, noNumber } = this.#strings.survey;
    const holds = isWithin(measured, this.#claim.bound);
    const number = Number.isNaN(measured)
      ? noNumber
      : measuredText(measured, this.#claim.bound, this.#locale);
    const attributes = {
      class: 'seed-mark',
      'data-holds': String(holds),
      title: markTitle(seed, number, holds),
    };
    return element('span', attributes, holds ? '✓' : '✗');
  }
}
