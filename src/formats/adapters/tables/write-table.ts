import { createWriteStream, renameSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeJson } from '../../../kernel/write-json';
import { FileError } from '../../../platform/file-error';
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
    const part = `${file}.part`;
    const output = new TextOutput(createWriteStream(part, { mode: PRIVATE_FILE_MODE }), file);
    const notWritten = new Map<string, number>();
    output.write(CSV_MARK + csvLine(headings));
    for await (const batch of events) {
      for (const event of batch) {
        const written = row(event);
        if ('cells' in written) output.write(csvLine(written.cells.map(csvCell)));
        else notWritten.set(written.notWritten, (notWritten.get(written.notWritten) ?? 0) + 1);
      }
      await output.flushed();
    }
    await output.end();
    inPlace(part, file);
    return [...notWritten].map(([what, count]) => ({ what, count }));
  };
}

function inPlace(part: string, file: string): void {
  try {
    renameSync(part, file);
  } catch (error) {
    throw FileError.writing(file, error);
  }
}
