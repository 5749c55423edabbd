import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import { element } from './dom';
import type { Strings } from './strings';
import { renderMarkdown } from './text';

function createSection(name: string, title: string) {
  const heading = element('h2', { id: `${name}-heading` }, title);
  const text = element('div', { class: 'explanation-text' });
  const section = element('section', { class: name, 'aria-labelledby': heading.id }, heading, text);
  return { section, text };
}

/** What an experiment is about, and below it where the lecture's rule holds. */
export class Explanation {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #about: ReturnType<typeof createSection>;
  readonly #limits: ReturnType<typeof createSection>;
  #spec: ExperimentSpec | undefined;

  constructor(locale: Locale, strings: Strings) {
    this.#locale = locale;
    this.#about = createSection('explanation', strings.explanation);
    this.#limits = createSection('limits', strings.limits);
    this.element = element('div', {}, this.#about.section, this.#limits.section);
  }

  /** Shows the texts of another experiment. Formulas take longest to set and are read last: the pictures come first. */
  setSpec(spec: ExperimentSpec): void {
    this.#spec = spec;
    this.#limits.section.hidden = spec.limits === undefined;
    setTimeout(() => {
      if (this.#spec !== spec) return;
      this.#about.text.innerHTML = renderMarkdown(spec.explanation[this.#locale]);
      this.#limits.text.innerHTML = renderMarkdown(spec.limits?.[this.#locale] ?? '');
    });
  }
}
