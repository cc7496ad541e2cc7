import type { Cell, Table } from '../../kernel/table';

/** A spreadsheet program works out a text that begins like this; a text after an apostrophe it shows. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180, UTF-8, decimal point), safe to open in a spreadsheet program. */
export function tableCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
