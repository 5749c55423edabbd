import type { ConceptTable, RunnableConcepts } from '../index/conceptTable';
import { dirname, joinPath, normalizeLinkPath } from '../index/linkResolver';
import { headingPath, headingSegments } from '../index/places';
import type { VaultIndex } from '../index/vaultIndex';
import { type Formula, formulasIn } from '../notes/formulas';
import { isMarkdownLink } from '../notes/markdownLinkParts';
import type { Link, Note, NoteProblem } from '../notes/note';
import { foldCase } from '../terms/fold';
import type { Range, TextLines } from '../text';
import { readDemoBlock } from './demoBlock';
import type { DemoProblem } from './demoProblem';
import { demosPropertyProblems } from './demosProperty';
import type { WritableNote } from './keepDemo';
import { linkSpans } from './rename/linkSpans';
import { type StaleResult, staleResults } from './resultCallout';
import type { RunnableExperiment } from './runnableExperiment';
import { vaultFolders } from './vaultFolders';

/** What can be wrong with a link. Ranges are the part that is wrong: the path, or the `#` segment that leads nowhere. */
export type LinkDiagnosis = { readonly range: Range; readonly link: Link } & (
  | { readonly code: 'missing-note' }
  /** The note is called something else, and Obsidian does not resolve aliases: `notes` have it. */
  | { readonly code: 'link-by-alias'; readonly notes: readonly string[] }
  /** `target` is the note that does not have it, `wanted` the segment, `^` included. */
  | { readonly code: 'missing-heading' | 'missing-block'; readonly target: string; readonly wanted: string }
  /** `target` is what Obsidian may open, or any other of the `candidates`. */
  | { readonly code: 'ambiguous-link'; readonly target: string; readonly candidates: readonly string[] }
);

/** Something in a note that its author will want to know. */
export type Diagnosis =
  | LinkDiagnosis
  | {
      readonly code: 'broken-properties' | 'broken-formula';
      readonly range: Range;
      /** What the YAML parser or MathJax says. */
      readonly message: string;
    }
  | { readonly code: 'broken-demo'; readonly range: Range; readonly problem: DemoProblem }
  | { readonly code: 'stale-result'; readonly range: Range; readonly stale: StaleResult };

/** Names of all that can be wrong. */
export type DiagnosisCode = Diagnosis['code'];

/** What diagnosing asks of an index. */
export type DiagnosisIndex = Pick<
  VaultIndex,
  'resolve' | 'notesWithAlias' | 'note' | 'files' | 'namesRevision'
>;

/** More than an editor shows or anybody reads. */
const mostDiagnoses = 1000;

/**
 * What is wrong with a note's links and properties, in document order, at most 1,000. Formulas are looked at by `formulaDiagnoses`.
 * @param path the note's path.
 * @param lines all lines of the note.
 */
export function diagnose(
  index: DiagnosisIndex,
  path: string,
  note: Note,
  lines: TextLines,
): readonly Diagnosis[] {
  const found: Diagnosis[] = note.problems.map(({ message, range }: NoteProblem) => ({
    code: 'broken-properties',
    message,
    range,
  }));
  for (const link of note.links) {
    const diagnosis = diagnoseLink(index, path, link, lines);
    if (diagnosis) found.push(diagnosis);
    if (found.length === mostDiagnoses) break;
  }
  return found;
}

/**
 * What is wrong with what a note says about its demos: the property `demos` first, then each `demo` block.
 * @param experiments all that there are; needed for notes alone that say something.
 */
export function demoDiagnoses(
  note: Note,
  concepts: ConceptTable,
  experiments: readonly (RunnableExperiment & RunnableConcepts)[],
): readonly Diagnosis[] {
  const problems = [
    ...demosPropertyProblems(note, concepts, experiments),
    ...note.demoBlocks.flatMap((block) => readDemoBlock(block, experiments).problems),
  ];
  return problems
    .slice(0, mostDiagnoses)
    .map((problem) => ({ code: 'broken-demo', range: problem.range, problem }));
}

/** The results in a note that the `demo` blocks above them would no longer give. */
export function staleDiagnoses(
  target: WritableNote,
  experiments: readonly RunnableExperiment[],
): readonly Diagnosis[] {
  return staleResults(target, experiments)
    .slice(0, mostDiagnoses)
    .map((stale) => ({ code: 'stale-result', range: stale.result.range, stale }));
}

/** Whether a note says anything about its demos. */
export function saysDemos({ demoBlocks, properties }: Pick<Note, 'demoBlocks' | 'properties'>): boolean {
  return demoBlocks.length > 0 || properties.demos !== undefined;
}

/**
 * The formulas that do not parse. Gives a pause, `undefined`, behind each formula, because MathJax may take long.
 * @param text the whole note.
 * @param check why a formula does not parse; `undefined` where it does.
 */
export function* formulaDiagnoses(
  text: string,
  check: (formula: Formula) => string | undefined,
): Generator<Diagnosis | undefined> {
  for (const formula of formulasIn(text)) {
    const message = check(formula);
    yield message === undefined ? undefined : { code: 'broken-formula', message, range: formula.range };
  }
}

function diagnoseLink(
  index: DiagnosisIndex,
  source: string,
  link: Link,
  lines: TextLines,
): LinkDiagnosis | undefined {
  const target = index.resolve(link, source);
  if (target.status === 'unresolved') return diagnoseUnresolved(index, source, link, lines);
  if (target.missing) return diagnoseMissingPlace(index, target.path, link, lines);
  const { path, candidates } = target;
  if (candidates.length < 2) return undefined;
  return { code: 'ambiguous-link', range: pathRange(link, lines), link, target: path, candidates };
}

function diagnoseUnresolved(
  index: DiagnosisIndex,
  source: string,
  link: Link,
  lines: TextLines,
): LinkDiagnosis | undefined {
  if (isMarkdownLink(link) && leadsToNoFile(index, source, link)) return undefined;
  const notes = index.notesWithAlias(link.path);
  const range = pathRange(link, lines);
  return notes.length > 0
    ? { code: 'link-by-alias', range, link, notes }
    : { code: 'missing-note', range, link };
}

/** Markdown links may lead to folders and out of the vault, where nothing is known. */
function leadsToNoFile(index: DiagnosisIndex, source: string, link: Link): boolean {
  const path = normalizeLinkPath(link.path);
  const isFromRoot = path.startsWith('/');
  const joined = joinPath(isFromRoot ? '' : dirname(source), path.replace(/^\/+|\/+$/g, ''));
  if (joined === undefined) return true;
  const folders = vaultFolders(index);
  return folders.has(foldCase(joined)) || folders.has(foldCase(path.replace(/^\/+|\/+$/g, '')));
}

function diagnoseMissingPlace(
  index: DiagnosisIndex,
  target: string,
  link: Link,
  lines: TextLines,
): LinkDiagnosis | undefined {
  const note = index.note(target);
  const subpath = link.subpath ?? '';
  if (!note) return undefined;
  const isBlock = subpath.startsWith('^');
  const segments = isBlock ? [subpath] : headingSegments(subpath);
  const wrong = isBlock ? 0 : firstMissing(note, segments);
  const range = segmentRange(link, lines, wrong);
  return {
    code: isBlock ? 'missing-block' : 'missing-heading',
    range,
    link,
    target,
    wanted: segments[wrong]?.trim() ?? subpath,
  };
}

/** Of the segments of a heading path, the first that leads nowhere. */
function firstMissing(note: Note, segments: readonly string[]): number {
  const index = segments.findIndex(
    (_, at) => headingPath(note, segments.slice(0, at + 1).join('#')).length === 0,
  );
  return Math.max(0, index);
}

function pathRange(link: Link, lines: TextLines): Range {
  return linkSpans(lines, link)?.path ?? link.range;
}

/** A segment with the `#` before it; the whole link where it cannot be told apart. */
function segmentRange(link: Link, lines: TextLines, at: number): Range {
  const range = linkSpans(lines, link)?.segments[at];
  if (!range) return link.range;
  const { line, column } = range.start;
  const hash = lines.line(line).lastIndexOf('#', column);
  return hash < link.range.start.column && line === link.range.start.line
    ? range
    : { start: { line, column: Math.max(0, hash) }, end: range.end };
}
