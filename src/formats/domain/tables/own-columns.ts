import { readExactJson } from '../../../kernel/exact-json';
import { parseInstant } from '../../../kernel/instant';
import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS } from '../../../kernel/words/table-files';
import { textOfCell } from '../rows/cell-values';
import type { Statement } from '../delivered';
import { placeOf, plainHeading, type OwnColumn, type OwnColumns } from './table-description';

/** Where a table's further columns stand; none of them is one that the table itself reads. */
export type PlacedOwn = ReadonlyMap<OwnColumn, number>;

/** What a row says of its event beside what the table itself holds. */
export interface OwnSaid {
  readonly status: 'active' | 'retracted';
  readonly stated: NonNullable<Statement['stated']>;
  readonly record?: string;
  readonly source?: string;
  /** All of the event's data, where the row has it. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Finds the further columns of a table in its header. */
export function placeOwn({ columns }: OwnColumns, header: readonly string[], claimed: ReadonlySet<number>): PlacedOwn {
  const plain = header.map((heading, at) => (claimed.has(at) ? '' : plainHeading(heading)));
  return new Map(
    columns.flatMap(({ is, names }): [OwnColumn, number][] => {
      const at = placeOf(names, plain);
      return at < 0 ? [] : [[is, at]];
    }),
  );
}

/** Reads a row's further columns; or why one of them cannot be read. */
export function readOwn(
  { statusValues }: OwnColumns,
  placed: PlacedOwn,
  cells: readonly FileCell[],
): OwnSaid | { readonly refused: Bilingual; readonly column: OwnColumn } {
  if (placed.size === 0) return { status: 'active', stated: {} };
  const text = (column: OwnColumn): string => {
    const at = placed.get(column);
    return at === undefined ? '' : textOfCell(cells[at]);
  };
  const [id, time, receivedtime, version, record, source] = [
    text('id'),
    text('time'),
    text('receivedtime'),
    text('version'),
    text('record'),
    text('source'),
  ];
  for (const column of ['time', 'receivedtime'] as const) {
    if (text(column) !== '' && parseInstant(text(column)) === undefined)
      return { refused: FAULTS.cell.instant, column };
  }
  const number = Number(version);
  if (version !== '' && !(Number.isSafeInteger(number) && number >= 1))
    return { refused: FAULTS.cell.version, column: 'version' };
  const written = text('status').toLowerCase();
  const status = written === '' ? 'active' : Object.hasOwn(statusValues, written) ? statusValues[written] : undefined;
  if (status === undefined) return { refused: FAULTS.cell.status, column: 'status' };
  const data = text('data') === '' ? undefined : dataIn(text('data'));
  if (data === 'none') return { refused: FAULTS.cell.data, column: 'data' };
  return {
    status,
    stated: {
      ...(id === '' ? undefined : { id }),
      ...(time === '' ? undefined : { time }),
      ...(version === '' ? undefined : { version: number }),
      ...(receivedtime === '' ? undefined : { receivedtime }),
    },
    ...(record === '' ? undefined : { record }),
    ...(source === '' ? undefined : { source }),
    ...(data === undefined ? undefined : { data }),
  };
}

function dataIn(text: string): Readonly<Record<string, unknown>> | 'none' {
  try {
    const data = readExactJson(text);
    const isObject = data !== null && typeof data === 'object' && !Array.isArray(data);
    return isObject ? (data as Readonly<Record<string, unknown>>) : 'none';
  } catch {
    return 'none';
  }
}
