import type { Language } from '../terms/language';

/** A text in both languages. */
export type LanguageTexts = Readonly<Record<Language, string>>;

interface RunnableSetting {
  /** Plain text. */
  readonly label: LanguageTexts;
  /** What it does, in a sentence. */
  readonly help: LanguageTexts;
}

/** A number that can be set, within inclusive bounds. */
export interface RunnableNumber extends RunnableSetting {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** Only whole numbers. */
  readonly integer?: boolean;
  /** TeX without dollar signs. */
  readonly symbol?: string;
  /** Plain text; absent for pure numbers. */
  readonly unit?: LanguageTexts;
  readonly default: number;
}

/** One of a few named values. */
export interface RunnableChoice extends RunnableSetting {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: LanguageTexts }[];
  readonly default: string;
}

/** On or off. */
export interface RunnableSwitch extends RunnableSetting {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** What a note may set of an experiment. */
export type RunnableParam = RunnableNumber | RunnableChoice | RunnableSwitch;

/** An experiment as far as a note can order it. Core knows none itself: whoever asks passes them. */
export interface RunnableExperiment {
  readonly id: string;
  /** Plain text. */
  readonly title: LanguageTexts;
  /** One sentence of plain text. */
  readonly summary: LanguageTexts;
  readonly params: Readonly<Record<string, RunnableParam>>;
}
