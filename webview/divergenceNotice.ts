import { type DivergedVariant, divergedVariants } from '../src/experiments/kit/divergence';
import type { Divergence, ExperimentSpec, Setup, Trace } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { element, setText } from './dom';
import { createIcon } from './icons';
import { formatCount, formatMeasured } from './numbers';
import type { Strings } from './strings';
import { setInlineMarkdown } from './text';
import { variantLabel } from './views/curveData';

/** The experiment that shows what helps against it. */
const REMEDY = 'gradient-clipping';

function nameOf(variants: Divergence['variants'], index: number, setup: Setup, locale: Locale): string {
  if ('labels' in variants) return variants.labels[index]?.[locale] ?? String(index + 1);
  return variantLabel(variants.symbol, (setup[variants.field] as Float32Array)[index], locale);
}

/** Says of each variant whose training has blown up when it did, and why. Hidden while none has; can be folded. */
export class DivergenceNotice {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #box = element('details', { class: 'divergence-box', open: '' });
  readonly #title = element('span');
  readonly #list = element('ul', { class: 'divergence-list' });
  readonly #cause = element('p');
  readonly #remedy: HTMLElement;
  readonly #spoken = element('p', { class: 'divergence-spoken', role: 'status' });
  #spec: ExperimentSpec | undefined;
  /** The recording that was last shown, and how many of its variants have been read out. */
  #frames: Trace['frames'] | undefined;
  #told = 0;
  #shown = 0;

  /** @param onOpenExperiment gets the id of the experiment that the learner wants to see */
  constructor(locale: Locale, strings: Strings, onOpenExperiment: (id: string) => void) {
    this.#locale = locale;
    this.#strings = strings;
    this.#remedy = element('button', { class: 'link-button', type: 'button' }, strings.tryClipping);
    this.#remedy.addEventListener('click', () => onOpenExperiment(REMEDY));
    const sign = element('span', { class: 'divergence-sign', 'aria-hidden': 'true' }, createIcon('warning'));
    const summary = element('summary', {}, sign, this.#title);
    this.#box.append(summary, this.#list, this.#cause, this.#remedy);
    this.#box.hidden = true;
    this.element = element('div', { class: 'divergence' }, this.#box, this.#spoken);
  }

  /** Another experiment is on the page, of which nothing is known yet. */
  setSpec(spec: ExperimentSpec): void {
    this.#spec = spec;
    this.#frames = undefined;
    this.#remedy.hidden = spec.id === REMEDY;
    setInlineMarkdown(this.#cause, spec.divergence?.cause[this.#locale] ?? '');
    this.#show([], {});
  }

  /** Says what has blown up by a frame of the run; what has not yet, when the learner goes back, is not said. */
  show(trace: Trace, frame: number): void {
    if (!this.#spec) return;
    if (trace.frames !== this.#frames) this.#begin(trace.frames);
    const diverged = divergedVariants(this.#spec, trace, frame);
    if (diverged.length === this.#shown) return;
    this.#show(diverged, trace.setup);
    this.#tell(diverged, trace.setup);
  }

  #begin(frames: Trace['frames']): void {
    this.#frames = frames;
    this.#told = 0;
    this.#shown = -1;
    setText(this.#spoken, '');
  }

  /** A recording diverges in one order only, so that as many as before are the same ones. */
  #show(diverged: readonly DivergedVariant[], setup: Setup): void {
    this.#shown = diverged.length;
    this.#box.hidden = diverged.length === 0;
    setText(this.#title, this.#strings.divergedTitle(diverged.length));
    const lines = diverged.map((one) => element('li', {}, this.#line(one, setup)));
    this.#list.replaceChildren(...lines);
  }

  #line(one: DivergedVariant, setup: Setup): string {
    const { variants, normLabel } = this.#spec!.divergence!;
    const name = nameOf(variants, one.variant, setup, this.#locale);
    const norm = `${normLabel[this.#locale]} = ${formatMeasured(one.norm, this.#locale)}`;
    return this.#strings.divergedLine(name, formatCount(one.step), Number.isNaN(one.norm) ? undefined : norm);
  }

  /** Reads out what is new, each variant once a run. */
  #tell(diverged: readonly DivergedVariant[], setup: Setup): void {
    const news = diverged.slice(this.#told);
    if (news.length === 0) return;
    this.#told = diverged.length;
    const lines = news.map((one) => this.#line(one, setup));
    setText(this.#spoken, [this.#strings.divergedTitle(diverged.length), ...lines].join(' '));
  }
}
