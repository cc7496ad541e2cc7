import type { PersonKey, Relation } from '../../kernel/clinical-event';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { TellDifference } from './differences';

/** Whom number changes of the log relate is related in the store, in both directions, and nobody else. */
export async function verifyRelations(
  logged: readonly Relation[],
  events: Pick<PersonEventStore, 'relations'>,
  tell: TellDifference,
): Promise<void> {
  const expected = new Map<PersonKey, Set<PersonKey>>();
  const add = (person: PersonKey, other: PersonKey): void => {
    const others = expected.get(person);
    if (others === undefined) expected.set(person, new Set([other]));
    else others.add(other);
  };
  for (const { person, other, record } of logged) {
    if (record !== undefined) continue;
    add(person, other);
    add(other, person);
  }
  const kept = await events.relations();
  for (const person of new Set([...expected.keys(), ...kept.keys()])) {
    if (named(expected.get(person)) !== named(kept.get(person)))
      tell(`${person} is related to others than the log says`, 'rebuild');
  }
}

const named = (others: Iterable<PersonKey> = []): string => [...others].sort().join(' ');
