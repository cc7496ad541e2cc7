import type { PersonKey } from '../kernel/clinical-event';
import type { FindingCode, PersonFinding } from '../kernel/finding';
import type { PersonPathways } from '../kernel/pathway';
import type { PersonColumns } from '../kernel/person-columns';

/** A folded person and how many events went into it; of two foldings the one of more events is newer. */
export interface PathwayState {
  readonly folded: PersonPathways;
  /** Events of all keys that were looked at together. */
  readonly eventCount: number;
}

/** What decisions are made of, of a folded person, in columns. */
export interface ColumnState {
  readonly eventCount: number;
  readonly columns: PersonColumns;
  /** The numbers of the decisions that stand on the person, where they were made of these columns. */
  readonly decided?: Uint8Array;
}

/** Persons in columns. */
export interface ColumnStates {
  readonly kept: ReadonlyMap<PersonKey, ColumnState>;
  /** Whose columns are kept and cannot be read; the state tells all that they told. */
  readonly unreadable: readonly PersonKey[];
}

/** A person as everyone is gone through: in columns where they are kept, else as folded. */
export type ScannedPerson =
  | { readonly person: PersonKey; readonly columns: PersonColumns }
  | {
      readonly person: PersonKey;
      readonly columns?: undefined;
      readonly folded: PersonPathways;
      /** There are columns, but they cannot be read. */
      readonly isUnreadable: boolean;
    };

/** A key that is no person of its own any more, as of a folding of so many events. */
export interface GonePerson {
  readonly person: PersonKey;
  readonly eventCount: number;
}

/** A page of something that is read to its end. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string;
}

/**
 * What evaluation needs to know of each person, by the key of the newest number.
 *
 * Promises: a state folded from fewer events never replaces one of more; a person that was replaced is gone from
 * states and findings together, and does not come back by a folding of fewer events.
 */
export abstract class PathwayStateStore {
  /** Puts states and removes those of keys that are no person of their own any more. */
  abstract replace(states: readonly PathwayState[], gone: readonly GonePerson[]): Promise<void>;

  abstract load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PathwayState>>;

  /** Persons in columns, as far as the store keeps them so; of whom it does not, the whole state has to be loaded. */
  columns(_persons: Iterable<PersonKey>): Promise<ColumnStates> {
    return Promise.resolve({ kept: new Map(), unreadable: [] });
  }

  /** All persons with a pathway, each once, about so many at a time. */
  abstract scan(atATime: number): AsyncIterable<readonly PersonPathways[]>;

  /** All persons with a pathway, as `scan`, in columns as far as the store keeps them so. */
  async *scanInColumns(atATime: number): AsyncIterable<readonly ScannedPerson[]> {
    for await (const page of this.scan(atATime)) {
      yield page.map((folded) => ({ person: folded.person, folded, isUnreadable: false }));
    }
  }

  /** Fingerprint of the population definition and the fold the states were made under; undefined before the first. */
  abstract foldedUnder(): Promise<string | undefined>;

  abstract noteFoldedUnder(population: string): Promise<void>;

  /** Those of the given whom lists hold otherwise than their state says: those with a pathway, those with findings, columns. */
  abstract misfiled(persons: Iterable<PersonKey>): Promise<readonly PersonKey[]>;

  /** How many persons there are, with a pathway or without. */
  abstract count(): Promise<number>;

  /** What is held back or does not count, page by page from the beginning or a page's `next` on. */
  abstract findings(from: string | undefined, limit: number, code?: FindingCode): Promise<Page<PersonFinding>>;
}
