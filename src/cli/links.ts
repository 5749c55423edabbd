import type { LinkTarget } from '../core/index/vaultIndex';
import type { Link, LinkKind } from '../core/notes/note';
import { TextLines } from '../core/text';
import type { ReadVault } from './readVault';

/** What became of a link. A place that is missing weighs more than a name that several files have. */
export type LinkStatus = 'ok' | 'unresolved' | 'ambiguous' | 'missingHeading' | 'missingBlock';

/** A link as programs get it. */
export interface LinkLine {
  /** The note, relative to the vault. */
  readonly file: string;
  /** 1-based, as editors show them; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** The link as it stands in the note. */
  readonly raw: string;
  readonly kind: LinkKind;
  readonly status: LinkStatus;
  /** The file that it leads to, relative to the vault; `null` where it leads nowhere. */
  readonly target: string | null;
  /** The files that fit equally well; only where there are several. */
  readonly candidates?: readonly string[];
}

/** What became of a link, in one word. */
export function linkStatus(target: LinkTarget): LinkStatus {
  if (target.status === 'unresolved') return 'unresolved';
  if (target.missing === 'heading') return 'missingHeading';
  if (target.missing === 'block') return 'missingBlock';
  return target.candidates.length > 0 ? 'ambiguous' : 'ok';
}

/** Every link of a vault, note by note. */
export function* vaultLinks({ index, texts }: ReadVault): Generator<LinkLine> {
  for (const [file, note] of index.notes()) {
    const lines = new TextLines(texts.get(file) ?? '');
    for (const link of note.links) yield linkLine(file, link, lines, index.resolve(link, file));
  }
}

function linkLine(file: string, link: Link, lines: TextLines, target: LinkTarget): LinkLine {
  const candidates = target.status === 'found' ? target.candidates : [];
  return {
    file,
    line: link.range.start.line + 1,
    column: link.range.start.column + 1,
    raw: lines.slice(link.range),
    kind: link.kind,
    status: linkStatus(target),
    target: target.status === 'found' ? target.path : null,
    ...(candidates.length > 0 && { candidates }),
  };
}

/** What people are told about a link that is not as it should be. */
const complaints = {
  ok: () => '',
  unresolved: () => 'no such file',
  ambiguous: ({ candidates = [] }) => `one of ${candidates.length}: ${candidates.join(', ')}`,
  missingHeading: ({ target }) => `no such heading in ${target}`,
  missingBlock: ({ target }) => `no such block in ${target}`,
} as const satisfies Readonly<Record<LinkStatus, (line: LinkLine) => string>>;

/** For people: `file:line:column  raw  → target`, with what is wrong; a summary at the end. Sound links only where `all` is asked for. */
export function* linksForPeople(vault: ReadVault, all: boolean): Generator<string> {
  const counts = new Map<LinkStatus, number>();
  let total = 0;
  for (const line of vaultLinks(vault)) {
    total++;
    counts.set(line.status, (counts.get(line.status) ?? 0) + 1);
    if (line.status === 'ok' && !all) continue;
    const outcome = line.status === 'ok' ? line.target : complaints[line.status](line);
    // A Markdown link may go over several lines; here it is one.
    const raw = line.raw.replace(/\s*[\r\n]+\s*/g, ' ');
    yield `${line.file}:${line.line}:${line.column}  ${raw}  → ${outcome}`;
  }
  const parts = [...counts].map(([status, count]) => `${count} ${status}`);
  yield `${total} links${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
