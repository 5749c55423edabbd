import type { WikilinkParts } from '../grammar/wikilink';
import type { Range } from '../text';

/** A heading and the section below it. */
export interface Heading {
  /** 1 … 6. */
  readonly level: number;
  /** Plain text: no markup, formulas as TeX without dollar signs. */
  readonly text: string;
  /** As written behind the `#` signs, what heading links compare with. */
  readonly source: string;
  /** The text behind the `#` signs; for underlined headings the lines above the underline. */
  readonly range: Range;
  /** 0-based line behind the section: the next heading of the same or a higher rank, or the end of the note. */
  readonly sectionEnd: number;
}

/** A `[[wikilink]]` or `![[embed]]`. */
export interface Wikilink extends WikilinkParts {
  readonly kind: 'wikilink' | 'embed';
  /** Brackets included. */
  readonly range: Range;
}

/** A callout, `> [!type] Title`. */
export interface Callout {
  /** As written, lower case. */
  readonly type: string;
  /** Plain text; `''` where only the type stands. */
  readonly title: string;
  /** What is set in emphasis or strong in the title, as plain text: `Definition *Regularisierung*`. */
  readonly markedTerms: readonly string[];
  /** The title's text; empty behind the type where there is none. */
  readonly titleRange: Range;
  /** What stands below the title line; empty range where nothing does. */
  readonly body: Range;
}

/** How a lead-in is marked: `*Term:*` or `**Term:**` at the start of a paragraph, `> **Term**` alone in a quote's first line, `- Term: …`. */
export type LeadInKind = 'emphasis' | 'strong' | 'quote' | 'list-item';

/** A definition-like lead-in: a term that opens a block which explains it. */
export interface LeadIn {
  readonly kind: LeadInKind;
  /** The term without colon and markup. */
  readonly term: string;
  /** The term in the source, without colon and markup marks. */
  readonly range: Range;
  /** What explains it: the rest of the block, or the next block where the term stands alone. */
  readonly body: Range;
}

/** A formula, inline or display. */
export interface Formula {
  /** TeX without the dollar signs. */
  readonly tex: string;
  readonly isDisplay: boolean;
  /** Dollar signs included. */
  readonly range: Range;
}

/** What Obsidian calls properties, as far as features use them. */
export interface Properties {
  readonly aliases: readonly string[];
}

/** Something about a note that its author should know. Parsing itself never fails. */
export interface NoteProblem {
  readonly message: string;
  readonly range: Range;
}

/** All that a note says, as plain data. Lists are in document order. */
export interface Note {
  readonly properties: Properties;
  readonly headings: readonly Heading[];
  readonly links: readonly Wikilink[];
  readonly callouts: readonly Callout[];
  readonly leadIns: readonly LeadIn[];
  readonly formulas: readonly Formula[];
  /** Block ids without `^`, and where they stand (mark included). */
  readonly blockIds: readonly { readonly id: string; readonly range: Range }[];
  /** Tags without `#`, and where they stand (mark included). */
  readonly tags: readonly { readonly name: string; readonly range: Range }[];
  /** Where words are no prose: code, formulas, comments, properties, link targets. In document order, not overlapping. */
  readonly opaque: readonly Range[];
  readonly problems: readonly NoteProblem[];
}
