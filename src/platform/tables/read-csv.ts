import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { MOST_COLUMNS, MOST_ROWS, type FileCell, type TableRead } from '../../kernel/read-table';
import { UPLOAD_FAULT_WORDS as FAULTS } from '../../kernel/words/upload';
import { AFTER_APOSTROPHE, LOST, NO_TEXT, separatorOf } from './csv-form';

const LONGEST_ROW = 1 << 16;
/** Blank rows included, which spreadsheet programs write where something was formatted. */
const MOST_READ = MOST_ROWS * 2 + 2;

/**
 * The rows of a CSV file: separated by semicolon, comma, tab or pipe (whichever its first line has most of), in UTF-8 with or
 * without a mark, UTF-16 with one, or else Windows' Latin-1. A row is numbered as a
 * spreadsheet program numbers it: blank ones count, lines within a cell do not.
 */
export function readCsv(bytes: Uint8Array): TableRead {
  const text = decoded(bytes);
  if (text.trim() === '') return { faults: [FAULTS.empty] };
  if (NO_TEXT.test(text)) return { faults: [FAULTS.noTable] };
  if (text.includes(LOST)) return { faults: [FAULTS.lostLetters({ row: lineOf(text, LOST) })] };
  return parsed(text);
}

function parsed(text: string): TableRead {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      trim: true,
      max_record_size: LONGEST_ROW,
      to: MOST_READ,
    });
    const rows = records
      .map((record, at) => ({ number: at + 1, cells: record.map(cellOf) }))
      .filter(({ cells }) => cells.some((cell) => cell !== undefined));
    if (records.length === MOST_READ || rows.length > MOST_ROWS + 1)
      return { faults: [FAULTS.tooManyRows({ most: MOST_ROWS })] };
    if (rows.some(({ cells }) => cells.length > MOST_COLUMNS)) return { faults: [FAULTS.noTable] };
    return { rows };
  } catch (error) {
    // What the library says of it repeats the file.
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { readonly lines?: unknown };
    return { faults: [FAULTS.quotes({ row: typeof lines === 'number' ? lines : 1 })] };
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

function cellOf(text: string): FileCell {
  const plain = text.replace(AFTER_APOSTROPHE, '');
  return plain === '' ? undefined : plain;
}

/** The line a text first stands on. */
const lineOf = (text: string, what: string): number => text.slice(0, text.indexOf(what)).split('\n').length;
