import { LRUCache } from 'lru-cache';
import type { PersonKey } from '../../kernel/clinical-event';
import type { SqliteDatabase } from './sqlite-database';

export interface Holding<T> {
  /** How much there is of a person. */
  readonly weightOf: (value: T) => number;
  /** Whoever weighs less is as quickly read. */
  readonly from: number;
  /** All that is held together. */
  readonly upTo: number;
}

/**
 * What was written last of persons of whom there is much, so that with each batch only what is new has to be read and
 * decoded. It may be older than the store, where rows are taken away otherwise: whoever asks compares it with what the
 * row says of itself.
 */
export class HeldPersons<T extends NonNullable<unknown>> {
  private readonly held: LRUCache<PersonKey, T>;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly holding: Holding<T>,
  ) {
    this.held = new LRUCache({ maxSize: holding.upTo, sizeCalculation: holding.weightOf });
  }

  get(person: PersonKey): T | undefined {
    return this.held.size === 0 ? undefined : this.held.get(person);
  }

  /** Holds what the unit that runs now writes, or has read, of a person; when it does not land, nothing is held. */
  hold(person: PersonKey, value: T): void {
    if (this.holding.weightOf(value) < this.holding.from) this.forget(person);
    else {
      this.held.set(person, value);
      this.database.whenRolledBack(() => this.forget(person));
    }
  }

  forget(person: PersonKey): void {
    if (this.held.size > 0) this.held.delete(person);
  }
}
