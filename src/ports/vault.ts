import type { PersonKey } from '../kernel/clinical-event';
import type { Resealed } from './sealing';

/** A CPR number and the key it is known by everywhere else. */
export interface NumberedPerson {
  readonly person: PersonKey;
  readonly digits: string;
}

/**
 * The only place that knows which CPR number a person key stands for.
 *
 * Promises: numbers rest encrypted; what was put is found again; putting again changes nothing.
 */
export abstract class Vault {
  abstract put(numbers: readonly NumberedPerson[]): Promise<void>;

  /** The ten digits behind each key; keys it does not know are left out. */
  abstract numbersOf(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, string>>;

  /** Throws away what the person's number and refused events rest under: nothing opens them again. False when it was before. */
  abstract erase(person: PersonKey): Promise<boolean>;

  /** Who of these is erased; putting their numbers again keeps none. */
  abstract erasedAmong(persons: readonly PersonKey[]): Promise<ReadonlySet<PersonKey>>;

  /** Every key it knows a number of, each once, about so many at a time. */
  abstract scan(atATime: number): AsyncIterable<readonly PersonKey[]>;

  /** Seals what a page of persons' things rest under, the next after one, under the key in use where it is under another. */
  abstract reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>>;
}
