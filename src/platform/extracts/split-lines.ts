import { CsvError, parse } from 'csv-parse/sync';
import type { TableRow } from './opened-table';

const LONGEST_RECORD = 1 << 20;
const QUOTE = '"';

/**
 * The rows that lines of a CSV file are: a row is a line, since no cell of a register has line ends. Lines without a
 * quotation mark are cut at the separator; others are the library's. One whose quotation marks do not fit is told apart
 * from those around it. Blank lines are left out, and counted.
 */
export function splitLines(lines: readonly string[], separator: string, firstRow: number): TableRow[] {
  const text = lines.join('\n');
  const records = text.includes(QUOTE) ? parsed(text, separator) : undefined;
  const areRecords = records !== undefined && records.length === lines.length;
  const rows: TableRow[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const row = firstRow + at;
    if (!line.includes(QUOTE)) rows.push({ row, cells: line.split(separator) });
    else {
      const cells = areRecords ? records[at] : parsed(line, separator)?.[0];
      rows.push(cells === undefined ? { row, cells: [], isBroken: true } : { row, cells });
    }
  });
  return rows;
}

function parsed(text: string, separator: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
    });
  } catch (error) {
    // What the library says of it repeats the file.
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
