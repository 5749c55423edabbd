import type { ConceptTable, RunnableConcepts } from '../index/conceptTable';
import { headingKey } from '../index/headingKey';
import type { Heading, Note, PlacedText } from '../notes/note';
import { comparePositions, type Range } from '../text';
import { type DemoProblem, similarNames } from './demoProblem';
import type { RunnableExperiment } from './runnableExperiment';

/** What an anchor must have for the note to have a say in it. */
interface Offering {
  readonly range: Range;
  readonly experiments: readonly string[];
}

/** An anchor that the note makes itself. */
interface OwnAnchor extends Offering {
  readonly kind: 'heading' | 'property';
  readonly text: string;
}

/**
 * The anchors of a note with what it says itself (`demos:`), in document order. What the note says wins over what its text names:
 * - A list for the whole note is offered at the property, and elsewhere only what is in that list.
 * - A heading that is named offers exactly what is said there, also where it names no concept.
 * - `false`, `none`, or nothing: no demos in this note.
 */
export function withDemosProperty<A extends Offering>(
  anchors: readonly A[],
  note: Note,
  concepts: ConceptTable,
): readonly (A | OwnAnchor)[] {
  const { demos } = note.properties;
  if (!demos) return anchors;
  const offered = offeredExperiments(note, concepts);
  const named = namedHeadings(note);
  const namedPlaces = new Set([...named.keys()].map(({ range }) => range));
  const left: readonly A[] = anchors
    .filter(({ range }) => !namedPlaces.has(range))
    .map((anchor) => ({ ...anchor, experiments: only(anchor.experiments, offered) }));
  const own: readonly OwnAnchor[] = [...named].map(([{ text, range }, names]) => ({
    kind: 'heading',
    text,
    range,
    experiments: experimentsOf(names, concepts),
  }));
  const listed: OwnAnchor = {
    kind: 'property',
    text: 'demos',
    range: demos.range,
    experiments: [...(offered ?? [])],
  };
  return [listed, ...left, ...own]
    .filter(({ experiments }) => experiments.length > 0)
    .sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** The experiments that a note offers wherever a concept is named; `undefined` for whatever its text names. */
export function offeredExperiments(
  { properties: { demos } }: Pick<Note, 'properties'>,
  concepts: ConceptTable,
): ReadonlySet<string> | undefined {
  if (!demos) return undefined;
  if (demos.offers.length === 0) return new Set();
  const whole = demos.offers.find(({ heading }) => !heading);
  return whole && new Set(experimentsOf(whole.demos, concepts));
}

function only(experiments: readonly string[], offered: ReadonlySet<string> | undefined): readonly string[] {
  return offered ? experiments.filter((id) => offered.has(id)) : experiments;
}

/** The headings that the property names, each with what it is to offer. */
function namedHeadings({ headings, properties }: Note): ReadonlyMap<Heading, readonly PlacedText[]> {
  const named = new Map<Heading, readonly PlacedText[]>();
  for (const { heading, demos } of properties.demos?.offers ?? []) {
    const key = heading && headingKey(heading.text);
    for (const other of headings) if (key === headingKey(other.text)) named.set(other, demos);
  }
  return named;
}

function experimentsOf(names: readonly PlacedText[], concepts: ConceptTable): readonly string[] {
  return [...new Set(names.flatMap(({ text }) => experimentsCalled(text, concepts)))];
}

/** An experiment by its id, or those whose concepts a name names. */
function experimentsCalled(name: string, concepts: ConceptTable): readonly string[] {
  return concepts.ids.has(name) ? [name] : concepts.findAll(name).flatMap(({ values }) => values);
}

/** What is wrong with the property `demos`, in document order: names that nothing has. */
export function demosPropertyProblems(
  { headings, properties }: Note,
  concepts: ConceptTable,
  experiments: readonly (RunnableConcepts & Pick<RunnableExperiment, 'title'>)[],
): readonly DemoProblem[] {
  const keys = new Set(headings.map(({ text }) => headingKey(text)));
  return (properties.demos?.offers ?? []).flatMap(({ heading, demos }) => {
    const unknown = demos.filter(({ text }) => experimentsCalled(text, concepts).length === 0);
    const problems = unknown.map((name) =>
      problemOf('unknown-demo', name, similarDemos(name.text, experiments)),
    );
    if (!heading || keys.has(headingKey(heading.text))) return problems;
    return [problemOf('unknown-heading', heading, similarHeadings(heading.text, headings)), ...problems];
  });
}

function problemOf(
  code: DemoProblem['code'],
  { text, range }: PlacedText,
  replacements: readonly string[],
): DemoProblem {
  return { code, range, values: [text], replacements };
}

function similarDemos(
  name: string,
  experiments: readonly (RunnableConcepts & Pick<RunnableExperiment, 'title'>)[],
): readonly string[] {
  const candidates = experiments.map(
    ({ id, title, concepts }) => [id, [title.de, title.en, ...Object.values(concepts).flat()]] as const,
  );
  return similarNames(name, candidates);
}

/** What YAML would take for something else than these characters, quoted or not, in a list or not. */
const notPlain = /["'\\[\]{},]|: |:$| #|^[-?:#&*!|>%@`]/;

function similarHeadings(name: string, headings: readonly Heading[]): readonly string[] {
  const plain = headings.filter(({ text }) => !notPlain.test(text));
  return similarNames(
    name,
    plain.map(({ text }) => [text, []] as const),
  );
}
