import { isMap, isScalar, isSeq, parse, parseDocument, type Scalar } from 'yaml';
import { propertiesEnd } from '../../notes/properties';
import { type Range, TextLines } from '../../text';

/** The properties with names in them. */
export type PropertyKey = 'aliases' | 'tags';

/** A name in a note's properties: an alias, or a tag. */
export interface PropertyEntry {
  readonly key: PropertyKey;
  /** As it is meant; a tag without `#`. */
  readonly name: string;
  /** Where it stands, quotation marks and `#` left out. */
  readonly range: Range;
  readonly quote: '"' | "'" | '';
  /** Whether it stands between `[` and `]`. */
  readonly isInFlow: boolean;
  /** Whether it is all of its text: tags may share one. */
  readonly isWhole: boolean;
}

/** The names in a note's properties with their places, in document order; empty for a note without properties, or with ones that are no YAML. */
export function propertyEntries(lines: TextLines): readonly PropertyEntry[] {
  const end = propertiesEnd(lines);
  if (end === undefined) return [];
  const yaml = new TextLines(
    Array.from({ length: end - 1 }, (_, line) => `${lines.line(line + 1)}\n`).join(''),
  );
  const document = parseDocument(yaml.text, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return [];
  return document.contents.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (name !== 'aliases' && name !== 'tags') return [];
    const scalars = isSeq(value) ? value.items : [value];
    const isInFlow = isSeq(value) && value.flow === true;
    return scalars
      .filter((scalar) => isScalar(scalar))
      .flatMap((scalar) => entriesOf(yaml, name, scalar, isInFlow));
  });
}

function entriesOf(
  yaml: TextLines,
  key: PropertyKey,
  scalar: Scalar,
  isInFlow: boolean,
): readonly PropertyEntry[] {
  const { value, range, type } = scalar;
  if (!range || (typeof value !== 'string' && typeof value !== 'number')) return [];
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '';
  const start = range[0] + quote.length;
  const raw = yaml.text.slice(start, range[1] - quote.length);
  const text = String(value);
  // A name over several lines has no place that could be edited as one.
  if (raw.includes('\n')) return [];
  const entry = (name: string, offset: number, length: number): PropertyEntry => ({
    key,
    name,
    range: { start: inNote(yaml, start + offset), end: inNote(yaml, start + offset + length) },
    quote,
    isInFlow,
    isWhole: length === raw.length,
  });
  if (key === 'aliases') return text.trim() === '' ? [] : [entry(text.trim(), 0, raw.length)];
  if (raw !== text) return [];
  return Array.from(raw.matchAll(/#?([^,\s]+)/g), ({ 0: all, 1: name = '', index }) =>
    entry(name, index + all.length - name.length, name.length),
  );
}

/** Properties begin in the second line. */
function inNote(yaml: TextLines, offset: number): Range['start'] {
  const { line, column } = yaml.positionAt(offset);
  return { line: line + 1, column };
}

/** What must stand at an entry's range so that it means `name`: quotation marks are added only where YAML needs them. */
export function spelledEntry({ quote, isInFlow, isWhole }: PropertyEntry, name: string): string {
  if (quote === '"') return JSON.stringify(name).slice(1, -1);
  if (quote === "'") return name.replaceAll("'", "''");
  return !isWhole || isPlain(name, isInFlow) ? name : JSON.stringify(name);
}

function isPlain(name: string, isInFlow: boolean): boolean {
  try {
    const read: unknown = parse(isInFlow ? `[${name}]` : `- ${name}`, { logLevel: 'silent' });
    return Array.isArray(read) && read.length === 1 && read[0] === name;
  } catch {
    return false;
  }
}
