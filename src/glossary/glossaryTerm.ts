import type { Localized } from '../experiments/kit/localized';

/** A symbol of a formula, explained. */
export interface SymbolMeaning {
  /** TeX without dollar signs. */
  readonly tex: string;
  /** A phrase without a full stop; Markdown with `$TeX$` is allowed. */
  readonly meaning: Localized;
}

/** An entry of the glossary that comes with the extension. */
export interface GlossaryTerm {
  /** English, kebab-case; names the entry for good. */
  readonly id: string;
  /** What the term is called, the usual name first, in its basic form: singular, nominative. Synonyms after it. */
  readonly names: {
    readonly de: readonly [string, ...string[]];
    readonly en: readonly [string, ...string[]];
  };
  /** Recognised only as written: `SGD`. */
  readonly abbreviations?: readonly string[];
  /** Spellings that occur and are wrong: `Thikonov-Regularisierung`. */
  readonly misspellings?: readonly string[];
  /** One to three sentences that stand alone. Markdown inline markup and `$TeX$` are allowed, links are not. */
  readonly definition: Localized;
  /** The term as a formula, TeX without dollar signs, shown on a line of its own. */
  readonly formula?: string;
  /** What the formula's symbols mean, in the order in which they occur; every symbol that the definition does not introduce. */
  readonly symbols?: readonly SymbolMeaning[];
  /** Where to read on: textbook with section, or paper. */
  readonly source: string;
  /** Ids of terms that one reads next. */
  readonly seeAlso?: readonly string[];
  /** Ids of the experiments that show the term. */
  readonly experiments?: readonly string[];
}
