import { exactDigits } from '../numbers';
import type { DataTable } from '../views/view';

const LINE_END = '\r\n';

/** Spreadsheets run a cell that begins like this as a formula; a number is none. */
function guard(text: string): string {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  return /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** No value is an empty cell. */
function cell(value: number | string): string {
  if (typeof value === 'string') return quote(guard(value));
  return Number.isNaN(value) ? '' : exactDigits(value);
}

/** A line with one empty cell would be an empty line. */
function line(cells: readonly (number | string)[]): string {
  return cells.map(cell).join(',') || '""';
}

/** A table as CSV (RFC 4180) with a line of headings: `.` as the decimal mark, all digits of each number, nothing that a spreadsheet runs. */
export function toCsv({ headings, rows }: DataTable): string {
  return [headings, ...rows].map((cells) => line(cells) + LINE_END).join('');
}
