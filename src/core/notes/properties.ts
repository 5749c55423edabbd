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
    tags: asList(entries.get('tags'))
      .flatMap((entry) => entry.split(/[,\s]+/))
      .map((tag) => tag.replace(/^#/, ''))
      .filter((tag) => tag !== ''),
  };
}

/** Obsidian takes a list, or a single text for a list of one. */
function asList(value: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries
    .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
    .map((entry) => String(entry).trim())
    .filter((entry) => entry !== '');
}

const keyLine = /^([\p{L}_][\p{L}\p{N}_ -]*):(?:[ ]+(.*))?$/u;
const itemLine = /^([ ]*)- +(\S.*)$/;

/**
 * Nearly all properties are lines of `key: text` and lists of texts; a YAML parser takes longer for them than the whole rest of a note
 * does. Reads exactly those, as YAML does; `undefined` for anything else, which is then the parser's business.
 */
function readSimpleYaml(yaml: string): ReadonlyMap<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  let list: string[] | undefined;
  let listIndent: string | undefined;
  for (const line of yaml.split('\n')) {
    if (line.trim() === '') continue;
    const item = list && itemLine.exec(line);
    if (list && item?.[2] !== undefined) {
      const text = simpleScalar(item[2]);
      listIndent ??= item[1];
      if (text === undefined || item[1] !== listIndent) return undefined;
      list.push(text);
      continue;
    }
    const [, key, value = ''] = keyLine.exec(line) ?? [];
    if (key === undefined || entries.has(key)) return undefined;
    const read = value.trim() === '' ? [] : simpleValue(value);
    if (read === undefined) return undefined;
    list = value.trim() === '' ? (read as string[]) : undefined;
    listIndent = undefined;
    entries.set(key, read);
  }
  return entries;
}

function simpleValue(value: string): string | readonly string[] | undefined {
  const text = value.trim();
  const inside = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (inside === undefined) return simpleScalar(text);
  if (inside.trim() === '') return [];
  const items = inside.split(',').map((item) => simpleScalar(item.trim()));
  return items.every((item) => item !== undefined && !/[{}]/.test(item)) ? (items as string[]) : undefined;
}

/** A plain or simply quoted scalar; `undefined` for what YAML might take for something else than these characters. */
function simpleScalar(source: string): string | undefined {
  const text = source.trimEnd();
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2];
  const isPlain = /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/: |:$| #|\t/.test(text);
  return isPlain && !/^(?:null|true|false|~)$/i.test(text) ? text : undefined;
}
