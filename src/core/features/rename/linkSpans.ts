import MarkdownIt from 'markdown-it';
import { linkParts } from '../../grammar/wikilink';
import { headingKey } from '../../index/headingKey';
import { headingSegments } from '../../index/places';
import { isMarkdownLink, markdownLinkParts } from '../../notes/markdownLinkParts';
import type { Link } from '../../notes/note';
import type { Range, TextLines } from '../../text';

/** How a link's target is written: as it is, percent-encoded, or percent-encoded between `<` and `>`. */
export type LinkForm = 'wikilink' | 'encoded' | 'angle';

/** Where the parts of a link stand, without the marks and spaces around them. */
export interface LinkSpans {
  readonly form: LinkForm;
  /** Empty for a link into the same note. */
  readonly path: Range;
  /** The parts between the `#` signs that count, as `headingSegments` has them; for a block one, `^` included. */
  readonly segments: readonly Range[];
  /** `undefined` where there is none, and in Markdown links. */
  readonly alias: Range | undefined;
}

/** Offsets in the text of the link; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface RawSpans {
  readonly form: LinkForm;
  readonly path: Span;
  readonly segments: readonly Span[];
  readonly alias: Span | undefined;
}

/** The parts of a link in its note; `undefined` where the text is not this link, or writes it so that its parts cannot be told apart. */
export function linkSpans(lines: TextLines, link: Link): LinkSpans | undefined {
  const raw = lines.slice(link.range);
  const spans = isMarkdownLink(link) ? markdownSpans(raw, link) : wikilinkSpans(raw, link);
  if (!spans) return undefined;
  const start = lines.offsetAt(link.range.start);
  const range = (span: Span): Range => ({
    start: lines.positionAt(start + span.start),
    end: lines.positionAt(start + span.end),
  });
  return {
    form: spans.form,
    path: range(spans.path),
    segments: spans.segments.map(range),
    alias: spans.alias && range(spans.alias),
  };
}

function wikilinkSpans(raw: string, link: Link): RawSpans | undefined {
  const open = raw.startsWith('!') ? 3 : 2;
  if (!raw.endsWith(']]') || raw.slice(open - 2, open) !== '[[') return undefined;
  const inside = raw.slice(open, -2);
  const { path, subpath, alias } = linkParts(inside);
  if (path !== link.path || subpath !== link.subpath) return undefined;
  if (alias?.replaceAll('\\|', '|') !== link.alias) return undefined;
  const bar = inside.indexOf('|');
  const target = (bar < 0 ? inside : inside.slice(0, bar)).replace(/\\$/, '');
  const spans = targetSpans(raw, { start: open, end: open + target.length }, (text) => text);
  return {
    form: 'wikilink',
    ...spans,
    alias: bar < 0 ? undefined : trimmed(raw, { start: open + bar + 1, end: raw.length - 2 }),
  };
}

/** Path and segments of a target: from its start to the first `#`, and between the further ones. */
function targetSpans(
  raw: string,
  { start, end }: Span,
  decoded: (text: string) => string,
): Pick<RawSpans, 'path' | 'segments'> {
  const pieces = raw.slice(start, end).split('#');
  let offset = start;
  const [path = { start, end }, ...segments] = pieces.map((piece) => {
    const span = { start: offset, end: offset + piece.length };
    offset = span.end + 1;
    return trimmed(raw, span);
  });
  return {
    path,
    segments: segments.filter((span) => headingKey(decoded(raw.slice(span.start, span.end))) !== ''),
  };
}

function trimmed(raw: string, { start, end }: Span): Span {
  const text = raw.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}

const markdown = new MarkdownIt();

/** Between `(` and the target: white space, and the marks of a quote when the line breaks there. */
const beforeTarget = /(?:[ \t]|(?:\r\n?|\n)(?:[ \t]*>)*)*/y;

/** Behind the target: nothing, or a title. */
const afterTarget = /^(?:[\s>]*|[\s>]+["'(][\s\S]*)\)$/;

/** The text of a link may hold `](` too: what leads where the link leads is its target. */
function markdownSpans(raw: string, link: Link): RawSpans | undefined {
  for (let at = raw.lastIndexOf(']('); at > 0; at = raw.lastIndexOf('](', at - 1)) {
    const spans = spansOfTarget(raw, at + 2, link);
    if (spans) return spans;
  }
  return undefined;
}

function spansOfTarget(raw: string, from: number, link: Link): RawSpans | undefined {
  beforeTarget.lastIndex = from;
  const start = from + (beforeTarget.exec(raw)?.[0].length ?? 0);
  const target = markdown.helpers.parseLinkDestination(raw, start, raw.length - 1);
  if (!target.ok || !afterTarget.test(raw.slice(target.pos))) return undefined;
  const parts = markdownLinkParts(markdown.normalizeLink(target.str));
  if (parts?.path !== link.path || parts.subpath !== link.subpath) return undefined;
  const isAngle = raw[start] === '<';
  const inside = isAngle ? { start: start + 1, end: target.pos - 1 } : { start, end: target.pos };
  const spans = targetSpans(raw, inside, decodedTarget);
  // An escaped or encoded `#` divides where none is written.
  const isClear =
    decodedTarget(raw.slice(spans.path.start, spans.path.end)).trim() === link.path.trim() &&
    spans.segments.length === headingSegments(link.subpath ?? '').length;
  return isClear ? { form: isAngle ? 'angle' : 'encoded', ...spans, alias: undefined } : undefined;
}

/** Part of a Markdown link's target as it is meant. */
function decodedTarget(text: string): string {
  return markdownLinkParts(markdown.normalizeLink(markdown.utils.unescapeAll(text)))?.path ?? '';
}
