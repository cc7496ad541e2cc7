import { LRUCache } from 'lru-cache';
import type { PersonKey } from '../../kernel/clinical-event';

/** Persons someone is reading or writing; whoever changes meanwhile, or is forgotten, is no longer among them. */
export type Undisturbed = ReadonlySet<PersonKey>;

/** What a process holds in memory of persons only it writes; it may hold less than is there, never anything older. */
export class PersonCache<T extends NonNullable<unknown>> {
  private readonly held: LRUCache<PersonKey, T> | undefined;
  private readonly ongoing = new Set<Set<PersonKey>>();

  /** Holds values of up to this weight in total (none at 0), those used last; each weighs 1 unless `weightOf` says otherwise. */
  constructor(maxWeight: number, weightOf: (value: T) => number = () => 1) {
    if (maxWeight > 0) {
      this.held = new LRUCache({ maxSize: maxWeight, sizeCalculation: (value) => Math.max(weightOf(value), 1) });
    }
  }

  get(person: PersonKey): T | undefined {
    return this.held?.get(person);
  }

  /** Begins a reading or writing that `end` ends. */
  begin(persons: Iterable<PersonKey>): Undisturbed {
    const undisturbed = new Set(persons);
    this.ongoing.add(undisturbed);
    return undisturbed;
  }

  end(undisturbed: Undisturbed): void {
    this.ongoing.delete(undisturbed as Set<PersonKey>);
  }

  /** Takes in what was read, as far as it cannot have changed since. */
  hold(undisturbed: Undisturbed, person: PersonKey, value: T): void {
    if (undisturbed.has(person)) this.held?.set(person, value);
  }

  /** Notes that a person was written; without a value nobody knows what is there now. */
  changed(undisturbed: Undisturbed, person: PersonKey, value?: T): void {
    const isKnown = value !== undefined && undisturbed.has(person);
    for (const one of this.ongoing) if (one !== undisturbed) one.delete(person);
    if (isKnown) this.held?.set(person, value);
    else this.held?.delete(person);
  }

  /** Forgets everyone: others may write them from now on. */
  forget(): void {
    this.held?.clear();
    for (const one of this.ongoing) one.clear();
  }
}
