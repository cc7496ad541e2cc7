import { open, type FileHandle } from 'node:fs/promises';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { TableBroken, type NoTable, type OpenedTable, type TableRow } from './opened-table';

const SIGNATURE = 'PAR1';
/** Rows of a group that are made into texts at a time. */
const WINDOW_ROWS = 16_384;
const DAY_LENGTH = 10;

/** Whether a file says that it is Parquet, whatever it is called. */
export async function isParquet(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE.length), 0, SIGNATURE.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === SIGNATURE;
  } finally {
    await file.close();
  }
}

/**
 * Opens a Parquet file, however it is packed. Its end says what it holds, so that one cut off has no
 * headings either. Cells become texts as a CSV file has them: days as `YYYY-MM-DD`, whole numbers with all their digits.
 */
export async function openParquet(path: string): Promise<OpenedTable | NoTable> {
  const metadata = await withFile(path, (file) => parquetMetadataAsync(file)).catch(() => undefined);
  if (metadata === undefined) return 'cut-off';
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  return { header, rows: (columns) => rowsOf(path, metadata, header, columns) };
}

async function* rowsOf(
  path: string,
  metadata: FileMetaData,
  header: readonly string[],
  asked: ReadonlySet<string>,
): AsyncIterable<readonly TableRow[]> {
  const columns = header.filter((name) => asked.has(name));
  let from = 0;
  for (const group of metadata.row_groups) {
    const end = from + Number(group.num_rows);
    for (; from < end; from = Math.min(from + WINDOW_ROWS, end)) {
      const rowStart = from;
      const rowEnd = Math.min(from + WINDOW_ROWS, end);
      const asking = { metadata, columns, rowStart, rowEnd, compressors };
      const objects = await withFile(path, (file) => parquetReadObjects({ file, ...asking })).catch(() => {
        throw new TableBroken('broken', rowStart + 2);
      });
      if (objects.length !== rowEnd - rowStart) throw new TableBroken('broken', rowStart + 2);
      yield objects.map((object, at) => ({
        row: rowStart + at + 2,
        cells: header.map((name) => cellText(object[name])),
      }));
    }
  }
}

/** A number beyond what a double holds has lost digits: written so that no number or name is read in it. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return value.toExponential();
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value);
}

const dayText = (value: Date): string =>
  Number.isNaN(value.getTime()) ? 'NaN' : value.toISOString().slice(0, DAY_LENGTH);

async function withFile<T>(path: string, work: (buffer: AsyncBuffer) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(bufferOf(file, (await file.stat()).size));
  } finally {
    await file.close();
  }
}

const bufferOf = (file: FileHandle, byteLength: number): AsyncBuffer => ({
  byteLength,
  async slice(start, end = byteLength) {
    const bytes = new Uint8Array(Math.max(0, end - start));
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new Error('The file ends before it says so.');
      at += bytesRead;
    }
    return bytes.buffer;
  },
});
