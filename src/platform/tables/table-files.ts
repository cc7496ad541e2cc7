import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Bilingual } from '../../kernel/language';
import type { ReadRow } from '../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS } from '../../kernel/words/table-files';
import { UPLOAD_FAULT_WORDS } from '../../kernel/words/upload';
import { FileError } from '../file-error';
import { readXlsx } from './read-xlsx';
import { streamCsv } from './stream-csv';
import { TableFault } from './table-fault';

/** What the names of tables end with. */
export const TABLE_ENDINGS = ['.csv', '.txt', '.tsv', '.xlsx'] as const;

const ZIP = Buffer.from([0x50, 0x4b]);
/** What Excel wrote before 2007, and what it writes with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** More than anybody keeps in a workbook; whatever is larger is a CSV file. */
const WORKBOOK = { rows: 100_000, unpackedBytes: 400 << 20 };
const MOST_WORKBOOK_BYTES = 100 << 20;
const ROWS_OF_A_BATCH = 2_000;

/** What a path holds. */
export interface TableFiles {
  /** In the order of their names. */
  readonly tables: readonly string[];
  /** The names of what lies beside them and is no table. */
  readonly others: readonly string[];
}

/** The tables at a path: the file itself, or those of a folder. Hidden files, and what spreadsheet programs lay beside open ones, are passed over. */
export function tableFilesAt(path: string): TableFiles {
  try {
    if (!statSync(path).isDirectory()) return { tables: [path], others: [] };
    const names = readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => !/^(?:\.|~\$)/.test(name))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const isTable = (entry: (typeof names)[number]): boolean =>
      !entry.isDirectory() && (TABLE_ENDINGS as readonly string[]).includes(extname(entry.name).toLowerCase());
    return {
      tables: names.filter(isTable).map(({ name }) => join(path, name)),
      others: names.filter((entry) => !isTable(entry)).map(({ name }) => basename(name)),
    };
  } catch (error) {
    throw FileError.reading(path, error);
  }
}

/**
 * The rows of a CSV file of any size, or of the first sheet of an XLSX file, told apart by what the file holds. Throws
 * `TableFault` where it is no table or not a whole one, `FileError` where it cannot be read.
 */
export async function* rowsOfTable(path: string): AsyncGenerator<readonly ReadRow[]> {
  const beginning = beginningOf(path, COMPOUND.length);
  if (beginning.equals(COMPOUND)) throw new TableFault(UPLOAD_FAULT_WORDS.oldExcel);
  if (!beginning.subarray(0, ZIP.length).equals(ZIP)) {
    yield* streamCsv(path);
    return;
  }
  if (statSync(path).size > MOST_WORKBOOK_BYTES)
    throw new TableFault(UPLOAD_FAULT_WORDS.tooLarge({ most: MOST_WORKBOOK_BYTES >> 20 }));
  const read = await readXlsx(readFileSync(path), WORKBOOK);
  if ('faults' in read) throw new TableFault(firstOf(read.faults));
  for (let from = 0; from < read.rows.length; from += ROWS_OF_A_BATCH)
    yield read.rows.slice(from, from + ROWS_OF_A_BATCH);
}

const firstOf = ([fault]: readonly Bilingual[]): Bilingual => fault ?? FAULTS.noTable;

function beginningOf(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw FileError.reading(path, error);
  }
}
