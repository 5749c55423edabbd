import type { Locale } from '../../src/experiments/kit/localized';
import type { NumberParam } from '../../src/experiments/kit/params';
import { element } from '../dom';
import { formatSetting, parseTyped } from '../numbers';
import type { Strings } from '../strings';
import { plainText } from '../text';
import type { ParamControl } from './paramControl';
import { lastStop, nearestStop, valueAtStop } from './sliderScale';
import { createTextField } from './toolkit';

function createSlider(param: NumberParam, label: string, describedBy: string): HTMLInputElement {
  return element('input', {
    type: 'range',
    min: '0',
    max: String(lastStop(param)),
    step: '1',
    'aria-label': label,
    'aria-describedby': describedBy,
  });
}

/**
 * A number: a slider with the declared stops and a field for any number between them, kept in step. `onInput` gets what was typed,
 * in range or not; the caller says whether it stands.
 */
export function createNumberControl(
  param: NumberParam,
  describedBy: string,
  locale: Locale,
  strings: Strings,
  onInput: (value: number) => void,
): ParamControl {
  const label = plainText(param.label[locale]);
  const slider = createSlider(param, label, describedBy);
  const unit = param.unit?.[locale];
  const fieldLabel = strings.symbolValue(unit ? `${label} (${unit})` : label);
  const field = createTextField(fieldLabel, '', (text) => onInput(parseTyped(text)));
  slider.addEventListener('input', () => onInput(valueAtStop(param, slider.valueAsNumber)));
  const setValue = (value: number) => {
    const stop = nearestStop(param, value);
    slider.value = String(stop);
    const text = formatSetting(value, locale);
    slider.setAttribute('aria-valuetext', unit ? `${text} ${unit}` : text);
    slider.style.setProperty('--filled', `${(100 * stop) / lastStop(param)}%`);
    field.setValue(text);
  };
  const row = element('div', { class: 'number-control' }, slider, field.element);
  // Its names say the unit already.
  if (unit) row.append(element('span', { class: 'unit', 'aria-hidden': 'true' }, unit));
  return {
    element: row,
    setValue: (value) => setValue(Number(value)),
    setInvalid: field.setInvalid,
  };
}
