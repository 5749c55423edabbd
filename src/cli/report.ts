import { demoAnchors } from '../core/features/demoAnchors';
import type { ConceptTable } from '../core/index/conceptTable';
import { isNotePath } from '../core/index/linkResolver';
import type { LinkTarget, VaultIndex } from '../core/index/vaultIndex';
import { type Formula, formulasIn } from '../core/notes/formulas';
import type { Link } from '../core/notes/note';
import { foldCase } from '../core/terms/fold';
import { TextLines } from '../core/text';
import { linkStatus } from './links';
import { readVault } from './readVault';

/** How a vault's wikilinks and embeds end. `note + attachment + sameNote + unresolved = total`; the last three are counted among these. */
export interface LinkCounts {
  readonly total: number;
  readonly note: number;
  readonly attachment: number;
  /** `[[#heading]]`. */
  readonly sameNote: number;
  readonly unresolved: number;
  readonly ambiguous: number;
  readonly missingHeading: number;
  readonly missingBlock: number;
}

/** A vault in numbers. */
export interface VaultReport {
  readonly notes: number;
  /** Size of all notes on the disk. */
  readonly bytes: number;
  /** Milliseconds to read and parse the notes and to resolve their links. */
  readonly ms: number;
  readonly headings: number;
  readonly links: LinkCounts;
  /** How many of the links are `![[…]]`. */
  readonly embeds: number;
  readonly blocks: number;
  readonly callouts: number;
  /** `failed`: different formulas that cannot be drawn. */
  readonly math: { readonly inline: number; readonly display: number; readonly failed: number };
  /** Different terms that the vault defines. */
  readonly terms: number;
  /** Places that name a concept which can be run. */
  readonly demos: number;
}

/** What a report needs besides the folder. */
export interface ReportOptions {
  readonly glossaryNotes: readonly string[];
  readonly concepts: ConceptTable;
  /** Whether a formula can be drawn. */
  readonly isDrawable: (formula: Formula) => boolean;
  /** The present time in milliseconds. */
  readonly now: () => number;
}

/** Counts what a vault holds. Throws a `CommandError` where the folder is not there. */
export function vaultReport(folder: string, options: ReportOptions): VaultReport {
  const start = options.now();
  const { index, texts, bytes } = readVault(folder, options.glossaryNotes);
  const links = countLinks(index);
  const ms = Math.round(options.now() - start);
  const notes = [...index.notes()];
  const sum = (count: (entry: (typeof notes)[number]) => number): number =>
    notes.reduce((total, entry) => total + count(entry), 0);
  const formulas = [...texts.values()].flatMap((text) => formulasIn(text));
  const display = formulas.filter(({ isDisplay }) => isDisplay).length;
  return {
    notes: notes.length,
    bytes,
    ms,
    headings: sum(([, note]) => note.headings.length),
    links,
    embeds: sum(([, note]) => note.links.filter(({ kind }) => kind === 'embed').length),
    blocks: sum(([, note]) => note.blockIds.length),
    callouts: sum(([, note]) => note.callouts.length),
    math: {
      inline: formulas.length - display,
      display,
      failed: distinct(formulas).filter((formula) => !options.isDrawable(formula)).length,
    },
    terms: new Set(notes.flatMap(([path]) => index.definitions(path).map(({ term }) => foldCase(term)))).size,
    demos: sum(
      ([path, note]) => demoAnchors(note, options.concepts, new TextLines(texts.get(path) ?? '')).length,
    ),
  };
}

function countLinks(index: VaultIndex): LinkCounts {
  const counts = {
    ...{ total: 0, note: 0, attachment: 0, sameNote: 0, unresolved: 0 },
    ...{ ambiguous: 0, missingHeading: 0, missingBlock: 0 },
  };
  for (const [path, note] of index.notes()) {
    for (const link of note.links) {
      if (link.kind !== 'wikilink' && link.kind !== 'embed') continue;
      const target = index.resolve(link, path);
      const status = linkStatus(target);
      counts.total++;
      counts[destination(link, target)]++;
      if (status !== 'ok' && status !== 'unresolved') counts[status]++;
    }
  }
  return counts;
}

function destination(link: Link, target: LinkTarget): 'note' | 'attachment' | 'sameNote' | 'unresolved' {
  if (target.status === 'unresolved') return 'unresolved';
  if (link.path === '') return 'sameNote';
  return isNotePath(target.path) ? 'note' : 'attachment';
}

/** Each formula once: a vault repeats its formulas, and trying one takes long. */
function distinct(formulas: readonly Formula[]): readonly Formula[] {
  return [...new Map(formulas.map((formula) => [`${formula.isDisplay} ${formula.tex}`, formula])).values()];
}

/** A report as lines for people. */
export function reportForPeople(report: VaultReport): readonly string[] {
  const { links, math } = report;
  const number = (value: number): string => value.toLocaleString('en-US');
  const rows: readonly (readonly [name: string, value: number, details?: string])[] = [
    [
      'notes',
      report.notes,
      `${number(Math.ceil(report.bytes / 1000))} kB, read and linked in ${number(report.ms)} ms`,
    ],
    ['headings', report.headings],
    [
      'wikilinks',
      links.total,
      `${number(links.note)} to notes, ${number(links.attachment)} to attachments, ` +
        `${number(links.sameNote)} within the note; ${number(report.embeds)} of them embed`,
    ],
    ['  unresolved', links.unresolved],
    ['  ambiguous', links.ambiguous],
    ['  missing heading', links.missingHeading],
    ['  missing block', links.missingBlock],
    ['block ids', report.blocks],
    ['callouts', report.callouts],
    [
      'formulas',
      math.inline + math.display,
      `${number(math.inline)} inline, ${number(math.display)} on their own`,
    ],
    ['  cannot be drawn', math.failed],
    ['terms', report.terms],
    ['demos', report.demos],
  ];
  return rows.map(([name, value, details]) =>
    `${name.padEnd(18)}${number(value).padStart(9)}${details ? `  (${details})` : ''}`.trimEnd(),
  );
}
