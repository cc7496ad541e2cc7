import type { PersonKey } from '../kernel/clinical-event';
import type { FindingCode, PersonFinding } from '../kernel/finding';
import type { PersonPathways } from '../kernel/pathway';

/** A folded person and how many events went into it; of two foldings the one of more events is newer. */
export interface PathwayState {
  readonly folded: PersonPathways;
  readonly eventCount: number;
}

/** A page of something that is read to its end. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: number;
}

/**
 * What evaluation needs to know of each person, by the key of the newest number.
 *
 * Promises: a state folded from fewer events never replaces one of more; a person that was replaced is gone from
 * states and findings together.
 */
export abstract class PathwayStateStore {
  /** Puts states and removes those of keys that are no person of their own any more. */
  abstract replace(states: readonly PathwayState[], gone: readonly PersonKey[]): Promise<void>;

  abstract load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonPathways>>;

  /** All persons with a pathway, page by page in a fixed order. */
  abstract scan(from: number, limit: number): Promise<Page<PersonPathways>>;

  /** Fingerprint of the population definition the states were folded under; undefined before the first. */
  abstract foldedUnder(): Promise<string | undefined>;

  abstract noteFoldedUnder(population: string): Promise<void>;

  /** How many persons there are, with a pathway or without. */
  abstract count(): Promise<number>;

  /** What is held back or does not count, page by page. */
  abstract findings(from: number, limit: number, code?: FindingCode): Promise<Page<PersonFinding>>;
}
