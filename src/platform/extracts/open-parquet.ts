import { open, type FileHandle } from 'node:fs/promises';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { cellTextOf, type CellText } from './parquet-cell';
import { TableBroken, type NoTable, type OpenedTable, type TableRow } from './opened-table';

const SIGNATURE = 'PAR1';
/** Rows of a group that are made into texts at a time. */
const WINDOW_ROWS = 16_384;

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
  const elements = parquetSchema(metadata).children.map(({ element }) => element);
  const columns = elements.map((element) => ({ name: element.name, text: cellTextOf(element) }));
  return { header: columns.map(({ name }) => name), rows: (asked) => rowsOf(path, metadata, columns, asked) };
}

async function* rowsOf(
  path: string,
  metadata: FileMetaData,
  all: readonly { readonly name: string; readonly text: CellText }[],
  asked: ReadonlySet<string>,
): AsyncIterable<readonly TableRow[]> {
  const columns = all.map(({ name }) => name).filter((name) => asked.has(name));
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
        cells: all.map(({ name, text }) => text(object[name])),
      }));
    }
  }
}

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
