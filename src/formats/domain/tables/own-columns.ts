import { readExactJson } from '../../../kernel/exact-json';
import { parseInstant } from '../../../kernel/instant';
import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_CELL_WORDS as CELL } from '../../../kernel/words/table-files';
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
  /** All of the event's data, where one cell holds the whole event. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Why a further column cannot be read. */
export interface OwnRefused {
  readonly refused: Bilingual;
  readonly column: OwnColumn;
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
): OwnSaid | OwnRefused {
  if (placed.size === 0) return NOTHING_SAID;
  const text = (column: OwnColumn): string => {
    const at = placed.get(column);
    return at === undefined ? '' : textOfCell(cells[at]);
  };
  const whole = text('event');
  if (whole !== '') return wholeEvent(whole);
  const wrong = (['time', 'receivedtime'] as const).find(
    (one) => text(one) !== '' && parseInstant(text(one)) === undefined,
  );
  if (wrong !== undefined) return { refused: CELL.instant, column: wrong };
  const version = text('version') === '' ? undefined : Number(text('version'));
  if (version !== undefined && !isVersion(version)) return { refused: CELL.version, column: 'version' };
  const written = text('status').toLowerCase();
  const status = written === '' ? 'active' : Object.hasOwn(statusValues, written) ? statusValues[written] : undefined;
  if (status === undefined) return { refused: CELL.status, column: 'status' };
  return {
    status,
    stated: present({
      ...{ id: text('id'), time: text('time'), version, receivedtime: text('receivedtime') },
      ...(text('id') !== '' && written === 'active' ? ACTIVE : undefined),
    }),
    ...present({ record: text('record'), source: text('source') }),
  };
}

const ACTIVE = { status: 'active' } as const;
const NOTHING_SAID: OwnSaid = { status: 'active', stated: {} };

/** A version counts from 1. */
export const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

/** An event that stands in one cell, as rehabspor wrote it there. */
function wholeEvent(text: string): OwnSaid | OwnRefused {
  const { id, source, time, receivedtime, data } = objectIn(text);
  if (data === null || typeof data !== 'object') return { refused: CELL.event, column: 'event' };
  const fields = data as Readonly<Record<string, unknown>>;
  const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
  const version = isVersion(fields['version']) ? fields['version'] : undefined;
  return {
    status: fields['status'] === 'retracted' ? 'retracted' : 'active',
    stated: present({
      ...{ id: textIn(id), time: textIn(time), version, receivedtime: textIn(receivedtime) },
      ...(fields['status'] === 'active' ? ACTIVE : undefined),
    }),
    ...present({ source: textIn(source) }),
    data: fields,
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const read = readExactJson(text);
    return read !== null && typeof read === 'object' ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** What is there and not blank. */
function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
