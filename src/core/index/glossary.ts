import type { Callout, Note } from '../notes/note';
import type { Range } from '../text';
import { basename } from './linkResolver';

/** Where a definition is from, best first. */
export type DefinitionSource = 'glossary' | 'callout' | 'lead-in';

/** A term that a note explains. */
export interface Definition {
  readonly term: string;
  readonly source: DefinitionSource;
  /** The note, relative to the vault. */
  readonly path: string;
  /** The note's name for people. */
  readonly noteTitle: string;
  /** Where the term stands. */
  readonly range: Range;
  /** The text that explains it, in the note's own Markdown. */
  readonly body: Range;
}

/** A callout with one of these words before a marked term defines that term. */
const definingWord = /(?:^|[^\p{L}])(?:definition|def|satz|begriff|theorem|term)(?![\p{L}])/iu;

/** The terms that a note explains: a glossary's headings, definition callouts and lead-ins. */
export function definitionsIn(path: string, note: Note, isGlossary: boolean): readonly Definition[] {
  const noteTitle = basename(path).replace(/\.md$/i, '');
  const define = (source: DefinitionSource, term: string, range: Range, body: Range): Definition => ({
    term,
    source,
    path,
    noteTitle,
    range,
    body,
  });
  const headings = isGlossary
    ? note.headings.flatMap((heading) =>
        namesIn(heading.text).map((name) =>
          define('glossary', name, heading.range, {
            start: heading.range.end,
            end: { line: heading.sectionEnd, column: 0 },
          }),
        ),
      )
    : [];
  const callouts = note.callouts.flatMap((callout) =>
    termsDefinedBy(callout).map((term) => define('callout', term, callout.titleRange, callout.body)),
  );
  const leadIns = note.leadIns.map(({ term, range, body }) => define('lead-in', term, range, body));
  return [...headings, ...callouts, ...leadIns];
}

/** `Standardabweichung (SD)` names two terms. */
function namesIn(heading: string): readonly string[] {
  const inside = /^(.*\S)\s*\(([^()]+)\)\s*$/.exec(heading);
  return inside?.[1] && inside[2] ? [inside[1], inside[2]] : [heading];
}

function termsDefinedBy(callout: Callout): readonly string[] {
  return definingWord.test(callout.title) ? callout.markedTerms : [];
}

const order: readonly DefinitionSource[] = ['glossary', 'callout', 'lead-in'];

/** Sorts definitions of one term: the best source first, then by note. */
export function bestFirst(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.toSorted(
    (a, b) =>
      order.indexOf(a.source) - order.indexOf(b.source) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
}
