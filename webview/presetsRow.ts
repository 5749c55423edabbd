import type { ExperimentSpec, Preset } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { ParamValues } from '../src/protocol/panelMessages';
import { element } from './dom';
import { chosenPreset, fullSettings } from './fullSettings';
import type { Strings } from './strings';
import { setInlineMarkdown } from './text';

/** Settings worth trying: a button each, and beneath them what the chosen one shows. Hidden where an experiment has none. */
export class PresetsRow {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #onChoose: (params: ParamValues) => void;
  readonly #buttons = element('div', { class: 'presets-buttons' });
  readonly #why = element('p', { class: 'control-help', role: 'status' });
  #spec: ExperimentSpec | undefined;
  #rows: readonly { readonly preset: Preset; readonly button: HTMLElement }[] = [];
  #shown: Preset | undefined;

  /** `onChoose` gets every setting. */
  constructor(locale: Locale, strings: Strings, onChoose: (params: ParamValues) => void) {
    this.#locale = locale;
    this.#onChoose = onChoose;
    const label = element('div', { class: 'control-label', id: 'presets-label' }, strings.presets);
    const group = { class: 'control presets', role: 'group', 'aria-labelledby': 'presets-label' };
    this.element = element('div', group, label, this.#buttons, this.#why);
  }

  /** Shows the presets of another experiment. */
  setSpec(spec: ExperimentSpec): void {
    this.#spec = spec;
    const presets = spec.presets ?? [];
    this.element.hidden = presets.length === 0;
    this.#rows = presets.map((preset) => ({ preset, button: this.#createButton(spec, preset) }));
    this.#buttons.replaceChildren(...this.#rows.map(({ button }) => button));
    this.#explain(undefined);
  }

  /** Marks the preset whose settings these are, and says its reason; calls no one. */
  show(params: ParamValues): void {
    const chosen = this.#spec && chosenPreset(this.#spec, params);
    for (const { preset, button } of this.#rows) {
      button.setAttribute('aria-pressed', String(preset === chosen));
    }
    if (chosen !== this.#shown) this.#explain(chosen);
  }

  /** A plain button: the widget library's does not tell screen readers that it is pressed. */
  #createButton(spec: ExperimentSpec, preset: Preset): HTMLElement {
    const attributes = { type: 'button', class: 'toggle-button', 'data-preset': preset.id };
    const button = element('button', attributes, preset.title[this.#locale]);
    button.addEventListener('click', () => this.#onChoose(fullSettings(spec, preset)));
    return button;
  }

  #explain(chosen: Preset | undefined): void {
    this.#shown = chosen;
    setInlineMarkdown(this.#why, chosen?.why[this.#locale] ?? '');
  }
}
