import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import { registrationOf } from '../../kernel/registration';
import type { PersonEvents } from './fold';
import { eventsInForce, greatestOf, type GreatestElsewhere } from './registrations';

/** The relations an event brings, whether or not it is or stays in force. */
export function relationsOf(event: ClinicalEvent): Relation[] {
  const relations: Relation[] = [];
  const { person, sharedWith } = event;
  if (event.kind === 'person.status' && event.data.replaces !== undefined && event.data.replaces !== person) {
    relations.push({ person, other: event.data.replaces });
  }
  if (sharedWith !== undefined && sharedWith !== person) {
    relations.push({ person, other: sharedWith, record: registrationOf(event) });
  }
  return relations;
}

/** Sets of keys that can be merged and asked for the set they are in. */
class KeyGroups {
  private readonly parents = new Map<PersonKey, PersonKey>();

  rootOf(key: PersonKey): PersonKey {
    let root = key;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) {
      const above = this.parents.get(parent);
      if (above !== undefined) this.parents.set(root, above); // Halves the way for the next who asks.
      root = parent;
    }
    return root;
  }

  join(a: PersonKey, b: PersonKey): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)];
    if (rootA !== rootB) this.parents.set(rootA, rootB);
  }
}

function gather(keys: Iterable<PersonKey>, groups: KeyGroups): Map<PersonKey, PersonKey[]> {
  const gathered = new Map<PersonKey, PersonKey[]>();
  for (const key of keys) {
    const root = groups.rootOf(key);
    addUnder(gathered, root, key);
  }
  return gathered;
}

/** The keys that have to be looked at together, by the relations among them. */
export function relatedGroups(keys: Iterable<PersonKey>, relations: Iterable<Relation>): PersonKey[][] {
  const groups = new KeyGroups();
  const all = new Set(keys);
  for (const { person, other } of relations) {
    all.add(person).add(other);
    groups.join(person, other);
  }
  return [...gather(all, groups).values()];
}

/**
 * Parts the keys of one related group into persons: keys joined by a number change that is in force are one person
 * (interface.md §2), all others stand alone. The greatest event of each registration in the group goes along, so that
 * a registration that moved to another person is lost to the first; `elsewhere` has those of whoever shares
 * registrations with the group and is not in it.
 */
export function personsOf(
  keys: readonly PersonKey[],
  eventsOf: (key: PersonKey) => readonly ClinicalEvent[],
  elsewhere?: GreatestElsewhere,
): PersonEvents[] {
  const others = elsewhere === undefined ? undefined : { elsewhere };
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return [{ numbers: keys, events: eventsOf(only), ...others }];
  const changes = keys.flatMap((key) => eventsOf(key).filter(({ kind }) => kind === 'person.status'));
  const groups = new KeyGroups();
  for (const event of eventsInForce(changes, elsewhere)) {
    if (event.kind === 'person.status' && event.data.replaces !== undefined)
      groups.join(event.person, event.data.replaces);
  }
  const persons = [...gather(keys, groups).values()];
  const events = keys.flatMap(eventsOf);
  if (persons.length === 1) return [{ numbers: keys, events, ...others }];
  const greatest = greatestOf(elsewhere === undefined ? events : [...events, ...elsewhere.values()]);
  return persons.map((numbers) => ({ numbers, events: numbers.flatMap(eventsOf), elsewhere: greatest }));
}
