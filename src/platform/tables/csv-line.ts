import type { FileCell } from '../../kernel/read-table';
import { AFTER_APOSTROPHE, LOST, NO_TEXT } from './csv-form';

const SEPARATOR = ';';
/** A spreadsheet program works out a text that begins like this; a text after an apostrophe it shows. */
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/;
const IS_NUMBER = /^-?\d+(?:\.\d+)?$/;
const IS_QUOTED = /[";\r\n]/;

/** What CSV files begin with, so that a Danish spreadsheet program takes them for UTF-8. */
export const CSV_MARK = '\uFEFF';

/** A line of a CSV file, separated by semicolons, safe to open in a spreadsheet program; `streamCsv` reads it again. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(written).join(SEPARATOR)}\r\n`;

function written(cell: string): string {
  const text = LOOKS_LIKE_FORMULA.test(cell) && !IS_NUMBER.test(cell) ? `'${cell}` : cell;
  return IS_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as it is read again from a line: without blanks around it; blank where it holds what no text file may. */
export function csvCellAgain(cell: string): FileCell {
  const text = cell.trim();
  if (text !== cell || NO_TEXT.test(cell) || cell.includes(LOST) || !cell.isWellFormed() || cell.includes(CSV_MARK))
    return undefined;
  const read = LOOKS_LIKE_FORMULA.test(cell) ? cell : cell.replace(AFTER_APOSTROPHE, '');
  return read === '' ? undefined : read;
}

/** A cell that no line can hold is left blank. */
export const csvCell = (cell: string): string => (csvCellAgain(cell) === undefined ? '' : cell);
