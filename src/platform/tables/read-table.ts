import type { TableRead } from '../../kernel/read-table';
import { UPLOAD_FAULT_WORDS as FAULTS } from '../../kernel/words/upload';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

/** How large a file may be. */
export const MOST_FILE_BYTES = 5 << 20;

const ZIP = [0x50, 0x4b];
/** What Excel wrote before 2007, and what it writes with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The rows of a CSV or XLSX file, told apart by what it holds, whatever it is called. Whatever is wrong with it is
 * answered, never thrown, and none of its content is repeated.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRead> {
  if (bytes.length === 0) return { faults: [FAULTS.empty] };
  if (bytes.length > MOST_FILE_BYTES) return { faults: [FAULTS.tooLarge({ most: MOST_FILE_BYTES >> 20 })] };
  if (beginsWith(bytes, COMPOUND)) return { faults: [FAULTS.oldExcel] };
  return beginsWith(bytes, ZIP) ? readXlsx(bytes) : readCsv(bytes);
}

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);
