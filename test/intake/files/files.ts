import { fileFormOf, fileKindsOf } from '../../../src/formats/domain/rows/file-columns';
import { readFileRows, type FileRead, type FileRow } from '../../../src/formats/domain/rows/file-rows';
import type { Making } from '../../../src/intake/domain/files/row-events';
import { digestOfNormalForm } from '../../../src/kernel/digest';
import { eventFieldsOf } from '../../../src/platform/contracts/event-fields';
import { readTable } from '../../../src/platform/tables/read-table';

const ODENSE = 'municipality:0461';
export const FORM = fileFormOf(fileKindsOf(ODENSE), eventFieldsOf);

/** With what events of a municipality's rows are made, none of whose registrations stands yet. */
export const MAKING: Making = {
  source: ODENSE,
  today: '2024-06-30',
  digest: (text) => digestOfNormalForm(text, 'a secret of specs'),
  standingOf: () => undefined,
};

export const read = async (content: string | Uint8Array): Promise<FileRead> =>
  readFileRows(await readTable(Buffer.from(content)), FORM);

/** The rows of a file that is one. */
export async function rowsOf(content: string | Uint8Array): Promise<readonly FileRow[]> {
  const file = await read(content);
  if ('faults' in file) throw new Error(file.faults.map(({ da }) => da).join(' '));
  return file.rows;
}

/** What is said in Danish of a file that is none. */
export async function saidOf(content: string | Uint8Array): Promise<string> {
  const file = await read(content);
  return 'faults' in file ? file.faults.map(({ da }) => da).join(' ') : '';
}
