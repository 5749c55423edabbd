import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { readSimpleYaml } from '../notes/properties';

/** One value of a property. */
export interface PropertyItem {
  readonly text: string;
  /** Whether it is more than a text, as a list in a list is: then `text` is its YAML. */
  readonly isNested: boolean;
}

/** A property as a reader sees it. Dates, numbers and booleans are texts, as they are written. */
export interface PropertyRow {
  readonly key: string;
  readonly isList: boolean;
  /** Empty where the property has no value. */
  readonly items: readonly PropertyItem[];
}

/**
 * The properties of a note in the order in which they are written.
 * @param yaml between the `---` lines.
 * @returns `undefined` for what is no YAML or no list of properties.
 */
export function propertyRows(yaml: string): readonly PropertyRow[] | undefined {
  const simple = readSimpleYaml(yaml);
  if (!simple) return parsedRows(yaml);
  return [...simple].map(([key, value]) => {
    const texts = typeof value === 'string' ? [value] : value;
    return { key, isList: typeof value !== 'string', items: texts.map(textItem) };
  });
}

function textItem(text: string): PropertyItem {
  return { text, isNested: false };
}

/** With the schema that knows texts only: what a scalar means to others is nothing to a reader. */
function parsedRows(yaml: string): readonly PropertyRow[] | undefined {
  // To find keys that come twice the parser compares each with all others.
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'error', uniqueKeys: false });
  const { contents, errors } = document;
  if (errors.length > 0) return undefined;
  if (!isMap(contents)) return contents === null || isEmptyScalar(contents) ? [] : undefined;
  const keys = new Set(contents.items.map(({ key }) => itemOf(key, yaml).text));
  if (keys.size < contents.items.length) return undefined;
  const resolved = (node: unknown): unknown => (isAlias(node) ? (node.resolve(document) ?? node) : node);
  return contents.items.map(({ key, value }) => {
    const node = resolved(value);
    // A link without quotes is a list in a list to YAML: `source: [[Note]]`.
    const link = unquotedLink(node, yaml);
    const isList = isSeq(node) && !link;
    const nodes: readonly unknown[] = isList ? node.items.map(resolved) : [node];
    const items = link ? [link] : nodes.map((item) => unquotedLink(item, yaml) ?? itemOf(item, yaml));
    return {
      key: itemOf(key, yaml).text,
      isList,
      items: items.filter(({ text }) => text !== ''),
    };
  });
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === '';
}

function itemOf(node: unknown, yaml: string): PropertyItem {
  if (isScalar(node)) return textItem(String(node.value ?? ''));
  return { text: node ? sourceOf(node as Node, yaml) : '', isNested: true };
}

function unquotedLink(node: unknown, yaml: string): PropertyItem | undefined {
  const [inner, ...others] = isSeq(node) ? node.items : [];
  if (!isSeq(inner) || others.length > 0) return undefined;
  const source = sourceOf(node as Node, yaml);
  return /^\[\[[^\n[\]]+\]\]$/.test(source) ? textItem(source) : undefined;
}

/** A node as it is written, without what its lines are indented by. */
function sourceOf({ range }: Node, yaml: string): string {
  const [start, end] = range ?? [0, 0];
  const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
  const lines = yaml.slice(start, end).trimEnd().split('\n');
  const indent = new RegExp(`^ {0,${column}}`);
  return lines.map((line, at) => (at === 0 ? line : line.replace(indent, ''))).join('\n');
}
