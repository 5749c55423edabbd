import { type DemoAnchor, demoAnchors } from '../features/demoAnchors';
import type { ConceptTable } from '../index/conceptTable';
import type { Note } from '../notes/note';
import type { TextLines } from '../text';
import type { PageDemo, PageDemoLink } from './notePage';

/** What a page can offer to run, and how. */
export interface DemoOffers {
  readonly concepts: ConceptTable;
  /** Finds the figures of concepts, by their ids. */
  readonly figures: ConceptTable;
  /** The button of an experiment for a place; `undefined` for an experiment that is not known. */
  readonly linkOf: (experimentId: string, line: number) => PageDemoLink | undefined;
  /** See `PageDemo.chooseHref`. */
  readonly chooseHrefOf: (line: number) => string;
  /** See `PageDemo.context`. */
  readonly contextOf: (line: number) => string | undefined;
}

/** What a page offers to run, in document order: at the places that have buttons in the editor, and in bullets. Each figure once. */
export function pageDemos(note: Note, lines: TextLines, offers: DemoOffers): readonly PageDemo[] {
  const places = new Map<number, PageDemo>();
  for (const { kind, range, experiments } of demoAnchors(note, offers.concepts, lines)) {
    const line = range.start.line;
    if (!places.has(line)) places.set(line, demoAt(line, kindOf(kind), experiments, offers));
  }
  for (const { range, entries } of note.demoBlocks) {
    const named = entries.find(({ name }) => name === 'experiment')?.value ?? '';
    places.set(range.start.line, demoAt(range.start.line, 'block', [named], offers));
  }
  addFigures(places, note, lines, offers);
  return [...places.values()].sort((a, b) => a.line - b.line);
}

function kindOf(kind: DemoAnchor['kind']): PageDemo['kind'] {
  if (kind === 'heading' || kind === 'callout') return kind;
  return kind === 'property' ? 'note' : 'text';
}

function demoAt(
  line: number,
  kind: PageDemo['kind'],
  experiments: readonly string[],
  { linkOf, chooseHrefOf, contextOf }: DemoOffers,
): PageDemo {
  const links = experiments.flatMap((id) => linkOf(id, line) ?? []);
  return {
    line,
    kind,
    links,
    chooseHref: links.length > 1 ? chooseHrefOf(line) : undefined,
    figures: [],
    context: links.length > 0 && kind !== 'block' ? contextOf(line) : undefined,
  };
}

/** A note that says which demos it wants says nothing of figures, unless it wants none at all. */
function addFigures(
  places: Map<number, PageDemo>,
  note: Note,
  lines: TextLines,
  { figures }: DemoOffers,
): void {
  if (note.properties.demos?.offers.length === 0) return;
  const asNamed = { ...note, properties: { ...note.properties, demos: undefined } };
  const shown = new Set<string>();
  for (const { kind, range, experiments } of demoAnchors(asNamed, figures, lines)) {
    const fresh = experiments.filter((id) => !shown.has(id));
    if (fresh.length === 0) continue;
    for (const id of fresh) shown.add(id);
    const line = range.start.line;
    const known = places.get(line) ?? {
      line,
      kind: kindOf(kind),
      links: [],
      chooseHref: undefined,
      context: undefined,
    };
    places.set(line, { ...known, figures: fresh });
  }
}
