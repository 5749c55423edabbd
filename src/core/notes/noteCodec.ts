import type { Position, Range } from '../text';
import type {
  BlockId,
  Callout,
  DemoBlock,
  DemoEntry,
  DemoOffer,
  DemosProperty,
  Footnote,
  Heading,
  LeadIn,
  LeadInKind,
  LineRange,
  Link,
  LinkKind,
  Note,
  NoteProblem,
  PlacedText,
  Properties,
  Tag,
  TermRow,
} from './note';

/** A note as numbers and strings in a row: a fifth of the objects, so that JSON reads and writes it fast. */
export type EncodedNote = readonly (number | string)[];

/** Counts up whenever notes are encoded differently or the grammar finds other things in them: older caches are then worth nothing. */
export const noteFormat = 3;

const linkKinds: readonly LinkKind[] = ['wikilink', 'embed', 'markdown', 'image'];
const leadInKinds: readonly LeadInKind[] = ['emphasis', 'strong', 'quote', 'list-item', 'definition-list'];

/** Packs a note for keeping. */
export function encodeNote(note: Note): EncodedNote {
  const out = new Writer();
  out.number(note.kind === 'drawing' ? 1 : 0);
  out.number(note.lineCount);
  out.optionalLines(note.paragraph);
  out.strings(note.properties.aliases);
  out.strings(note.properties.tags);
  out.number(note.properties.glossaries ? 1 : 0);
  out.strings(note.properties.glossaries ?? nothing);
  out.strings(note.properties.glossaryExclude);
  out.present(note.properties.demos, (demos) => writeDemosProperty(out, demos));
  out.list(note.headings, (heading) => writeHeading(out, heading));
  out.list(note.links, (link) => writeLink(out, link));
  out.list(note.callouts, (callout) => writeCallout(out, callout));
  out.list(note.leadIns, (leadIn) => writeLeadIn(out, leadIn));
  out.list(note.termRows, (row) => writeTermRow(out, row));
  out.list(note.demoBlocks, (block) => writeDemoBlock(out, block));
  out.list(note.blockIds, (block) => writeBlockId(out, block));
  out.list(note.tags, (tag) => writeTag(out, tag));
  out.list(note.footnotes, (footnote) => writeFootnote(out, footnote));
  out.list(note.comments, (lines) => out.lines(lines));
  out.list(note.blockLines, (line) => out.number(line));
  out.list(note.problems, (problem) => writeProblem(out, problem));
  return out.values;
}

/** Unpacks what `encodeNote` packed. Throws for anything else. */
export function decodeNote(encoded: EncodedNote): Note {
  const from = new Reader(encoded);
  const note: Note = {
    kind: from.number() === 1 ? 'drawing' : 'note',
    lineCount: from.number(),
    paragraph: from.optionalLines(),
    properties: readProperties(from),
    headings: from.list(() => readHeading(from)),
    links: from.list(() => readLink(from)),
    callouts: from.list(() => readCallout(from)),
    leadIns: from.list(() => readLeadIn(from)),
    termRows: from.list(() => readTermRow(from)),
    demoBlocks: from.list(() => readDemoBlock(from)),
    blockIds: from.list(() => readBlockId(from)),
    tags: from.list(() => readTag(from)),
    footnotes: from.list(() => readFootnote(from)),
    comments: from.list(() => from.lines()),
    blockLines: from.list(() => from.number()),
    problems: from.list(() => readProblem(from)),
  };
  from.expectEnd();
  return note;
}

function readProperties(from: Reader): Properties {
  const aliases = from.strings();
  const tags = from.strings();
  const choosesGlossaries = from.number() === 1;
  const glossaries = from.strings();
  const glossaryExclude = from.strings();
  const demos = from.present(() => readDemosProperty(from));
  return { aliases, tags, glossaries: choosesGlossaries ? glossaries : undefined, glossaryExclude, demos };
}

function writeDemosProperty(out: Writer, { range, offers }: DemosProperty): void {
  out.range(range);
  out.list(offers, ({ heading, demos }) => {
    out.present(heading, (text) => writePlacedText(out, text));
    out.list(demos, (text) => writePlacedText(out, text));
  });
}

function readDemosProperty(from: Reader): DemosProperty {
  return { range: from.range(), offers: from.list(() => readDemoOffer(from)) };
}

function readDemoOffer(from: Reader): DemoOffer {
  const heading = from.present(() => readPlacedText(from));
  return { heading, demos: from.list(() => readPlacedText(from)) };
}

function writePlacedText(out: Writer, { text, range }: PlacedText): void {
  out.string(text);
  out.range(range);
}

function readPlacedText(from: Reader): PlacedText {
  return { text: from.string(), range: from.range() };
}

function writeHeading(out: Writer, heading: Heading): void {
  const { level, text, source, range, sectionEnd } = heading;
  out.number(level);
  out.string(text);
  // Most headings have no markup.
  out.optional(source === text ? undefined : source);
  out.range(range);
  out.number(sectionEnd);
  out.optionalLines(heading.paragraph);
  out.strings(heading.names);
}

function readHeading(from: Reader): Heading {
  const level = from.number();
  const text = from.string();
  return {
    level,
    text,
    source: from.optional() ?? text,
    range: from.range(),
    sectionEnd: from.number(),
    paragraph: from.optionalLines(),
    names: from.strings(),
  };
}

function writeLink(out: Writer, { kind, path, subpath, alias, range }: Link): void {
  out.number(linkKinds.indexOf(kind));
  out.string(path);
  out.optional(subpath);
  out.optional(alias);
  out.range(range);
}

function readLink(from: Reader): Link {
  return {
    kind: from.oneOf(linkKinds),
    path: from.string(),
    subpath: from.optional(),
    alias: from.optional(),
    range: from.range(),
  };
}

const folds = [undefined, '+', '-'] as const;

function writeCallout(out: Writer, callout: Callout): void {
  out.string(callout.type);
  out.number(folds.indexOf(callout.fold));
  out.number(callout.depth);
  out.string(callout.title);
  out.strings(callout.markedTerms);
  out.range(callout.titleRange);
  out.range(callout.body);
}

function readCallout(from: Reader): Callout {
  return {
    type: from.string(),
    fold: from.oneOf(folds),
    depth: from.number(),
    title: from.string(),
    markedTerms: from.strings(),
    titleRange: from.range(),
    body: from.range(),
  };
}

function writeLeadIn(out: Writer, { kind, term, range, body }: LeadIn): void {
  out.number(leadInKinds.indexOf(kind));
  out.string(term);
  out.range(range);
  out.range(body);
}

function readLeadIn(from: Reader): LeadIn {
  return { kind: from.oneOf(leadInKinds), term: from.string(), range: from.range(), body: from.range() };
}

function writeTermRow(out: Writer, { names, range, body }: TermRow): void {
  out.strings(names);
  out.range(range);
  out.range(body);
}

function readTermRow(from: Reader): TermRow {
  return { names: from.strings(), range: from.range(), body: from.range() };
}

function writeDemoBlock(out: Writer, { range, entries, strayLines }: DemoBlock): void {
  out.range(range);
  out.list(entries, (entry) => {
    out.string(entry.name);
    out.range(entry.nameRange);
    out.string(entry.value);
    out.range(entry.valueRange);
  });
  out.list(strayLines, (stray) => out.range(stray));
}

function readDemoBlock(from: Reader): DemoBlock {
  return {
    range: from.range(),
    entries: from.list(() => readDemoEntry(from)),
    strayLines: from.list(() => from.range()),
  };
}

function readDemoEntry(from: Reader): DemoEntry {
  return { name: from.string(), nameRange: from.range(), value: from.string(), valueRange: from.range() };
}

function writeBlockId(out: Writer, { id, range, block }: BlockId): void {
  out.string(id);
  out.range(range);
  out.lines(block);
}

function readBlockId(from: Reader): BlockId {
  return { id: from.string(), range: from.range(), block: from.lines() };
}

function writeTag(out: Writer, { name, range }: Tag): void {
  out.string(name);
  out.range(range);
}

function readTag(from: Reader): Tag {
  return { name: from.string(), range: from.range() };
}

function writeFootnote(out: Writer, { kind, label, range, lines }: Footnote): void {
  out.number(kind === 'definition' ? 1 : 0);
  out.string(label);
  out.range(range);
  out.lines(lines);
}

function readFootnote(from: Reader): Footnote {
  const kind = from.number() === 1 ? 'definition' : 'reference';
  return { kind, label: from.string(), range: from.range(), lines: from.lines() };
}

function writeProblem(out: Writer, { message, range }: NoteProblem): void {
  out.string(message);
  out.range(range);
}

function readProblem(from: Reader): NoteProblem {
  return { message: from.string(), range: from.range() };
}

/** Most lists of most notes. */
const nothing: readonly never[] = [];

class Writer {
  readonly values: (number | string)[] = [];

  number(value: number): void {
    this.values.push(value);
  }

  string(value: string): void {
    this.values.push(value);
  }

  /** A number stands for what is not there. */
  optional(value: string | undefined): void {
    this.values.push(value ?? 0);
  }

  /** Whether there is something, and what. */
  present<T>(value: T | undefined, write: (value: T) => void): void {
    this.number(value === undefined ? 0 : 1);
    if (value !== undefined) write(value);
  }

  list<T>(entries: readonly T[], write: (entry: T) => void): void {
    this.values.push(entries.length);
    for (const entry of entries) write(entry);
  }

  strings(texts: readonly string[]): void {
    this.list(texts, (text) => this.string(text));
  }

  /** A negative number stands for none. */
  optionalLines(lines: LineRange | undefined): void {
    if (lines) this.lines(lines);
    else this.values.push(-1);
  }

  lines({ first, end }: LineRange): void {
    this.values.push(first, end);
  }

  range({ start, end }: Range): void {
    this.values.push(start.line, start.column, end.line, end.column);
  }
}

class Reader {
  readonly #values: EncodedNote;
  #at = 0;

  constructor(values: EncodedNote) {
    this.#values = values;
  }

  number(): number {
    const value = this.#values[this.#at++];
    if (typeof value !== 'number') throw new Error(`Not an encoded note: no number at ${this.#at - 1}.`);
    return value;
  }

  string(): string {
    const value = this.#values[this.#at++];
    if (typeof value !== 'string') throw new Error(`Not an encoded note: no text at ${this.#at - 1}.`);
    return value;
  }

  optional(): string | undefined {
    const value = this.#values[this.#at++];
    return typeof value === 'string' ? value : undefined;
  }

  oneOf<T>(choices: readonly T[]): T {
    const index = this.number();
    if (!(index in choices)) throw new Error(`Not an encoded note: ${index} at ${this.#at - 1}.`);
    return choices[index] as T;
  }

  present<T>(read: () => T): T | undefined {
    return this.number() === 1 ? read() : undefined;
  }

  list<T>(read: () => T): readonly T[] {
    const length = this.number();
    if (length === 0) return nothing;
    if (!(length > 0 && length <= this.#values.length))
      throw new Error(`Not an encoded note: ${length} entries.`);
    return Array.from({ length }, read);
  }

  strings(): readonly string[] {
    return this.list(() => this.string());
  }

  optionalLines(): LineRange | undefined {
    const first = this.number();
    return first < 0 ? undefined : { first, end: this.number() };
  }

  lines(): LineRange {
    return { first: this.number(), end: this.number() };
  }

  range(): Range {
    return { start: this.#position(), end: this.#position() };
  }

  expectEnd(): void {
    if (this.#at !== this.#values.length)
      throw new Error('Not an encoded note: there is more behind its end.');
  }

  #position(): Position {
    return { line: this.number(), column: this.number() };
  }
}
