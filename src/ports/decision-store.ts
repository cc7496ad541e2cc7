import type { PersonKey } from '../kernel/clinical-event';
import type { Day } from '../kernel/day';
import type { IndicatorDecision } from '../kernel/decision';
import type { NumberedDecisions } from '../kernel/numbered-decisions';
import type { GonePerson } from './pathway-state-store';

/**
 * All decisions on one person, good from the day they were made until the day before the deadline. They may be made only
 * when they are asked for: a store that asks does so while it compares them, where it does compare them.
 */
export interface PersonDecisions {
  readonly person: PersonKey;
  /** How many events the pathways were folded from that they stand on. */
  readonly eventCount: number;
  /** Fingerprint of what they were made under: definitions, policy, feed statuses. */
  readonly basisDigest: string;
  readonly decidedOn: Day;
  /** The first later day on which time alone may change one of them. */
  readonly deadline?: Day;
  readonly decisions: readonly IndicatorDecision[];
  /** The same as numbers, where they were made in columns; what is loaded has none. */
  readonly numbered?: NumberedDecisions | undefined;
}

/** What decisions on a person stand under that stayed as they were. */
export type RenewedDecisions = Pick<PersonDecisions, 'person' | 'basisDigest' | 'decidedOn' | 'deadline'>;

/**
 * The current decisions on every person with a pathway.
 *
 * Promises: a person's decisions are replaced as a whole; decisions that stand on fewer events never replace those
 * that stand on more.
 */
export abstract class DecisionStore {
  /** Which decisions differ from those that stand: of the persons decided anew and of those that are gone. */
  abstract compare(decided: readonly PersonDecisions[], gone: readonly PersonKey[]): Promise<readonly DecisionChange[]>;

  /** Replaces the persons' decisions. */
  abstract put(decided: readonly PersonDecisions[]): Promise<void>;

  /**
   * Notes under what the decisions stand now of persons on whom they stayed as they were; gives those of whom it did. Of
   * the others the decisions have to be put.
   */
  renew(_renewed: readonly RenewedDecisions[]): Promise<ReadonlySet<PersonKey>> {
    return Promise.resolve(new Set());
  }

  /** Takes persons out. */
  abstract remove(persons: readonly GonePerson[]): Promise<void>;

  abstract load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonDecisions>>;

  /** Of the persons this process decides, those whose deadline is the day or before, at most `limit`. */
  abstract due(day: Day, limit: number): Promise<readonly PersonKey[]>;

  /** Of the persons this process decides, those decided under another basisDigest, at most `limit`. */
  abstract outdated(basisDigest: string, limit: number): Promise<readonly PersonKey[]>;

  /** How many persons have decisions. */
  abstract count(): Promise<number>;

  /** Everyone, each once, about so many at a time. */
  abstract scan(atATime: number): AsyncIterable<readonly PersonDecisions[]>;
}

/** The difference a person's new decisions make: those that are new or other than before, and those no longer there. */
export interface DecisionChange {
  readonly person: PersonKey;
  readonly changed: readonly IndicatorDecision[];
  readonly withdrawn: readonly { readonly pathway: number; readonly indicator: string }[];
}
