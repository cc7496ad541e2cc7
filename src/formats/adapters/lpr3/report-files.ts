import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { REPORT_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-reports';
import type { Unmapped } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';

/** A file of reports: where it lies, and what people know it by. */
export interface ReportFile {
  readonly path: string;
  readonly file: string;
}

const XML = /\.xml$/i;
/** What programs put beside data. */
const BESIDE = /^[._]/;

/** The reports at a path, a file or a folder, in the order of their names; throws `DeliveryFault` for none. */
export async function reportFiles(
  path: string,
): Promise<{ readonly files: readonly ReportFile[]; readonly others: readonly Unmapped[] }> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new DeliveryFault([FAULTS.noFiles]);
  if (!found.isDirectory()) return { files: [{ path, file: basename(path) }], others: [] };
  const files: ReportFile[] = [];
  const others: Unmapped[] = [];
  for (const name of (await readdir(path, { recursive: true, encoding: 'utf8' })).sort()) {
    const steps = name.split(sep);
    if (steps.some((step) => BESIDE.test(step)) || (await stat(join(path, name))).isDirectory()) continue;
    const file = steps.join('/');
    if (XML.test(name)) files.push({ path: join(path, name), file });
    else others.push({ is: 'unmapped', place: { file, row: 1 }, what: `file ${extname(name)}` });
  }
  if (files.length === 0) throw new DeliveryFault([FAULTS.noFiles]);
  return { files, others };
}
