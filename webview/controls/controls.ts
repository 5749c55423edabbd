import type { ExperimentSpec } from '../../src/experiments/kit/experiment';
import type { Locale } from '../../src/experiments/kit/localized';
import type { ChoiceParam, Param, SwitchParam } from '../../src/experiments/kit/params';
import type { ParamValue, ParamValues } from '../../src/protocol/panelMessages';
import { element, setText } from '../dom';
import { createIcon } from '../icons';
import { problemsOf } from '../openRequest';
import type { Strings } from '../strings';
import { plainText, setInlineMarkdown } from '../text';
import { describeValue } from './describeValue';
import { createNumberControl } from './numberControl';
import type { ParamControl } from './paramControl';
import { createButton, createCheckbox, createDropdown } from './toolkit';

function createChoiceControl(
  param: ChoiceParam,
  locale: Locale,
  onInput: (value: string) => void,
): ParamControl {
  const entries = param.options.map(({ value, label }) => ({ value, label: plainText(label[locale]) }));
  const dropdown = createDropdown(plainText(param.label[locale]), entries, param.default, onInput);
  return {
    element: dropdown.element,
    setValue: (value) => dropdown.setValue(String(value)),
    setInvalid: () => undefined,
  };
}

function createSwitchControl(
  param: SwitchParam,
  locale: Locale,
  onInput: (value: boolean) => void,
): ParamControl {
  const checkbox = createCheckbox(plainText(param.label[locale]), param.default, onInput);
  return {
    element: checkbox.element,
    setValue: (value) => checkbox.setValue(value === true),
    setInvalid: () => undefined,
  };
}

/** The form of an experiment's parameters, made from their declaration. */
export class Controls {
  readonly element = element('div', { class: 'controls-grid' });
  readonly #spec: ExperimentSpec;
  readonly #locale: Locale;
  readonly #strings: Strings;
  readonly #onChange: (name: string, value: ParamValue) => void;
  readonly #setters = new Map<string, (value: ParamValue) => void>();

  /** `onChange` gets only values that the experiment allows. */
  constructor(
    spec: ExperimentSpec,
    locale: Locale,
    strings: Strings,
    onChange: (name: string, value: ParamValue) => void,
  ) {
    this.#spec = spec;
    this.#locale = locale;
    this.#strings = strings;
    this.#onChange = onChange;
    for (const [name, param] of Object.entries(spec.params))
      this.element.append(this.#createRow(name, param));
  }

  /** Shows values and takes back every refusal; calls no one. */
  setValues(values: ParamValues): void {
    for (const [name, value] of Object.entries(values)) this.#setters.get(name)?.(value);
  }

  #createRow(name: string, param: Param): HTMLElement {
    const helpId = `help-${name}`;
    const help = element('p', { class: 'control-help', id: helpId });
    const problem = element('p', { class: 'control-problem', role: 'alert' });
    const control = this.#createControl(param, helpId, (value) => input(value));
    const resetLabel = this.#strings.resetParam(
      plainText(param.label[this.#locale]),
      describeValue(param, param.default, this.#locale, this.#strings),
    );
    const reset = createButton('icon', resetLabel, createIcon('reset'), () => input(param.default));
    const show = (value: ParamValue) => {
      control.setValue(value);
      reset.disable(value === param.default ? this.#strings.isDefault : undefined);
      control.setInvalid(false);
      setText(problem, '');
    };
    const input = (value: ParamValue) => {
      const problems = this.#problemsOf(name, value);
      if (problems.length === 0) {
        show(value);
        this.#onChange(name, value);
      } else {
        control.setInvalid(true);
        setText(problem, problems.join(' '));
      }
    };
    this.#setters.set(name, show);
    show(param.default);
    setInlineMarkdown(help, param.help[this.#locale]);
    const row = element('div', { class: 'control', 'data-param': name });
    row.append(
      this.#createHeading(param),
      element('div', { class: 'control-row' }, control.element, reset.element),
    );
    row.append(element('div', { class: 'control-notes' }, help, problem));
    return row;
  }

  /** A switch has its label beside its box; everything else has it above. */
  #createHeading(param: Param): HTMLElement {
    const heading = element('div', { class: 'control-label', 'aria-hidden': 'true' });
    if (param.kind === 'switch') return heading;
    const symbol = param.kind === 'number' && param.symbol ? ` $${param.symbol}$` : '';
    setInlineMarkdown(heading, `${param.label[this.#locale]}${symbol}`);
    return heading;
  }

  #createControl(param: Param, helpId: string, onInput: (value: ParamValue) => void): ParamControl {
    if (param.kind === 'choice') return createChoiceControl(param, this.#locale, onInput);
    if (param.kind === 'switch') return createSwitchControl(param, this.#locale, onInput);
    return createNumberControl(param, helpId, this.#locale, this.#strings, onInput);
  }

  #problemsOf(name: string, value: ParamValue): readonly string[] {
    if (Number.isNaN(value)) return [this.#strings.notANumber];
    return problemsOf(this.#spec, name, value).map((problem) => plainText(problem[this.#locale]));
  }
}
