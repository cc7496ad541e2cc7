import type { PersonKey } from '../../kernel/clinical-event';
import { BoundedCache } from './bounded-cache';

/** Persons someone is reading or writing; whoever changes meanwhile, or is forgotten, is no longer among them. */
export type Undisturbed = ReadonlySet<PersonKey>;

/** What a process holds in memory of persons only it writes; it may hold less than is there, never anything older. */
export class PersonCache<T> {
  private readonly held: BoundedCache<T>;
  private readonly ongoing = new Set<Set<PersonKey>>();

  constructor(maxWeight: number, weightOf?: (value: T) => number) {
    this.held = new BoundedCache(maxWeight, weightOf);
  }

  get(person: PersonKey): T | undefined {
    return this.held.get(person);
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
    if (undisturbed.has(person)) this.held.set(person, value);
  }

  /** Notes that a person was written; without a value nobody knows what is there now. */
  changed(undisturbed: Undisturbed, person: PersonKey, value?: T): void {
    const isKnown = value !== undefined && undisturbed.has(person);
    for (const one of this.ongoing) if (one !== undisturbed) one.delete(person);
    if (isKnown) this.held.set(person, value);
    else this.held.delete(person);
  }

  /** Forgets everyone: others may write them from now on. */
  forget(): void {
    this.held.clear();
    for (const one of this.ongoing) one.clear();
  }
}
