import { readdir, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { TABLE_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-f';
import { DeliveryFault } from '../../domain/delivery-fault';

/** A file of a delivery: where it lies in the folder, and what it would be called if it lay there by itself. */
export interface FileOfDelivery {
  readonly file: string;
  readonly name: string;
}

/** What programs put beside data. */
const BESIDE = /^[._]/;
const TABLE_FOLDER = /\.(csv|txt|parquet)$/i;

/**
 * The files of a folder in the order of their names. Those in a folder within are called as it is: programs write one
 * table as a folder of parts. Throws `DeliveryFault` where there is no such folder.
 */
export async function filesOfDelivery(folder: string): Promise<readonly FileOfDelivery[]> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new DeliveryFault([FAULTS.noFolder]);
  const paths = await readdir(folder, { recursive: true, encoding: 'utf8' });
  const files: FileOfDelivery[] = [];
  for (const path of paths.sort()) {
    const steps = path.split(sep);
    if (steps.some((step) => BESIDE.test(step))) continue;
    if ((await stat(join(folder, path))).isDirectory()) continue;
    const [first = ''] = steps;
    const name = steps.length === 1 ? path : first.replace(TABLE_FOLDER, '') + extname(path);
    files.push({ file: steps.join('/'), name });
  }
  return files;
}
