import type { PersonKey } from '../../kernel/clinical-event';

/** Whose each slot of the columns is; slots that became free are taken again first. */
export class Slots {
  /** By slot; null where it is free. */
  readonly persons: (PersonKey | null)[];
  private readonly slotsOf = new Map<PersonKey, number | number[]>();
  private readonly free: number[] = [];

  constructor(persons: readonly (PersonKey | null)[] = []) {
    this.persons = [...persons];
    this.persons.forEach((person, slot) => {
      if (person === null) this.free.push(slot);
      else this.note(person, slot);
    });
  }

  /** A person's slots as they are now. */
  of(person: PersonKey): readonly number[] {
    const slots = this.slotsOf.get(person);
    return slots === undefined ? [] : typeof slots === 'number' ? [slots] : [...slots];
  }

  /** Gives a person one slot more. */
  take(person: PersonKey): number {
    const slot = this.free.pop() ?? this.persons.length;
    this.persons[slot] = person;
    this.note(person, slot);
    return slot;
  }

  /** Takes a slot from a person. */
  release(person: PersonKey, slot: number): void {
    const left = this.of(person).filter((other) => other !== slot);
    if (left.length === 0) this.slotsOf.delete(person);
    else this.slotsOf.set(person, [...left]);
    this.persons[slot] = null;
    this.free.push(slot);
  }

  private note(person: PersonKey, slot: number): void {
    const slots = this.slotsOf.get(person);
    if (slots === undefined) this.slotsOf.set(person, slot);
    else if (typeof slots === 'number') this.slotsOf.set(person, [slots, slot]);
    else slots.push(slot);
  }
}
