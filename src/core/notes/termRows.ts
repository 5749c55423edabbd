import type { Range } from '../text';
import type { TermRow } from './note';

/** A table cell: its plain text and where it stands. */
export interface Cell {
  readonly text: string;
  readonly range: Range;
}

/** What a column is for, by its head. */
type Column = 'term' | 'name' | 'body' | 'other';

const columnNames: readonly (readonly [column: Column, head: RegExp])[] = [
  ['term', /^(?:begriff|fachbegriff|term|wort|konzept|bezeichnung|concept|word)/i],
  ['name', /^(?:abk|kürzel|kurz|engl|deutsch|german|synonym|auch|alias|abbr|acronym|short|also)/i],
  ['body', /^(?:defin|bedeut|erkl|erläut|beschreib|mean|descri|explan)/i],
];

const longestName = 80;

/** Collects the rows of one table that may explain terms: its first column or the one that says so, and the one that explains. */
export class TermTableReader {
  #heads: string[] = [];
  #cells: Cell[] = [];

  /** Takes in a cell of the head. */
  addHead(text: string): void {
    this.#heads.push(text.replace(/[*_]/g, '').trim());
  }

  /** Takes in a cell of the row at hand. */
  addCell(cell: Cell): void {
    this.#cells.push(cell);
  }

  /** Ends a row; `undefined` for one that explains nothing, as the head does. */
  endRow(): TermRow | undefined {
    const cells = this.#cells;
    this.#cells = [];
    const columns = cells.map((_, at) => columnOf(this.#heads[at] ?? ''));
    const termAt = Math.max(0, columns.indexOf('term'));
    const others = cells.map((_, at) => at).filter((at) => at !== termAt);
    const bodyAt = others.find((at) => columns[at] === 'body') ?? others.find((at) => columns[at] !== 'name');
    const body = bodyAt === undefined ? undefined : cells[bodyAt];
    const named = others.filter((at) => columns[at] === 'name');
    const names = [termAt, ...named].map((at) => cells[at]?.text ?? '').filter(isName);
    const term = cells[termAt];
    return term && body && isName(term.text) && body.text !== ''
      ? { names, range: term.range, body: body.range }
      : undefined;
  }
}

function columnOf(head: string): Column {
  return columnNames.find(([, pattern]) => pattern.test(head))?.[0] ?? 'other';
}

function isName(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= longestName;
}
