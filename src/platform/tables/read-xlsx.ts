import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { dayFromNumber, MS_PER_DAY } from '../../kernel/day';
import { MOST_ROWS, type FileCell, type TableRead } from '../../kernel/read-table';
import { UPLOAD_FAULT_WORDS as FAULTS } from '../../kernel/words/upload';
import { sheetExtent } from './sheet-extent';
import { unpackWithin } from './unpack-within';

/** How much of a workbook is read. */
export interface XlsxLimits {
  readonly rows: number;
  readonly unpackedBytes: number;
}
const UPLOADED: XlsxLimits = { rows: MOST_ROWS, unpackedBytes: 40 << 20 };

const IS_SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const IS_READ = /\.(xml|rels)$/i;

/**
 * The rows of the first sheet of an XLSX file. It is unpacked here within bounds and its sheets are looked through before
 * the library is given them: a file of a few thousand bytes may say that it is of gigabytes, or that its last cell stands
 * in row ten million, and the library makes room for either.
 */
export async function readXlsx(bytes: Uint8Array, most: XlsxLimits = UPLOADED): Promise<TableRead> {
  const unpacked = unpackWithin(bytes, IS_READ, most.unpackedBytes);
  if (unpacked === 'too-much') return { faults: [FAULTS.tooLargeUnpacked({ most: most.unpackedBytes >> 20 })] };
  if (unpacked === 'broken' || unpacked['xl/workbook.xml'] === undefined) return { faults: [FAULTS.noTable] };
  for (const [name, part] of Object.entries(unpacked)) {
    if (!IS_SHEET.test(name)) continue;
    const extent = sheetExtent(Buffer.from(part).toString('utf8'), most.rows);
    if (extent === 'unreadable') return { faults: [FAULTS.noTable] };
    if (extent === 'too-large') return { faults: [FAULTS.tooManyRows({ most: most.rows })] };
  }
  const sheet = await firstSheet(zipSync(unpacked, { level: 0 }));
  if (sheet === undefined) return { faults: [FAULTS.noTable] };
  const rows = sheet
    .map((cells, at) => ({ number: at + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  if (rows.length > most.rows + 1) return { faults: [FAULTS.tooManyRows({ most: most.rows })] };
  return rows.length === 0 ? { faults: [FAULTS.empty] } : { rows };
}

/** What the library throws is not looked at: it repeats the file. */
async function firstSheet(zip: Uint8Array): Promise<readonly (readonly unknown[])[] | undefined> {
  try {
    return await readSheet(Buffer.from(zip), 1);
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): FileCell {
  if (value instanceof Date) return { day: dayFromNumber(Math.floor(value.getTime() / MS_PER_DAY)) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
