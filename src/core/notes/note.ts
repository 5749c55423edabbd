import type { LinkParts } from '../grammar/wikilink';
import type { Range } from '../text';

/** Whole lines: 0-based `first`, exclusive `end`. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

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
  /** The first paragraph, where the section begins with one. */
  readonly paragraph: LineRange | undefined;
  /** Other names that its section gives: `*Auch: A, B*` anywhere in it, `*A, B*` directly below the heading. */
  readonly names: readonly string[];
}

/** How a link is written: `[[note]]`, `![[note]]`, `[text](note.md)`, `![text](picture.png)`. */
export type LinkKind = 'wikilink' | 'embed' | 'markdown' | 'image';

/** A link to a note or attachment. Links with a scheme (`https:`) are none. */
export interface Link extends LinkParts {
  readonly kind: LinkKind;
  /** All of it, brackets included. */
  readonly range: Range;
}

/** A callout, `> [!type] Title`. */
export interface Callout {
  /** As written, lower case. */
  readonly type: string;
  /** `+` foldable and open, `-` foldable and closed, `undefined` not foldable in Obsidian. */
  readonly fold: '+' | '-' | undefined;
  /** How many quotes and callouts enclose it. */
  readonly depth: number;
  /** Plain text; `''` where only the type stands. */
  readonly title: string;
  /** What is set in emphasis or strong in the title, as plain text: `Definition *Regularisierung*`. */
  readonly markedTerms: readonly string[];
  /** The title's text; empty behind the type where there is none. */
  readonly titleRange: Range;
  /** What stands below the title line; empty range where nothing does. */
  readonly body: Range;
}

/**
 * How a lead-in is marked: `*Term:*` or `**Term:**` at the start of a paragraph, `> **Term**` alone in a quote's first line, `- Term: …`,
 * `: …` below the term's line (a definition list).
 */
export type LeadInKind = 'emphasis' | 'strong' | 'quote' | 'list-item' | 'definition-list';

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

/** A row of a table that may explain a term: what counts only in glossaries. */
export interface TermRow {
  /** Plain text of the cells that name the term, the first one first; never empty. */
  readonly names: readonly string[];
  /** The first cell. */
  readonly range: Range;
  /** The cell that explains it. */
  readonly body: Range;
}

/** A block that links can name, `^id`. */
export interface BlockId {
  /** Without `^`. */
  readonly id: string;
  /** The mark, `^` included. */
  readonly range: Range;
  /** What it names: the paragraph or list item that it ends, or the list, quote, table … above it when it stands alone. */
  readonly block: LineRange;
}

/** A `#tag` in the text. */
export interface Tag {
  /** Without `#`, as written. */
  readonly name: string;
  /** `#` included. */
  readonly range: Range;
}

/** A footnote's mark `[^label]` in the text, or its explanation `[^label]: …`. */
export interface Footnote {
  readonly kind: 'reference' | 'definition';
  /** As written, without `^`. */
  readonly label: string;
  /** `[^label]`, brackets included. */
  readonly range: Range;
  /** The whole definition; for a reference only its mark's line. */
  readonly lines: LineRange;
}

/** A line `name: value` of a `demo` block. */
export interface DemoEntry {
  readonly name: string;
  readonly nameRange: Range;
  /** Without the quotes around it; `''` where nothing stands there. */
  readonly value: string;
  readonly valueRange: Range;
}

/** A fenced block whose info string is `demo`: an experiment with settings. What they mean is for `readDemoBlock` to say. */
export interface DemoBlock {
  /** From the marks of its opening fence to the end of the closing one, or of its last line where it is never closed. */
  readonly range: Range;
  readonly entries: readonly DemoEntry[];
  /** Lines that are neither `name: value` nor `# comment` nor empty. */
  readonly strayLines: readonly Range[];
}

/** A text of the properties with its place, quotes left out. */
export interface PlacedText {
  readonly text: string;
  readonly range: Range;
}

/** Which demos one place is to offer. */
export interface DemoOffer {
  /** The heading's text, or `undefined` for the note as a whole. */
  readonly heading: PlacedText | undefined;
  /** Ids of experiments, or names of concepts; empty for none. */
  readonly demos: readonly PlacedText[];
}

/** What a note says itself about its demos (`demos:`). What it says wins over what its text names. */
export interface DemosProperty {
  /** The word `demos`. */
  readonly range: Range;
  /** At most one for the note as a whole; empty where the note wants no demos at all. */
  readonly offers: readonly DemoOffer[];
}

/** What Obsidian calls properties, as far as features use them. */
export interface Properties {
  readonly aliases: readonly string[];
  /** Without `#`. */
  readonly tags: readonly string[];
  /** The glossaries that this note chooses, as links write them (`glossary:`); empty for none, `undefined` where it does not choose. */
  readonly glossaries: readonly string[] | undefined;
  /** Terms that are not explained in this note (`glossary-exclude:`). */
  readonly glossaryExclude: readonly string[];
  /** `undefined` where the note leaves it to its text. */
  readonly demos: DemosProperty | undefined;
}

/** Something about a note that its author should know. Parsing itself never fails. */
export interface NoteProblem {
  readonly message: string;
  readonly range: Range;
}

/** All that a note says, as plain data, as far as others may ask for it. Lists are in document order. Its formulas: `formulasIn`. */
export interface Note {
  /** A `drawing` (Excalidraw) is known by its properties and not read further: its other lists are empty. */
  readonly kind: 'note' | 'drawing';
  readonly lineCount: number;
  /** The first paragraph that is in nothing else; `undefined` for a note without any. */
  readonly paragraph: LineRange | undefined;
  readonly properties: Properties;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly callouts: readonly Callout[];
  readonly leadIns: readonly LeadIn[];
  readonly termRows: readonly TermRow[];
  readonly demoBlocks: readonly DemoBlock[];
  readonly blockIds: readonly BlockId[];
  readonly tags: readonly Tag[];
  readonly footnotes: readonly Footnote[];
  /** Comments over several lines, `%%` lines included. */
  readonly comments: readonly LineRange[];
  /** First lines of the blocks that the note is made of, ascending: where reading can begin without knowing what stands above. */
  readonly blockLines: readonly number[];
  readonly problems: readonly NoteProblem[];
}
