import type { Day } from './day';
import type { Bilingual } from './language';

/** What a cell of somebody's file holds; undefined where it is blank. */
export type FileCell = string | number | boolean | { readonly day: Day } | undefined;

/** A row of a file, by the number people see beside it. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly FileCell[];
}

/** The rows of a file that are not blank; or why it is no table, with what to do. */
export type TableRead = { readonly rows: readonly ReadRow[] } | { readonly faults: readonly Bilingual[] };

/** More than a month of the largest municipality has. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 200;
