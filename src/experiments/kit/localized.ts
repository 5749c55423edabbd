/** A language that learner texts exist in. */
export type Locale = 'de' | 'en';

/** A learner text in every language that the project speaks. Markdown inline markup and `$TeX$` are allowed where the field's doc says so. */
export interface Localized {
  readonly de: string;
  readonly en: string;
}

/** A text with its gaps filled: `{0}` by the first value. A gap without a value stays. */
export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (gap, index) => String(values[Number(index)] ?? gap));
}
