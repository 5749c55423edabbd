import { element } from '../dom';

/** Reads out what a picture shows at a place, when the learner goes there by key; what changes by itself stays silent. */
export class SpokenReading {
  readonly element = element('p', { class: 'visually-hidden', role: 'status' });

  /** `describe` is asked once the picture has followed the key, whose own listeners come first. */
  constructor(plot: HTMLElement, describe: () => string) {
    plot.addEventListener('keydown', ({ key }) => {
      if (!/^(?:Arrow|Home|End|Page)/.test(key)) return;
      requestAnimationFrame(() => requestAnimationFrame(() => this.#say(describe())));
    });
    plot.addEventListener('blur', () => this.#say(''));
  }

  #say(text: string): void {
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
