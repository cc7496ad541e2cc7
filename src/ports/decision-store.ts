import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { IndicatorDecision } from '../kernel/decision';
import type { Page } from './pathway-state-store';

/** All decisions on one person, good from the day they were made until the day before the deadline. */
export interface PersonDecisions {
  readonly person: PersonKey;
  /** Fingerprint of the definitions and policy they were made under. */
  readonly ruling: string;
  readonly decidedOn: Day;
  /** The first later day on which time alone may change one of them. */
  readonly deadline?: Day;
  readonly decisions: readonly IndicatorDecision[];
}

/**
 * The current decisions on every person with a pathway.
 *
 * Promises: a person's decisions are replaced as a whole; what stood before is told.
 */
export abstract class DecisionStore {
  /** Replaces the persons' decisions and tells which of each person's decisions differ from those before. */
  abstract put(decided: readonly PersonDecisions[]): Promise<readonly DecisionChange[]>;

  /** Takes persons out; tells what was taken. */
  abstract remove(persons: readonly PersonKey[]): Promise<readonly DecisionChange[]>;

  abstract load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonDecisions>>;

  /** Persons whose deadline is the day or before, at most `limit`. */
  abstract due(day: Day, limit: number): Promise<readonly PersonKey[]>;

  /** Makes everyone due at once. */
  abstract makeAllDue(): Promise<void>;

  /** Persons decided under another ruling, at most `limit`. */
  abstract outdated(ruling: string, limit: number): Promise<readonly PersonKey[]>;

  /** Everyone, page by page in a fixed order. */
  abstract scan(from: number, limit: number): Promise<Page<PersonDecisions>>;
}

/** The difference a person's new decisions make: those that are new or other than before, and those no longer there. */
export interface DecisionChange {
  readonly person: PersonKey;
  readonly changed: readonly IndicatorDecision[];
  readonly withdrawn: readonly { readonly pathway: number; readonly indicator: string }[];
}
