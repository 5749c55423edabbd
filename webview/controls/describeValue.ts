import type { Locale } from '../../src/experiments/kit/localized';
import type { Param } from '../../src/experiments/kit/params';
import type { ParamValue } from '../../src/protocol/panelMessages';
import { formatSetting } from '../numbers';
import type { Strings } from '../strings';
import { plainText } from '../text';

/** A value as the interface writes it: a number in the learner's notation, a choice by its label. */
export function describeValue(
  param: Param | undefined,
  value: ParamValue,
  locale: Locale,
  strings: Strings,
): string {
  if (typeof value === 'number') return formatSetting(value, locale);
  if (typeof value === 'boolean') return value ? strings.on : strings.off;
  const option = param?.kind === 'choice' && param.options.find((candidate) => candidate.value === value);
  return option ? plainText(option.label[locale]) : value;
}
