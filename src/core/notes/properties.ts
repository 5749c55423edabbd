import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { Position } from '../text';
import type { Properties } from './note';

/** What YAML says, or why it says nothing. */
export interface PropertiesReading {
  readonly properties: Properties;
  /** `undefined` for YAML that is well formed. `start` is the place in the YAML: 0-based line and column. */
  readonly problem: { readonly message: string; readonly start: Position } | undefined;
}

const none: Properties = { aliases: [], tags: [] };

/** Reads the YAML between the `---` lines. Never throws. */
export function readProperties(yaml: string): PropertiesReading {
  const simple = readSimpleYaml(yaml);
  if (simple) return { properties: propertiesOf(simple), problem: undefined };
  try {
    const value: unknown = parseYaml(yaml, { logLevel: 'error' });
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { properties: isMap ? propertiesOf(new Map(Object.entries(value))) : none, problem: undefined };
  } catch (error) {
    const place = error instanceof YAMLParseError ? error.linePos?.[0] : undefined;
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return {
      properties: none,
      problem: {
        message: message.replace(/ at line \d+, column \d+:?$/, ''),
        start: { line: (place?.line ?? 1) - 1, column: (place?.col ?? 1) - 1 },
      },
    };
  }
}

function propertiesOf(entries: ReadonlyMap<string, unknown>): Properties {
  return {
    aliases: asList(entries.get('aliases')),
    tags: asList(entries.get('tags')).flatMap(tagsIn),
  };
}

/** One, or several in a text: `a, b c`. */
function tagsIn(text: string): readonly string[] {
  if (!/[,#\s]/.test(text)) return [text];
  const tags = text.split(/[,\s]+/).map((tag) => tag.replace(/^#/, ''));
  return tags.filter((tag) => tag !== '');
}

/** Obsidian takes a list, or a single text for a list of one. */
function asList(value: unknown): readonly string[] {
  if (value === undefined) return none.aliases;
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
 * does. Reads exactly those, as YAML does; `undefined` for anything else, which is then the parser's business.
 */
function readSimpleYaml(yaml: string): ReadonlyMap<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  let list: { readonly items: string[]; indent: number | undefined } | undefined;
  for (const line of yaml.split('\n')) {
    if (line.trim() === '') continue;
    const indent = itemIndent(line);
    if (list && indent !== undefined) {
      const text = simpleScalar(line.slice(indent + 2).trim());
      list.indent ??= indent;
      if (text === undefined || indent !== list.indent) return undefined;
      list.items.push(text);
      continue;
    }
    const colon = line.indexOf(':');
    const key = line.slice(0, colon);
    const value = line.slice(colon + 1);
    if (colon < 0 || !simpleKey.test(key) || entries.has(key) || (value !== '' && value[0] !== ' '))
      return undefined;
    const items: string[] = [];
    const read = value.trim() === '' ? items : simpleValue(value.trim());
    if (read === undefined) return undefined;
    list = read === items ? { items, indent: undefined } : undefined;
    entries.set(key, read);
  }
  return entries;
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
  return /^(?:null|true|false|~)$/i.test(text) ? undefined : text;
}
