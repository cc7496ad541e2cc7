import type { PersonKey } from '../../kernel/clinical-event';

/** A pathway's record key, evenly spread over 32 bits: the same pathway has the same in every table. */
export type RecordKeyOf = (person: PersonKey, pathway: number) => number;

/** How many are counted in a cell, with the sum of their record keys. */
export interface KeyedCount {
  readonly count: number;
  /** From 0 to below 2^53; what the cell is known by is its remainder modulo 2^32. */
  readonly key: number;
}
