import type { PersonKey } from '../kernel/clinical-event';
import type { PersonSetAside, SetAsideStage } from '../kernel/set-aside';

/**
 * Who is set aside, by one of the person's keys, one entry each.
 *
 * Promises: settling again changes nothing; an entry stands until its key is settled again.
 */
export abstract class SetAsidePersons {
  /** Of the keys that were tried, those that failed stand from now on as they failed, all others no longer. */
  abstract settle(tried: Iterable<PersonKey>, failed: readonly PersonSetAside[]): Promise<void>;

  /** Those of the given keys that are set aside. */
  abstract find(persons: Iterable<PersonKey>): Promise<readonly PersonSetAside[]>;

  /** In the order of their keys, those after a key, at most `limit`. */
  abstract list(after: PersonKey | undefined, limit: number): Promise<readonly PersonSetAside[]>;

  /** Of the persons this process decides, those set aside at one of the stages. */
  abstract toTry(stages: readonly SetAsideStage[]): Promise<readonly PersonKey[]>;

  abstract count(): Promise<number>;
}
