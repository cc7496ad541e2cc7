import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileCell, ReadRow } from '../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS } from '../../kernel/words/table-files';
import { FileError } from '../file-error';
import { AFTER_APOSTROPHE, NO_TEXT, separatorOf } from './csv-form';
import { TableFault } from './table-fault';
import { textEncodingOf } from './text-encoding';

const CHUNK_BYTES = 1 << 18;
const ROWS_OF_A_BATCH = 2_000;
/** A quotation mark that is not closed would take in the rest of the file. */
const LONGEST_ROW = 1 << 23;
const APOSTROPHE = 39;
/** A first line in which a spreadsheet program is told the separator. */
const SEPARATOR_STATED = /^sep=(.)\r?\n/i;

/**
 * The rows of a CSV file of any size, in batches and bounded memory: separated by semicolon, comma, tab or pipe
 * (whichever its first line has most of, or says: `sep=;`), in UTF-8 with or without a mark, UTF-16 with one, or else Windows' Latin-1. A
 * row is numbered as a spreadsheet program numbers it: blank ones count and are left out, lines within a cell do not.
 * Cells are texts without blanks around them. Throws `TableFault` where the file is empty, is no text, has a quotation
 * mark that is not closed, or is cut off: ends without a new line in a row with fewer cells than its first; `FileError`
 * where it cannot be read.
 */
export async function* streamCsv(path: string): AsyncGenerator<readonly ReadRow[]> {
  const end = { isOfLine: false };
  const texts = textsOf(path, end);
  const head = await headOf(texts);
  const stated = SEPARATOR_STATED.exec(head)?.[1];
  const parser = parse({
    delimiter: stated ?? separatorOf(head),
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    max_record_size: LONGEST_ROW,
  });
  pipeline(Readable.from(after(head, texts), { objectMode: false }), parser, () => undefined);
  const rows = new RowsRead(stated !== undefined);
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      rows.take(record);
      if (rows.batch.length >= ROWS_OF_A_BATCH) yield rows.taken();
    }
  } catch (error) {
    // What the library says of it repeats the file.
    if (error instanceof CsvError) throw new TableFault(FAULTS.quotes({ row: rows.number + 1 }));
    throw error;
  }
  if (rows.isEmpty) throw new TableFault(FAULTS.empty);
  if (rows.isShort && !end.isOfLine) throw new TableFault(FAULTS.cutOff({ row: rows.number }));
  if (rows.batch.length > 0) yield rows.taken();
}

/** The text of a file in parts; afterwards `end` says whether it ends a line. */
async function* textsOf(path: string, end: { isOfLine: boolean }): AsyncGenerator<string> {
  const decoder = new TextDecoder(await textEncodingOf(path));
  const checked = (text: string): string => {
    if (NO_TEXT.test(text)) throw new TableFault(FAULTS.noTable);
    if (text !== '') end.isOfLine = text.endsWith('\n') || text.endsWith('\r');
    return text;
  };
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
      yield checked(decoder.decode(bytes, { stream: true }));
    }
  } catch (error) {
    throw error instanceof TableFault ? error : FileError.reading(path, error);
  }
  yield checked(decoder.decode());
}

/** The beginning of a text up to the end of its first line that is not blank, or of what one row may hold. */
async function headOf(texts: AsyncGenerator<string>): Promise<string> {
  let head = '';
  while (!/\S.*[\r\n]/.test(head) && head.length < LONGEST_ROW) {
    const next = await texts.next();
    if (next.done === true) break;
    head += next.value;
  }
  return head;
}

async function* after(head: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* texts;
}

/** The rows of a file as they come, numbered. */
class RowsRead {
  batch: ReadRow[] = [];
  number = 0;
  isEmpty = true;
  /** Whether the last row has fewer cells than the first. */
  isShort = false;
  private width = 0;

  /** `skipsFirst`: the first line is none of the table. */
  constructor(private readonly skipsFirst: boolean) {}

  take(record: readonly string[]): void {
    this.number += 1;
    if (this.skipsFirst && this.number === 1) return;
    if (record.every((cell) => cell === '')) return;
    if (this.isEmpty) this.width = record.length;
    this.isEmpty = false;
    this.isShort = record.length < this.width;
    this.batch.push({ number: this.number, cells: record.map(cellOf) });
  }

  taken(): readonly ReadRow[] {
    const { batch } = this;
    this.batch = [];
    return batch;
  }
}

function cellOf(text: string): FileCell {
  if (text === '') return undefined;
  return text.charCodeAt(0) === APOSTROPHE ? text.replace(AFTER_APOSTROPHE, '') : text;
}
