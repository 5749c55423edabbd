import type { CatalogEntry } from '../src/experiments/catalog.gen';
import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { Origin } from '../src/protocol/panelMessages';
import { createDropdown, type DropdownWidget } from './controls/toolkit';
import { element, setText } from './dom';
import type { Strings } from './strings';
import { plainText, setInlineMarkdown } from './text';

/** What the header's controls do. */
export interface HeaderActions {
  readonly onChoose: (experimentId: string) => void;
  readonly onOrigin: (origin: Origin) => void;
}

/** Title and summary of the experiment, the way to others and the way back to the note. */
export class Header {
  readonly element = element('header', { class: 'lab-header' });
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #title = element('h1');
  readonly #summary = element('p', { class: 'summary' });
  readonly #back = element('button', { class: 'link-button', type: 'button', hidden: '' });
  readonly #picker: DropdownWidget;
  #origin: Origin | undefined;

  /** `badge` is shown beside the picker. */
  constructor(
    catalog: readonly CatalogEntry[],
    badge: HTMLElement,
    locale: Locale,
    strings: Strings,
    actions: HeaderActions,
  ) {
    this.#locale = locale;
    this.#strings = strings;
    const entries = catalog.map(({ id, title }) => ({ value: id, label: plainText(title[locale]) }));
    this.#picker = createDropdown(strings.experiment, entries, entries[0]?.value ?? '', actions.onChoose);
    this.#picker.element.classList.add('picker');
    this.#back.addEventListener('click', () => this.#origin && actions.onOrigin(this.#origin));
    const top = element('div', { class: 'header-top' }, this.#back, badge, this.#picker.element);
    this.element.append(top, this.#title, this.#summary);
    this.#title.textContent = strings.appName;
  }

  /** Shows an experiment; `origin` is where the learner came from, if from a note. */
  show(spec: ExperimentSpec, origin: Origin | undefined): void {
    setInlineMarkdown(this.#title, spec.title[this.#locale]);
    setText(this.#summary, spec.summary[this.#locale]);
    this.#picker.setValue(spec.id);
    this.#origin = origin;
    this.#back.hidden = origin === undefined;
    if (!origin) return;
    setText(this.#back, this.#strings.backTo(origin.noteTitle));
    this.#back.title = this.#strings.backToHint(origin.anchorText);
  }
}
