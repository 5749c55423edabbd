import { testedSeeds } from '../../src/experiments/kit/claims';
import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { NumberParam } from '../../src/experiments/kit/params';
import type { ParamValue, ParamValues, SweepOrder } from '../../src/protocol/panelMessages';
import { describeValue } from '../controls/describeValue';
import { createDropdown, createTextField, type TextFieldWidget } from '../controls/toolkit';
import { element, setText } from '../dom';
import { formatSetting, parseTyped } from '../numbers';
import type { Settings } from '../settingsHistory';
import type { Strings } from '../strings';
import { plainText } from '../text';
import { drawNumber, drawSeeds } from './seeds';
import { SEED, type SweepPlan } from './sweeper';
import {
  allValues,
  FEWEST_VALUES,
  MOST_VALUES,
  problemOfRange,
  type SweepRange,
  spacedValues,
  sweepableParams,
  wholeRange,
} from './sweepValues';

/** Name of a setting for people: the parameter's label with its unit. Plain text. */
export function settingName(spec: ExperimentSpec, target: string, locale: Locale, strings: Strings): string {
  const param = spec.params[target];
  if (!param) return strings.seed;
  const unit = param.kind === 'number' ? param.unit?.[locale] : undefined;
  return strings.axisTitle(plainText(param.label[locale]), unit);
}

/** What is to be swept: which setting, and from where to where. */
export class SweepForm {
  readonly element = element('div', { class: 'sweep-form' });
  readonly #spec: ExperimentSpec;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #onChange: () => void;
  readonly #range = element('div', { class: 'sweep-range' });
  readonly #fields: Readonly<Record<keyof SweepRange, TextFieldWidget>>;
  readonly #preview = element('p', { class: 'control-help sweep-preview' });
  readonly #problem = element('p', { class: 'control-problem', role: 'alert' });
  readonly #showTarget: (target: string) => void;
  #settings: Settings = { params: {}, seed: 0 };
  #target: string;
  /** What a note wants to have swept, until the learner changes something. */
  #given: SweepOrder | undefined;
  #typed: SweepRange = { from: 0, to: 0, count: FEWEST_VALUES };
  /** What the learner typed for each parameter. */
  readonly #ranges = new Map<string, SweepRange>();

  /** `onChange` is called when the learner has changed what is to be swept. */
  constructor(spec: ExperimentSpec, locale: Locale, strings: Strings, onChange: () => void) {
    this.#spec = spec;
    this.#locale = locale;
    this.#strings = strings;
    this.#onChange = onChange;
    const targets = [...sweepableParams(spec), SEED];
    this.#target = targets[0] ?? SEED;
    const entries = targets.map((value) => ({ value, label: settingName(spec, value, locale, strings) }));
    const { setting, from, to, count } = strings.sweep;
    const dropdown = createDropdown(setting, entries, this.#target, (value) => this.#choose(value));
    this.#showTarget = dropdown.setValue;
    this.#fields = {
      from: this.#createField('from'),
      to: this.#createField('to'),
      count: this.#createField('count'),
    };
    const labelled = (label: string, field: HTMLElement) =>
      element(
        'div',
        { class: 'control' },
        element('div', { class: 'control-label', 'aria-hidden': 'true' }, label),
        field,
      );
    this.#range.append(
      labelled(from, this.#fields.from.element),
      labelled(to, this.#fields.to.element),
      labelled(count, this.#fields.count.element),
    );
    const notes = element('div', { class: 'sweep-notes' }, this.#preview, this.#problem);
    this.element.append(labelled(setting, dropdown.element), this.#range, notes);
    this.#choose(this.#target);
  }

  /** Shows what a note wants to have swept: a number with values that are all allowed. Calls no one. */
  give(sweep: SweepOrder): void {
    const { param, values } = sweep;
    this.#ranges.set(param, { from: Math.min(...values), to: Math.max(...values), count: values.length });
    this.#showTarget(param);
    this.#show(param);
    this.#given = sweep;
    this.#refresh();
  }

  /** Tells the learner's own settings: what is not swept is as they are. */
  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#refresh();
  }

  /** Whether what was typed can be swept. */
  get isRight(): boolean {
    return this.#problemText() === '';
  }

  /** What is to be swept; `undefined` where what was typed cannot be. Draws new seeds on every call where they are swept. */
  plan(): SweepPlan | undefined {
    const values = this.#target === SEED ? this.#newSeeds() : this.#values();
    const { params, seed } = this.#settings;
    return values && { target: this.#target, values, params, seed };
  }

  get #number(): NumberParam | undefined {
    const param = this.#spec.params[this.#target];
    return param?.kind === 'number' ? param : undefined;
  }

  #createField(name: keyof SweepRange): TextFieldWidget {
    const label = this.#strings.sweep[name];
    return createTextField(label, '', (text) => this.#type({ [name]: parseTyped(text) }));
  }

  #choose(target: string): void {
    this.#show(target);
    this.#onChange();
  }

  #show(target: string): void {
    this.#target = target;
    this.#given = undefined;
    const param = this.#number;
    this.#typed = this.#ranges.get(target) ?? (param ? wholeRange(param) : { from: 0, to: 1, count: 5 });
    const hasRange = param !== undefined;
    for (const name of ['from', 'to'] as const) this.#fields[name].element.parentElement!.hidden = !hasRange;
    this.#range.hidden = !hasRange && target !== SEED;
    for (const [name, field] of Object.entries(this.#fields)) {
      field.setValue(formatSetting(this.#typed[name as keyof SweepRange], this.#locale));
    }
    this.#refresh();
  }

  #type(changes: Partial<SweepRange>): void {
    this.#typed = { ...this.#typed, ...changes };
    this.#given = undefined;
    this.#ranges.set(this.#target, this.#typed);
    this.#refresh();
    this.#onChange();
  }

  #refresh(): void {
    const problem = this.#problemText();
    const isCountWrong = !this.#isCountRight();
    this.#fields.count.setInvalid(isCountWrong);
    for (const name of ['from', 'to'] as const)
      this.#fields[name].setInvalid(problem !== '' && !isCountWrong);
    setText(this.#problem, problem);
    setText(this.#preview, problem === '' ? this.#previewText() : '');
  }

  #problemText(): string {
    const { outside, notAscending, notWhole, countProblem } = this.#strings.sweep;
    const counts = countProblem(FEWEST_VALUES, MOST_VALUES);
    const param = this.#number;
    if (this.#given) return '';
    // Seeds have no range of their own; only how many is asked.
    if (!param) return this.#target === SEED && !this.#isCountRight() ? counts : '';
    const write = (value: number) => formatSetting(value, this.#locale);
    const texts = {
      outside: outside(write(param.min), write(param.max)),
      'not-ascending': notAscending,
      'not-whole': notWhole,
      count: counts,
    };
    const problem = problemOfRange(param, this.#typed);
    return problem ? texts[problem] : '';
  }

  #isCountRight(): boolean {
    const { count } = this.#typed;
    return Number.isInteger(count) && count >= FEWEST_VALUES && count <= MOST_VALUES;
  }

  #previewText(): string {
    const { sweep } = this.#strings;
    if (this.#target === SEED) return sweep.newSeeds(this.#typed.count);
    const param = this.#spec.params[this.#target];
    const names = (this.#values() ?? []).map((value) =>
      describeValue(param, value, this.#locale, this.#strings),
    );
    return sweep.values(names.join(' · '));
  }

  #values(): readonly ParamValue[] | undefined {
    if (this.#given) return this.#given.values;
    const param = this.#spec.params[this.#target];
    if (!param) return undefined;
    if (param.kind !== 'number') return allValues(param);
    if (problemOfRange(param, this.#typed)) return undefined;
    return spacedValues(param, this.#typed, Number(this.#settings.params[this.#target]));
  }

  #newSeeds(): readonly number[] | undefined {
    if (!this.#isCountRight()) return undefined;
    return drawSeeds(this.#typed.count, [...testedSeeds, this.#settings.seed], drawNumber);
  }
}

/** Whether the settings that a sweep did not vary are still the learner's own. */
export function isUpToDate({ target, params, seed }: SweepPlan, now: Settings): boolean {
  const isSame = (name: string, before: ParamValues, after: ParamValues) => before[name] === after[name];
  const names = Object.keys(params).filter((name) => name !== target);
  return names.every((name) => isSame(name, params, now.params)) && (target === SEED || seed === now.seed);
}
