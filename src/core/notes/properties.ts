import { parse as parseYaml, type YAMLParseError } from 'yaml';
import { errorText } from '../errorText';
import type { Position, TextLines } from '../text';
import type { Properties } from './note';

/** The properties that are texts and lists of texts; the others need their places in the source (`readDemosProperty`). */
export type TextProperties = Omit<Properties, 'demos'>;

/** What YAML says, or why it says nothing. */
export interface PropertiesReading {
  readonly properties: TextProperties;
  /** `undefined` for YAML that is well formed. `start` is the place in the YAML: 0-based line and column. */
  readonly problem: { readonly message: string; readonly start: Position } | undefined;
}

/** The line of the `---` that ends the properties; `undefined` for a note without any. */
export function propertiesEnd(lines: TextLines): number | undefined {
  if (lines.line(0).trimEnd() !== '---') return undefined;
  for (let line = 1; line < lines.count; line++) if (lines.line(line).trimEnd() === '---') return line;
  return undefined;
}

const none: TextProperties = { aliases: [], tags: [], glossaries: undefined, glossaryExclude: [] };

type KnownValues = Readonly<Record<string, unknown>>;

/** Reads the YAML between the `---` lines. Never throws. */
export function readProperties(yaml: string): PropertiesReading {
  const simple = readSimpleYaml(yaml);
  if (simple) return { properties: propertiesOf(Object.fromEntries(simple)), problem: undefined };
  try {
    const value: unknown = parseYaml(yaml, { logLevel: 'error' });
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { properties: propertiesOf((isMap ? value : {}) as KnownValues), problem: undefined };
  } catch (error) {
    // The parser's own errors alone say where.
    const place = (error as Partial<YAMLParseError>).linePos?.[0];
    const message = errorText(error).split('\n')[0] ?? '';
    return {
      properties: none,
      problem: {
        message: message.replace(/ at line \d+, column \d+:?$/, ''),
        start: { line: (place?.line ?? 1) - 1, column: (place?.col ?? 1) - 1 },
      },
    };
  }
}

function propertiesOf(values: KnownValues): TextProperties {
  const { aliases, tags, glossary } = values;
  return {
    aliases: asList(aliases),
    tags: asList(tags).flatMap(tagsIn),
    glossaries: glossary === undefined ? undefined : glossariesOf(glossary),
    glossaryExclude: asList(values['glossary-exclude']),
  };
}

/** `false`, `none` and nothing at all mean no glossary; links are named without brackets, which YAML takes as lists. */
function glossariesOf(value: unknown): readonly string[] {
  const entries = Array.isArray(value) ? value.flat(2) : value === false ? [] : value;
  const links = asList(entries).map((link) => link.replace(/^\[\[|(?:[|#].*)?\]\]$/g, ''));
  return links.length === 1 && /^(?:none|no|false|off|kein|keines)$/i.test(links[0] ?? '') ? [] : links;
}

/** The tags in an entry of the property `tags`: one, or several in a text, `a, b c`. */
export function tagsIn(text: string): readonly string[] {
  if (!/[,#\s]/.test(text)) return [text];
  const tags = text.split(/[,\s]+/).map((tag) => tag.replace(/^#/, ''));
  return tags.filter((tag) => tag !== '');
}

/** Obsidian takes a list, or a single text for a list of one. */
function asList(value: unknown): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return none.aliases;
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries
    .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
    .map((entry) => String(entry).trim())
    .filter((entry) => entry !== '');
}

/** A key that is surely a plain scalar. */
const simpleKey = /^[\w\u00c0-\uffff](?:[\w \-./\u00c0-\uffff]*[\w\-./\u00c0-\uffff])?$/;

/** Characters with which YAML begins something else than a plain scalar. */
const indicators = new Set('-?:,[]{}#&*!|>\'"%@`');

/**
 * Nearly all properties are lines of `key: text` and lists of texts; a YAML parser takes longer for them than the whole rest of a note
 * does. Reads exactly those, as YAML does, numbers and dates as they are written and nothing as an empty list; `undefined` for anything
 * else, which is then the parser's business.
 */
export function readSimpleYaml(yaml: string): ReadonlyMap<string, string | readonly string[]> | undefined {
  const found = new Map<string, string | readonly string[]>();
  let items: string[] | undefined;
  let indentOfItems = -1;
  for (const line of yaml.split('\n')) {
    const indent = items ? itemIndent(line) : undefined;
    if (items && indent !== undefined) {
      const text = simpleScalar(line.slice(indent + 2).trim());
      if (indentOfItems < 0) indentOfItems = indent;
      if (text === undefined || indent !== indentOfItems) return undefined;
      items.push(text);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 0) {
      if (line.trim() === '') continue;
      return undefined;
    }
    const key = line.slice(0, colon);
    if (!simpleKey.test(key) || found.has(key)) return undefined;
    if (colon + 1 < line.length && line[colon + 1] !== ' ') return undefined;
    const value = line.slice(colon + 1).trim();
    items = value === '' ? [] : undefined;
    indentOfItems = -1;
    const read = items ?? simpleValue(value);
    if (read === undefined) return undefined;
    found.set(key, read);
  }
  return found;
}

/** How far the `- ` of a list item is indented; `undefined` for a line that is none. */
function itemIndent(line: string): number | undefined {
  let indent = 0;
  while (line[indent] === ' ') indent++;
  return line[indent] === '-' && line[indent + 1] === ' ' ? indent : undefined;
}

function simpleValue(text: string): string | readonly string[] | undefined {
  if (text[0] !== '[') return simpleScalar(text);
  const inside = text.slice(1, -1);
  if (!text.endsWith(']') || /[[\]{}]/.test(inside)) return undefined;
  if (inside.trim() === '') return [];
  const items = inside.split(',').map((item) => simpleScalar(item.trim()));
  return items.every((item) => item !== undefined) ? (items as string[]) : undefined;
}

/** A plain or simply quoted scalar; `undefined` for what YAML might take for something else than these characters. */
function simpleScalar(text: string): string | undefined {
  const first = text[0];
  if (first === '"' || first === "'") {
    const inside = text.slice(1, -1);
    const isSimple =
      text.length > 1 && text.endsWith(first) && !inside.includes(first) && !inside.includes('\\');
    return isSimple ? inside : undefined;
  }
  if (first === undefined || indicators.has(first) || text.endsWith(':')) return undefined;
  if (text.includes(': ') || text.includes(' #') || text.includes('\t')) return undefined;
  return text.length <= 5 && /^(?:null|true|false|~)$/i.test(text) ? undefined : text;
}
