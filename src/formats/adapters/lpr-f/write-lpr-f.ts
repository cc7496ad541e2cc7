import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLE_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-f';
import { CsvFile } from '../../../platform/extracts/csv-file';
import { makePrivateFolder } from '../../../platform/private-files';
import { DeliveryFault } from '../../domain/delivery-fault';
import { fieldColumnsOf, KIND_OF_TABLE } from '../../domain/lpr-f/kind-columns';
import { rowsOfEvent, type WritingTerms } from '../../domain/lpr-f/row-of-event';
import type { Cells } from '../../domain/register-tables/table-description';
import type { NotWritten, WriteDelivery, WrittenEvent } from '../../domain/written-event';
import { loadLprF } from './lpr-f-contracts';

/**
 * Writes hospitals' events as an LPR_F extract: a folder with a CSV file for each table, every event a row of its own, so
 * that a registration has as many rows as versions. What LPR_F has no column for stands in columns that begin with
 * `rehabspor_`; read back, the events are the same. Throws `DeliveryFault` where the folder holds anything already.
 */
export const writeLprF: WriteDelivery = async (events, path) => {
  const terms = loadLprF();
  const writing = { terms, fields: fieldColumnsOf(terms.codes) };
  const files = await beginFiles(path, writing);
  const without = new Map<string, number>();
  try {
    for await (const batch of events) await writeBatch(batch, writing, files, without);
    for (const file of files.values()) await file.end();
  } catch (error) {
    for (const file of files.values()) await file.abandon();
    throw error;
  }
  return [...without].sort().map(([kind, count]): NotWritten => ({ what: `${kind} is not of LPR_F`, count }));
};

async function beginFiles(path: string, { terms }: WritingTerms): Promise<ReadonlyMap<string, CsvFile>> {
  makePrivateFolder(path);
  if ((await readdir(path)).length > 0) throw new DeliveryFault([FAULTS.folderInUse]);
  const files = new Map<string, CsvFile>();
  for (const { name, columns = [] } of terms.tables.tables) {
    if (KIND_OF_TABLE[name] === undefined) continue;
    const names = columns.map((column) => column.name);
    files.set(name, await CsvFile.begin(join(path, `${name}.csv`), names));
  }
  return files;
}

async function writeBatch(
  batch: readonly WrittenEvent[],
  writing: WritingTerms,
  files: ReadonlyMap<string, CsvFile>,
  without: Map<string, number>,
): Promise<void> {
  const rows = new Map<string, Cells[]>();
  for (const event of batch) {
    const ofEvent = rowsOfEvent(event, writing);
    if (ofEvent.length === 0) without.set(event.kind, (without.get(event.kind) ?? 0) + 1);
    for (const { table, cells } of ofEvent) {
      const ofTable = rows.get(table) ?? [];
      ofTable.push(cells);
      rows.set(table, ofTable);
    }
  }
  for (const [table, ofTable] of rows) await files.get(table)?.write(ofTable);
}
