import type { ExperimentSpec } from '../src/experiments/kit/experiment';
import type { Locale } from '../src/experiments/kit/localized';
import type { ParamValue, ParamValues } from '../src/protocol/panelMessages';
import { Controls } from './controls/controls';
import { createButton, createCheckbox, createTextField } from './controls/toolkit';
import { element, setText } from './dom';
import { createIcon } from './icons';
import { parseTyped } from './numbers';
import { isSeed, LARGEST_SEED } from './openRequest';
import { PresetsRow } from './presetsRow';
import type { Settings } from './settingsHistory';
import type { Strings } from './strings';
import { drawNumber } from './survey/seeds';
import { isUndoKey } from './undoKey';

/** What the settings do. Only allowed values arrive. */
export interface SettingsActions {
  readonly onParam: (name: string, value: ParamValue) => void;
  /** Gets every setting. */
  readonly onPreset: (params: ParamValues) => void;
  readonly onUndo: () => void;
  /** The learner wants the settings in the note. */
  readonly onKeep: () => void;
  readonly onSeed: (seed: number) => void;
  readonly onBackend: (backend: 'auto' | 'cpu') => void;
  /** Whether the learner wants to be asked for predictions. */
  readonly onPredicting: (isOn: boolean) => void;
}

/** Drawn seeds are below this: short enough to be read out and written down. */
const DRAWN_SEEDS = 10_000;

/** When the form stands beside the pictures; the style sheet says the same. */
const BESIDE_PICTURES = '(width >= 1000px)';

/** The parameters of the experiment and what is the same for all of them: seed and backend. */
export class SettingsPanel {
  readonly element: HTMLElement;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #actions: SettingsActions;
  readonly #place = element('div');
  #controls: Controls | undefined;
  readonly #presets: PresetsRow;
  readonly #showUndo: (count: number) => void;
  readonly #showSeed: (seed: number) => void;
  readonly #showBackend: (isCpu: boolean) => void;
  readonly #showPredicting: (isOn: boolean) => void;

  constructor(locale: Locale, strings: Strings, actions: SettingsActions) {
    this.#locale = locale;
    this.#strings = strings;
    this.#actions = actions;
    this.#presets = new PresetsRow(locale, strings, actions.onPreset);
    const undo = this.#createUndoRow();
    this.#showUndo = undo.show;
    const seed = this.#createSeedRow();
    this.#showSeed = seed.show;
    const cpu = createCheckbox(strings.cpuOnly, false, (isOn) => actions.onBackend(isOn ? 'cpu' : 'auto'));
    this.#showBackend = cpu.setValue;
    const cpuHelp = element('p', { class: 'control-help', id: 'help-cpu' }, strings.cpuOnlyHelp);
    cpu.element.setAttribute('aria-describedby', 'help-cpu');
    const predict = this.#createPredictRow();
    this.#showPredicting = predict.show;
    const common = element('div', { class: 'controls-grid controls-common' });
    common.append(seed.element, element('div', { class: 'control' }, cpu.element, cpuHelp), predict.element);
    const heading = element('summary', { class: 'settings-heading' }, element('h2', {}, strings.settings));
    const top = element('div', { class: 'settings-top' }, this.#presets.element, undo.element);
    top.append(this.#createKeepRow());
    this.element = element('details', { class: 'settings' }, heading, top, this.#place, common);
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.#openWhereThereIsRoom();
  }

  /** Shows the form of another experiment. */
  setSpec(spec: ExperimentSpec): void {
    this.#controls = new Controls(spec, this.#locale, this.#strings, this.#actions.onParam);
    this.#place.replaceChildren(this.#controls.element);
    this.#presets.setSpec(spec);
  }

  /** Shows settings, and how many changes of them can be taken back; calls no one. */
  show({ params, seed }: Settings, changes: number, backend: 'auto' | 'cpu'): void {
    this.#controls?.setValues(params);
    this.#presets.show(params);
    this.#showUndo(changes);
    this.#showSeed(seed);
    this.#showBackend(backend === 'cpu');
  }

  /** Shows whether the learner is asked for predictions; calls no one. */
  showPredicting(isOn: boolean): void {
    this.#showPredicting(isOn);
  }

  /** Beside the pictures the form is open; above them it would push them off the page, so there the learner opens it. */
  #openWhereThereIsRoom(): void {
    const isWide = matchMedia(BESIDE_PICTURES);
    const adapt = () => this.element.toggleAttribute('open', isWide.matches);
    isWide.addEventListener('change', adapt);
    adapt();
  }

  #onKey(event: KeyboardEvent): void {
    if (!isUndoKey(event)) return;
    // Browser and editor would take back what was typed last, wherever that was.
    event.preventDefault();
    event.stopPropagation();
    this.#actions.onUndo();
  }

  #createUndoRow() {
    const { undo, undoHint, nothingToUndo } = this.#strings;
    const button = createButton('secondary', undo, undefined, this.#actions.onUndo);
    const icon = createIcon('undo');
    icon.setAttribute('slot', 'start');
    button.element.prepend(icon);
    button.element.classList.add('undo-button');
    const hint = element('p', { class: 'control-help' });
    const show = (changes: number) => {
      button.disable(changes > 0 ? undefined : nothingToUndo);
      setText(hint, changes > 0 ? undoHint(changes) : nothingToUndo);
    };
    show(0);
    return { element: element('div', { class: 'undo-row' }, button.element, hint), show };
  }

  #createKeepRow(): HTMLElement {
    const { keep, keepHint } = this.#strings;
    const button = createButton('secondary', keep, undefined, this.#actions.onKeep);
    button.element.title = keepHint;
    return element('div', { class: 'undo-row' }, button.element);
  }

  #createPredictRow() {
    const { predictFirst, predictFirstHelp } = this.#strings.prediction;
    const box = createCheckbox(predictFirst, true, this.#actions.onPredicting);
    const help = element('p', { class: 'control-help', id: 'help-predict' }, predictFirstHelp);
    box.element.setAttribute('aria-describedby', 'help-predict');
    return { element: element('div', { class: 'control' }, box.element, help), show: box.setValue };
  }

  #createSeedRow() {
    const strings = this.#strings;
    const problem = element('p', { class: 'control-problem', role: 'alert' });
    const choose = (seed: number) => {
      const isRight = isSeed(seed);
      field.setInvalid(!isRight);
      setText(problem, isRight ? '' : strings.seedProblem(LARGEST_SEED));
      if (isRight) this.#actions.onSeed(seed);
    };
    const field = createTextField(strings.seed, '', (text) => choose(parseTyped(text)));
    const dice = createButton('secondary', strings.newSeed, undefined, () => choose(drawNumber(DRAWN_SEEDS)));
    const icon = createIcon('dice');
    icon.setAttribute('slot', 'start');
    dice.element.prepend(icon);
    const label = element('div', { class: 'control-label', 'aria-hidden': 'true' }, strings.seed);
    const row = element('div', { class: 'seed-row' }, field.element, dice.element);
    const notes = element('div', { class: 'control-notes' });
    notes.append(element('p', { class: 'control-help' }, strings.seedHelp), problem);
    const show = (seed: number) => {
      field.setValue(String(seed));
      field.setInvalid(false);
      setText(problem, '');
    };
    return { element: element('div', { class: 'control' }, label, row, notes), show };
  }
}
