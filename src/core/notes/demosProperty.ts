import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { type Position, TextLines } from '../text';
import type { DemoOffer, DemosProperty, PlacedText } from './note';

/** Without this word at the start of a line, the properties need not be read a second time for their places. */
const holdsDemos = /^["']?demos["']?[ \t]*:/m;

/** What people write for nothing. */
const noWord = /^(?:none|no|off|false|kein|keine|nein)$/i;

/**
 * What the property `demos` says: an id of an experiment or a name of a concept, a list of them, or by heading what stands there;
 * `false`, `none` and nothing mean that the note wants no demos. `undefined` where the property is absent, `true`, or no valid YAML.
 * @param yaml between the `---` lines.
 * @param firstLine the line of the note that `yaml` begins with.
 */
export function readDemosProperty(yaml: string, firstLine: number): DemosProperty | undefined {
  if (!holdsDemos.test(yaml)) return undefined;
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const pair =
    isMap(document.contents) && document.errors.length === 0 ? pairOf(document.contents.items) : undefined;
  if (!pair || !isScalar(pair.key) || isAlias(pair.value)) return undefined;
  const places = new Places(yaml, firstLine);
  const range = places.textOf(pair.key)?.range;
  const isLeftOpen = isScalar(pair.value) && pair.value.value === true;
  return range && !isLeftOpen ? { range, offers: offersIn(pair.value as Node | null, places) } : undefined;
}

function pairOf(pairs: readonly Pair[]): Pair | undefined {
  return pairs.find(({ key }) => isScalar(key) && key.value === 'demos');
}

/** The offers by heading, behind that for the whole note where there is one. */
function offersIn(value: Node | null, places: Places): readonly DemoOffer[] {
  const nodes = isSeq(value) ? (value.items as readonly Node[]) : [value];
  const demos = nodes.flatMap((node) => places.namesIn(node));
  const byHeading = nodes.flatMap((node) => (isMap(node) ? headingOffers(node.items, places) : []));
  return demos.length > 0 ? [{ heading: undefined, demos }, ...byHeading] : byHeading;
}

function headingOffers(pairs: readonly Pair[], places: Places): readonly DemoOffer[] {
  return pairs.flatMap(({ key, value }) => {
    const heading = isScalar(key) ? places.textOf(key) : undefined;
    if (!heading) return [];
    const nodes = isSeq(value) ? (value.items as readonly Node[]) : [value as Node | null];
    return [{ heading, demos: nodes.flatMap((node) => places.namesIn(node)) }];
  });
}

/** Finds in the note what the YAML parser found. */
class Places {
  readonly #lines: TextLines;
  readonly #firstLine: number;

  constructor(yaml: string, firstLine: number) {
    this.#lines = new TextLines(yaml);
    this.#firstLine = firstLine;
  }

  /** The name that a node is: one, or none where it is no text or says that there is none. */
  namesIn(node: Node | null): readonly PlacedText[] {
    const name = isScalar(node) ? this.textOf(node) : undefined;
    return name && !noWord.test(name.text) ? [name] : [];
  }

  /** A text with its place; `undefined` for what is no text, or an empty one. */
  textOf({ value, range, type }: Scalar): PlacedText | undefined {
    const isText = typeof value === 'string' || typeof value === 'number';
    if (!isText || !range || String(value).trim() === '') return undefined;
    const quote = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
    const start = this.#at(range[0] + quote);
    return { text: String(value).trim(), range: { start, end: this.#at(range[1] - quote) } };
  }

  #at(offset: number): Position {
    const { line, column } = this.#lines.positionAt(offset);
    return { line: line + this.#firstLine, column };
  }
}
