import type { Token } from 'markdown-it';
import type { VaultIndex } from '../index/vaultIndex';
import type { Note } from '../notes/note';
import type { PageLocale } from './words';

/** What a page shows besides the note's own text. */
export interface PageOptions {
  /** The note's properties as a table. */
  readonly properties: boolean;
  /** A table of contents above notes with several headings. */
  readonly contents: boolean;
  /** Links to the lectures before and after, and the notes that link here. */
  readonly surroundings: boolean;
  /** Whether a single line break in the text is shown as one, as Obsidian does, or as a space, as Markdown says. */
  readonly lineBreaks: boolean;
}

/** What of a vault a page needs. `files` is the same object for all pages of a vault: what is known about it is kept by that. */
export type PageIndex = Pick<
  VaultIndex,
  'resolve' | 'note' | 'backlinks' | 'files' | 'definitions' | 'namesRevision' | 'placesRevision'
>;

/** Where a link of the page leads. Paths are relative to the vault. */
export interface PageTarget {
  readonly path: string;
  /** Of an attachment, as written: `page=3`. Of a note see `line`. */
  readonly subpath: string | undefined;
  /** 0-based line of the heading or block in a note; `undefined` for its top. */
  readonly line: number | undefined;
}

/** Something that can be run, as a page offers it. */
export interface PageDemoLink {
  /** Opens the demo where the page is shown. */
  readonly href: string;
  /** The experiment's title. */
  readonly title: string;
  /** One sentence on what it shows. */
  readonly summary: string;
}

/** A place of the note with demos, or with figures, or both. */
export interface PageDemo {
  /** 0-based line in the note; of the note as a whole (its property `demos`) the property's. */
  readonly line: number;
  /** A `block` is a fenced block `demo`; `note` is the note as a whole. */
  readonly kind: 'heading' | 'callout' | 'text' | 'block' | 'note';
  /** Best first. May be empty where there are figures, and for a `block` whose experiment nobody knows. */
  readonly links: readonly PageDemoLink[];
  /** Lets the reader choose among `links`; `undefined` where there are not several. */
  readonly chooseHref: string | undefined;
  /** Ids of the figures of this place (`NotePage.figureHtml`). */
  readonly figures: readonly string[];
  /** JSON for the right-click menu (`data-vscode-context`); `undefined` for no menu. */
  readonly context: string | undefined;
}

/** A text of the page in which terms are looked for: a paragraph, a cell of a table. */
export interface PagePassage {
  /** U+FFFC stands for what is no text: no term reaches across it. */
  readonly text: string;
  /** 0-based line of the note where it begins. */
  readonly line: number;
}

/** A term that stands in the page's text. */
export interface PageTerm {
  /** Index into the passages that were asked about. */
  readonly passage: number;
  /** UTF-16 offsets in the passage; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** The definition in Markdown, with links as seen from `source`. */
  readonly markdown: string;
  /** The note that the definition is from, relative to the vault; `undefined` for the glossary that ships. */
  readonly source: string | undefined;
  /** 0-based line of the definition in `source`. */
  readonly line: number | undefined;
  /** What the definition is from, to be shown. */
  readonly from: string;
}

/** A note on its way to being a page, and all that its page may ask for. Every answer comes at once: rendering cannot wait. */
export interface NotePage {
  /** Of the note, relative to the vault. */
  readonly path: string;
  /** The whole text, as it is parsed: LF line breaks. */
  readonly text: string;
  readonly note: Note;
  readonly index: PageIndex;
  /** Whether all files of the vault are known. Until then a link that leads nowhere may only be early. */
  readonly isRead: boolean;
  /** Language of the page's own words. */
  readonly locale: PageLocale;
  readonly options: PageOptions;
  /** The address of a place in the vault, as a link on this page has it: percent-encoded. */
  readonly hrefOf: (target: PageTarget) => string;
  /** The address of a picture, as an `<img>` on this page has it: percent-encoded. */
  readonly imageOf: (path: string) => string;
  /** The text of another note; `undefined` where it is not there, or not read yet (then the page is rendered again when it is). */
  readonly textOf: (path: string) => string | undefined;
  /** In document order. */
  readonly demos: readonly PageDemo[];
  /**
   * A small picture with a slider, which a page shows once, below the heading of its concept: closed, its title in a `<summary>`. `''` for
   * an id that is none.
   */
  readonly figureHtml: (id: string) => string;
  /** The terms of texts, each once, in reading order, none overlapping; `undefined` where the page marks none. */
  readonly termsIn: ((passages: readonly PagePassage[]) => readonly PageTerm[]) | undefined;
  /** TeX that defines the vault's macros; `''` for none. */
  readonly preamble: string;
}

/** A term's place within a `text` token. */
export interface TermMark {
  readonly start: number;
  readonly end: number;
  /** Number of the term on this page, 1-based. */
  readonly term: number;
}

/** How much of other notes one page takes in. */
export interface EmbedBudget {
  embeds: number;
  characters: number;
}

/** What is known while a page is rendered. One for the page, and one for each text in it that is another note's. */
export interface Rendering {
  readonly page: NotePage;
  /** The note whose text is rendered: the page's own, that of an embed, or that of a definition. Links are seen from there. */
  readonly source: string;
  /** The page's note and the notes embedded in one another down to here; of parts of notes `path#line`. */
  readonly embedded: readonly string[];
  /** Changes while the page is rendered; shared by all parts of it. */
  readonly budget: EmbedBudget;
  /** Terms to be marked, by `text` token. Empty but for the page's own text. */
  readonly marks: ReadonlyMap<Token, readonly TermMark[]>;
  /** Buttons, by the token that they are shown at. Empty but for the page's own text. */
  readonly demos: ReadonlyMap<Token, PageDemo>;
  /** Ids of figures, by the token that they are shown behind. */
  readonly figures: ReadonlyMap<Token, readonly string[]>;
  /** Put in front of ids, so that each is on the page once: `''` for the page's own text. */
  readonly idPrefix: string;
}

const renderingKey = Symbol('rendering');

/** What the rules of a renderer get passed, with what is known about the page. */
type Env = { [renderingKey]?: Rendering };

/** What is known about the page that is being rendered; `undefined` where a text is rendered that belongs to no note. */
export function renderingOf(env: unknown): Rendering | undefined {
  return (env as Env | undefined)?.[renderingKey];
}

/**
 * What is known about a text within the page that is another note's, or that of a definition: nothing is marked in it or shown beside it.
 * @param embedded see `Rendering.embedded`. @param idPrefix see `Rendering.idPrefix`.
 */
export function renderingWithin(
  { page, budget }: Rendering,
  { source, embedded, idPrefix }: Pick<Rendering, 'source' | 'embedded' | 'idPrefix'>,
): Rendering {
  return {
    ...{ page, budget, source, embedded, idPrefix },
    ...{ marks: new Map(), demos: new Map(), figures: new Map() },
  };
}

/** The same env for another rendering. VS Code's own values in it stay the same objects. */
export function withRendering(env: unknown, rendering: Rendering): object {
  return { ...(env as object), [renderingKey]: rendering };
}

/** Language of the words that a page adds; English where a text is rendered that belongs to no note. */
export function localeOf(env: unknown): PageLocale {
  return renderingOf(env)?.page.locale ?? 'en';
}
