import type { ConceptTable } from '../index/conceptTable';
import type { LeadInKind, Note } from '../notes/note';
import type { Range } from '../text';

/** A place in a note that names a concept which can be run. */
export interface DemoAnchor {
  readonly kind: 'heading' | 'callout' | LeadInKind;
  /** The heading's, title's or lead-in's plain text. */
  readonly text: string;
  readonly range: Range;
  /** Ids of the experiments that show the concept, most specific first, each once. */
  readonly experiments: readonly string[];
}

/**
 * Every heading, callout title and lead-in that names a concept, in document order. A passing mention in a sentence is none.
 */
export function demoAnchors(note: Note, concepts: ConceptTable): readonly DemoAnchor[] {
  const places = [
    ...note.headings.map(({ text, range }) => ({ kind: 'heading' as const, text, range })),
    ...note.callouts.map(({ title, titleRange }) => ({
      kind: 'callout' as const,
      text: title,
      range: titleRange,
    })),
    ...note.leadIns.map(({ kind, term, range }) => ({ kind, text: term, range })),
  ];
  return places
    .map((place) => ({ ...place, experiments: experimentsNamedIn(place.text, concepts) }))
    .filter(({ experiments }) => experiments.length > 0)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
}

/** Ids of the experiments whose concepts a text names, in the order of the text. */
export function experimentsNamedIn(text: string, concepts: ConceptTable): readonly string[] {
  return [...new Set(concepts.findAll(text).flatMap(({ values }) => values))];
}

/**
 * The anchors that get a button above their line: headings, callout titles and bold lead-ins; other lead-ins only for experiments that
 * the heading above does not offer already, bullets never, so that buttons do not drown the text.
 */
export function buttonAnchors(note: Note, concepts: ConceptTable): readonly DemoAnchor[] {
  let offered: readonly string[] = [];
  return demoAnchors(note, concepts).filter((anchor) => {
    if (anchor.kind === 'heading') offered = anchor.experiments;
    if (anchor.kind === 'list-item') return false;
    return anchor.kind !== 'emphasis' || anchor.experiments.some((id) => !offered.includes(id));
  });
}
