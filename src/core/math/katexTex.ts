import { borderMatrix } from './borderMatrix';
import { isDefiner, isPrimitive, type KatexDefinition, readDefinition } from './katexDefinition';
import { neededDefinitions } from './katexMacros';
import { type BracedTex, bracedTex, readGroup } from './texBraces';

/** How a formula is typeset. */
export interface KatexTexOptions {
  /** Whether it has lines of its own, which is so without this; KaTeX wants other environments in a line of text. */
  readonly isDisplay?: boolean;
  /** Macros, with backslash, that formulas before have defined (`definedByFormula`): those of the preamble do not replace them. */
  readonly defined?: ReadonlySet<string>;
}

/** A piece of a formula that is written otherwise. Offsets; `end` is exclusive. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the rewriting of one formula has found. */
interface Scan {
  /** By start; none begins in another. */
  readonly edits: readonly Edit[];
  /** Macros that stay defined behind the formula. */
  readonly defined: readonly KatexDefinition[];
}

const nothing: Scan = { edits: [], defined: [] };
const noNames: ReadonlySet<string> = new Set();

/** Environments that KaTeX has by another name only, with what stands in its place. */
const environments: ReadonlyMap<string, readonly [begin: string, end: string]> = new Map([
  ...[
    ['displaymath', 'gathered'],
    ['flalign', 'align'],
    ['flalign*', 'align*'],
    ['indentalign', 'align'],
    ['lgathered', 'gathered'],
    ['math', 'gathered'],
    ['multline', 'gather'],
    ['multline*', 'gather*'],
    ['multlined', 'gathered'],
    ['rgathered', 'gathered'],
    ['xalignat', 'alignat'],
    ['xalignat*', 'alignat*'],
    ['xxalignat', 'alignat*'],
  ].map(([name = '', other]): [string, [string, string]] => [name, [`\\begin{${other}}`, `\\end{${other}}`]]),
  ...['eqnarray', 'eqnarray*'].map((name): [string, [string, string]] => [
    name,
    ['\\begin{darray}{rcl}', '\\end{darray}'],
  ]),
  ...[
    ['p', '(', ')'],
    ['b', '[', ']'],
    ['B', '\\{', '\\}'],
    ['v', '|', '|'],
    ['V', '\\|', '\\|'],
  ].map(([letter, left, right]): [string, [string, string]] => [
    `${letter}smallmatrix`,
    [`\\left${left}\\begin{smallmatrix}`, `\\end{smallmatrix}\\right${right}`],
  ]),
]);

/** Of environments with lines of their own, those that may stand in a line of text. */
const inlineEnvironments: ReadonlyMap<string, string> = new Map([
  ['align', 'aligned'],
  ['align*', 'aligned'],
  ['alignat', 'alignedat'],
  ['alignat*', 'alignedat'],
  ['equation', 'gathered'],
  ['equation*', 'gathered'],
  ['flalign', 'aligned'],
  ['flalign*', 'aligned'],
  ['gather', 'gathered'],
  ['gather*', 'gathered'],
  ['multline', 'gathered'],
  ['multline*', 'gathered'],
]);

/** Plain TeX's tables, whose rows stand in braces: the environment of each. */
const plainTables: ReadonlyMap<string, string> = new Map([
  ['matrix', 'matrix'],
  ['pmatrix', 'pmatrix'],
  ['cases', 'cases'],
  ['eqalign', 'aligned'],
  ['displaylines', 'gathered'],
]);

/** Without any of these there is nothing to rewrite. */
const rewritable =
  /\\(?:[gex]?def|let|(?:re)?newcommand|providecommand|Declare|bordermatrix|p?matrix|cases|eqalign|displaylines)(?![a-z])|\\begin\s*\{(?:flalign|multline|[rl]gathered|x?xalignat|eqnarray|indentalign|(?:display)?math\}|[pbBvV]smallmatrix)/;
const rewritableInline = /\\begin\s*\{(?:align|alignat|equation|gather)\*?\}/;
const definesMacro = /\\(?:[gex]?def|let|(?:re)?newcommand|providecommand|Declare)/;

/**
 * A formula of a note as KaTeX understands it: with the macros it uses defined in front, `\bordermatrix` and the like built from what KaTeX
 * has, and definitions that may be read again. Nothing is expanded here: KaTeX has its own limits for that. Linear; never throws.
 * @param preamble TeX that defines the vault's macros; KaTeX's own names may be among them.
 */
export function katexTex(tex: string, preamble: string, options: KatexTexOptions = {}): string {
  const formula = withoutBackticks(tex);
  if (!formula.includes('\\')) return formula;
  const { isDisplay = true, defined: before = noNames } = options;
  const { edits, defined } = mustScan(formula, isDisplay) ? scan(formula, isDisplay) : nothing;
  const written = withEnd(edits.length > 0 ? edited(formula, edits) : formula);
  const definitions = neededDefinitions(written, preamble, before);
  if (definitions === '') return written;
  // In a group, so that they end with the formula; but then so would its own. A comment at its end must not take the group's.
  return defined.length > 0 ? definitions + written : `\\begingroup${definitions}${written}\n\\endgroup`;
}

/**
 * The macros that a formula defines for those after it, as KaTeX does when all of a page share its macros (`globalGroup`), in order.
 */
export function definedByFormula(tex: string): readonly KatexDefinition[] {
  return definesMacro.test(tex) ? scan(tex, true).defined : [];
}

function mustScan(tex: string, isDisplay: boolean): boolean {
  return rewritable.test(tex) || (!isDisplay && rewritableInline.test(tex));
}

/** GitLab's and VS Code's `` $`…`$ ``. */
function withoutBackticks(tex: string): string {
  return tex.length > 2 && tex.startsWith('`') && tex.endsWith('`') ? tex.slice(1, -1) : tex;
}

/** A backslash at the end is a space for MathJax and an error for KaTeX. */
function withEnd(tex: string): string {
  if (!tex.endsWith('\\')) return tex;
  let start = tex.length;
  while (tex.charAt(start - 1) === '\\') start--;
  return (tex.length - start) % 2 === 1 ? `${tex} ` : tex;
}

/** Commands and environments, and braces, which hold definitions in. */
const mark = /\\(begin|end)\s*\{([a-zA-Z]+\*?)\}|\\([a-zA-Z@]+|[^a-zA-Z@])|[{}]|%[^\n]*/g;

function scan(text: string, isDisplay: boolean): Scan {
  const tex = bracedTex(text);
  const edits: Edit[] = [];
  const defined: KatexDefinition[] = [];
  const search = new RegExp(mark);
  let depth = 0;
  let isGlobal = false;
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [all, side, environment = '', command = ''] = match;
    const place = { start: match.index, end: search.lastIndex };
    depth += depthOf(all, side ?? command);
    if (side) edits.push(...environmentEdits(environment, side, isDisplay, place));
    const read = isDefiner(command) ? readDefinition(tex, command, place.end) : undefined;
    if (read) {
      if (depth <= 0 || isGlobal || command === 'gdef' || command === 'xdef') defined.push(read.definition);
      if (!isPrimitive(command)) edits.push({ ...place, end: read.end, text: read.definition.tex });
      search.lastIndex = read.end;
    }
    const table = command === '' ? [] : tableEdits(tex, command, place);
    edits.push(...table);
    // What stands in it is written twice: it stays as it is.
    if (table.length === 1) search.lastIndex = table[0]?.end ?? place.end;
    isGlobal = command === 'global' || (isGlobal && command === 'long');
  }
  return { edits: edits.sort((a, b) => a.start - b.start), defined };
}

/** How many more groups a mark opens than it closes. */
function depthOf(mark: string, command: string): number {
  if (mark === '{' || /^(?:begin|left|begingroup|bgroup)$/.test(command)) return 1;
  return mark === '}' || /^(?:end|right|endgroup|egroup)$/.test(command) ? -1 : 0;
}

function environmentEdits(
  name: string,
  side: string,
  isDisplay: boolean,
  place: Pick<Edit, 'start' | 'end'>,
): readonly Edit[] {
  const isBegin = side === 'begin';
  const inline = isDisplay ? undefined : inlineEnvironments.get(name);
  if (inline !== undefined) return [{ ...place, text: `\\${side}{${inline}}` }];
  const other = environments.get(name);
  return other ? [{ ...place, text: isBegin ? other[0] : other[1] }] : [];
}

/** One edit for a matrix with borders, two for the braces of another table. */
function tableEdits(
  tex: BracedTex,
  command: string,
  { start, end }: Pick<Edit, 'start' | 'end'>,
): readonly Edit[] {
  const environment = plainTables.get(command);
  if (environment === undefined && command !== 'bordermatrix') return [];
  const group = readGroup(tex, end);
  if (!group) return [];
  if (environment === undefined) {
    const text = borderMatrix(group.content);
    return text === undefined ? [] : [{ start, end: group.end, text }];
  }
  const open = group.end - 1 - group.content.length;
  return [
    { start, end: open, text: `\\begin{${environment}}` },
    { start: group.end - 1, end: group.end, text: `\\end{${environment}}` },
  ];
}

function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: written } of edits) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), written);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
