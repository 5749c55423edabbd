/** Between two rows, or two cells of one; braces and environments, in which either is somebody else's. */
const separator =
  /\\cr(?![a-zA-Z@])|\\\\(?:\[[^\]]{0,50}\])?|\\(?:begin|end)(?![a-zA-Z@])|\\[\s\S]|[&{}]|%[^\n]*/g;

/** Half a row of an array: what its middle lies lower when a row of labels stands on top. */
const halfRow = '0.6em';

/**
 * Plain TeX's `\bordermatrix` as TeX has it: labels outside, parentheses around the inside only. KaTeX's arrays have no parentheses that
 * leave out a row or a column. So the labels of the rows are a matrix of their own, and the parentheses are as tall as the inside and half a
 * row lower; phantoms keep the rows level. (An array with two rules would be simpler, but reads as a table.)
 * @param inside what stands in its braces, rows ended by `\cr` or `\\`.
 * @returns `undefined` for what has no row below its labels, or no column beside them.
 */
export function borderMatrix(inside: string): string | undefined {
  const [header, ...rows] = cellsOf(inside);
  if (!header || rows.length === 0 || header.length < 2) return undefined;
  const inner = matrix(rows.map(innerRow));
  const labels = matrix([header, ...rows].map(labelCell));
  const outer = matrix([header, ...rows].map(innerRow));
  const parenthesis = (side: string): string =>
    `\\raisebox{-${halfRow}}{$${side.replace('#', `\\vphantom{${inner}}`)}$}`;
  return `{${labels}\\;${parenthesis('\\left(#\\right.')}${outer}${parenthesis('\\left.#\\right)')}}`;
}

function matrix(rows: readonly string[]): string {
  return `\\begin{matrix}${rows.join('\\\\')}\\end{matrix}`;
}

/** A label, as tall as its row. */
function labelCell([label = '', ...cells]: readonly string[]): string {
  return `{${label}}\\vphantom{${cells.join(' ')}}`;
}

/** A row without its label, as tall as with it. */
function innerRow([label = '', ...cells]: readonly string[]): string {
  return `\\vphantom{${label}}${cells.join('&')}`;
}

/** The cells by row; a last row that is empty is none. */
function cellsOf(inside: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: match, index } of inside.matchAll(separator)) {
    depth += depthOf(match);
    const endsRow = match.startsWith('\\cr') || match.startsWith('\\\\');
    if (depth !== 0 || (match !== '&' && !endsRow)) continue;
    cells.push(withoutComment(inside.slice(start, index)));
    start = index + match.length;
    if (!endsRow) continue;
    rows.push(cells);
    cells = [];
  }
  cells.push(withoutComment(inside.slice(start)));
  return cells.length === 1 && cells[0] === '' ? rows : [...rows, cells];
}

function depthOf(match: string): number {
  if (match === '{' || match === '\\begin') return 1;
  return match === '}' || match === '\\end' ? -1 : 0;
}

/** A comment would take what is written behind the cell. */
function withoutComment(cell: string): string {
  return cell.includes('%') ? `${cell.trim()}\n` : cell.trim();
}
