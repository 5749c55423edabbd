/** A language that learner texts exist in. */
export type Locale = 'de' | 'en';

/** A learner text in every language that the project speaks. Markdown inline markup and `$TeX$` are allowed where the field's doc says so. */
export interface Localized {
  readonly de: string;
  readonly en: string;
}
