import { createButton } from './controls/toolkit';
import { element } from './dom';
import { createIcon } from './icons';
import type { Strings } from './strings';

/** Something the learner should know, until it no longer holds. */
export interface Notice {
  readonly kind: 'error' | 'warning';
  readonly lines: readonly string[];
  /** What the learner can do about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** The place for notices, read out when they appear. There is one notice a topic: a new one takes the place of the old. */
export class Notices {
  readonly element = element('div', { class: 'notices', role: 'alert' });
  readonly #strings: Strings;
  readonly #byTopic = new Map<string, HTMLElement>();

  constructor(strings: Strings) {
    this.#strings = strings;
  }

  show(topic: string, notice: Notice): void {
    this.clear(topic);
    const text = element('div', {}, ...notice.lines.map((line) => element('p', {}, line)));
    const box = element('div', { class: `notice notice-${notice.kind}` }, text);
    const { action } = notice;
    if (action) {
      box.append(createButton('secondary', action.label, undefined, action.run).element);
    }
    const close = createButton('icon', this.#strings.dismiss, createIcon('close'), () => this.clear(topic));
    box.append(close.element);
    this.#byTopic.set(topic, box);
    this.element.append(box);
  }

  clear(topic: string): void {
    this.#byTopic.get(topic)?.remove();
    this.#byTopic.delete(topic);
  }

  clearAll(): void {
    for (const topic of [...this.#byTopic.keys()]) this.clear(topic);
  }
}
