import type { Delivered, Place } from '../../domain/delivered';
import { RowFault, RowUnmapped } from '../../domain/register-tables/row-fault';
import type { Cells, TablesDescription } from '../../domain/register-tables/table-description';
import type { TableFile } from './open-delivery';
import { readRows } from './read-rows';

/** What a row says; undefined where it says nothing by itself. Throws `RowFault` and `RowUnmapped`. */
export type ReadRow = (cells: Cells, place: Place) => Delivered | undefined;

/** What the rows of files say, row by row: one that cannot be read stops no other. */
export async function* readDelivered(
  files: readonly TableFile[],
  description: TablesDescription,
  read: ReadRow,
): AsyncIterable<readonly Delivered[]> {
  for (const from of files) {
    const writtenAs = new Map(from.columns.map(({ name, written }) => [name, written]));
    const placeIn = (row: number, name = ''): Place => {
      const column = writtenAs.get(name);
      return { file: from.file, row, ...(column === undefined ? undefined : { column }) };
    };
    for await (const rows of readRows(from, description)) {
      const delivered: Delivered[] = [];
      for (const one of rows) {
        if ('is' in one) {
          delivered.push(one);
          continue;
        }
        const said = attempt(one.cells, placeIn(one.row), read, (column) => placeIn(one.row, column));
        if (said !== undefined) delivered.push(said);
      }
      if (delivered.length > 0) yield delivered;
    }
  }
}

function attempt(
  cells: Cells,
  place: Place,
  read: ReadRow,
  placeOf: (column?: string) => Place,
): Delivered | undefined {
  try {
    return read(cells, place);
  } catch (error) {
    if (error instanceof RowFault) return { is: 'refused', place: placeOf(error.column), reason: error.reason };
    if (error instanceof RowUnmapped) return { is: 'unmapped', place: placeOf(error.column), what: error.what };
    throw error;
  }
}
