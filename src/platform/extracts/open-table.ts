import { openCsv } from './open-csv';
import { isParquet, openParquet } from './open-parquet';
import type { NoTable, OpenedTable } from './opened-table';

/** Opens a table that is a Parquet or a CSV file, told apart by what it holds. */
export async function openTable(path: string): Promise<OpenedTable | NoTable> {
  return (await isParquet(path)) ? openParquet(path) : openCsv(path);
}
