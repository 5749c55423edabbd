import { headingKey } from '../../index/headingKey';
import { headingLinkText } from '../../index/linkText';
import { headingPath, placeKind } from '../../index/places';
import type { VaultIndex } from '../../index/vaultIndex';
import type { Heading, Note } from '../../notes/note';
import { comparePositions, contains, type Position, type Range, type TextEdit, TextLines } from '../../text';
import { applyEdits, type LinkChange, linkEdit, type RenameDraft, type TextChange } from './renamePlan';

/**
 * Adds what follows from links and tags that stand in headings: with them the heading's text changes, and with it the links through that
 * heading. A heading that is itself renamed is left out.
 */
export function withHeadingLinks<T extends RenameDraft>(
  index: Pick<VaultIndex, 'note' | 'backlinks'>,
  draft: T,
): T {
  const links = [...draft.links];
  for (const [path, changes] of changesInHeadings(index, draft)) {
    const texts = new Map([...changes].map(([heading, edits]) => [heading, newText(heading, edits)]));
    const note = index.note(path);
    if (note) links.push(...linksThrough(index, path, note, texts));
  }
  return links.length === draft.links.length ? draft : { ...draft, links };
}

type HeadingEdits = ReadonlyMap<Heading, readonly TextEdit[]>;

/** By note and heading the edits in the heading's own text, `Heading.source`. */
function changesInHeadings(
  index: Pick<VaultIndex, 'note'>,
  draft: RenameDraft,
): ReadonlyMap<string, HeadingEdits> {
  const byNote = new Map<string, Map<Heading, TextEdit[]>>();
  const add = (path: string, range: Range, editIn: (heading: Heading) => TextEdit | undefined): void => {
    const headings = index.note(path)?.headings ?? [];
    const at = headings.findIndex((heading) => isInLine(heading, range));
    const heading = headings[at];
    const isRenamed = draft.heading?.path === path && draft.heading.index === at;
    const edit = heading && !isRenamed ? editIn(heading) : undefined;
    if (!heading || !edit) return;
    const edits = byNote.get(path) ?? new Map<Heading, TextEdit[]>();
    edits.set(heading, [...(edits.get(heading) ?? []), edit]);
    byNote.set(path, edits);
  };
  for (const change of draft.links)
    add(change.path, change.link.range, (heading) => linkEditIn(heading, change));
  for (const change of draft.texts) add(change.path, change.range, (heading) => textEditIn(heading, change));
  return byNote;
}

/** Whether something stands in a heading of one line, whose source begins where its range does. */
function isInLine({ range: heading }: Heading, range: Range): boolean {
  return (
    heading.start.line === heading.end.line && contains(heading, range.start) && contains(heading, range.end)
  );
}

function linkEditIn(heading: Heading, change: LinkChange): TextEdit | undefined {
  const link = { ...change.link, range: inSource(heading, change.link.range) };
  return linkEdit({ ...change, link }, new TextLines(heading.source));
}

function textEditIn(heading: Heading, { range, text }: TextChange): TextEdit {
  return { range: inSource(heading, range), newText: text };
}

function inSource({ range: { start } }: Heading, range: Range): Range {
  const shifted = ({ column }: Position): Position => ({ line: 0, column: column - start.column });
  return { start: shifted(range.start), end: shifted(range.end) };
}

function newText({ source }: Heading, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
  return applyEdits(new TextLines(source), sorted);
}

function linksThrough(
  index: Pick<VaultIndex, 'backlinks'>,
  path: string,
  note: Note,
  texts: ReadonlyMap<Heading, string>,
): readonly LinkChange[] {
  return index.backlinks(path).flatMap(({ source, link }) => {
    if (!link.subpath || placeKind(link.subpath) === 'block') return [];
    return headingPath(note, link.subpath).flatMap((heading, part): readonly LinkChange[] => {
      const text = texts.get(heading);
      const isSame = text === undefined || headingKey(text) === headingKey(heading.source);
      return isSame ? [] : [{ path: source, link, part, text: headingLinkText(text) }];
    });
  });
}
