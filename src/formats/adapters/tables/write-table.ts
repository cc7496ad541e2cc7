import { randomUUID } from 'node:crypto';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeJson } from '../../../kernel/write-json';
import { TextOutput } from '../../../platform/ndjson/text-output';
import { makePrivateFolder, PRIVATE_FILE_MODE } from '../../../platform/private-files';
import { csvCell, csvCellAgain, csvLine, CSV_MARK } from '../../../platform/tables/csv-line';
import type { OwnColumns } from '../../domain/tables/table-description';
import type { TableForm } from '../../domain/tables/table-form';
import { rowWriter } from '../../domain/tables/written-row';
import type { WriteDelivery } from '../../domain/written-event';

const BEYOND_ASCII = /[^\x20-\x7e]/g;

/** JSON of letters that stand in any text file. */
const jsonOf = (value: unknown): string =>
  writeJson(value).replace(BEYOND_ASCII, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Writes events as one CSV file of a form, open to its owner alone: at the path where its name ends with `.csv`, else in a
 * folder of that name. It has its name only once it is whole.
 */
export function tableWriter(formOf: () => TableForm, own: () => OwnColumns): WriteDelivery {
  return async (events, path) => {
    const form = formOf();
    const { headings, row } = rowWriter(form, own(), (cell) => csvCellAgain(csvCell(cell)), jsonOf);
    const isFile = extname(path).toLowerCase() === '.csv';
    if (!isFile) makePrivateFolder(path);
    const file = isFile ? path : join(path, `${form.format}.csv`);
    const notWritten = new Map<string, number>();
    await writeInPlace(file, async (output) => {
      output.write(CSV_MARK + csvLine(headings));
      for await (const batch of events) {
        for (const event of batch) {
          const written = row(event);
          if ('cells' in written) output.write(csvLine(written.cells.map(csvCell)));
          else notWritten.set(written.notWritten, (notWritten.get(written.notWritten) ?? 0) + 1);
        }
        await output.flushed();
      }
    });
    return [...notWritten].map(([what, count]) => ({ what, count }));
  };
}

/** Writes a file beside its place and moves it there once it is whole; of one that is not, nothing stays. */
async function writeInPlace(file: string, write: (output: TextOutput) => Promise<void>): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  const output = new TextOutput(createWriteStream(part, { mode: PRIVATE_FILE_MODE }), file);
  try {
    await write(output);
    await output.end();
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
