import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { PersonKey, Relation } from '../../kernel/clinical-event';
import type { RelatedKey } from './schemas';
import { groupsBy } from '../groups-by';
import { insertNew } from './write-many';

const KEYS_A_LIST = 2_000;

/** Keys by the keys they are related to, ordered. */
export type RelatedKeys = ReadonlyMap<PersonKey, readonly PersonKey[]>;

/** Which keys number changes lead between: a document for each direction, inserted once. */
export class MongoRelations {
  constructor(private readonly relations: mongo.Collection<RelatedKey>) {}

  async add(relations: readonly Relation[]): Promise<void> {
    const directions = relations.flatMap(({ person, other }) => [
      { _id: `${person} ${other}`, person, other },
      { _id: `${other} ${person}`, person: other, other: person },
    ]);
    await insertNew(this.relations, directions);
  }

  /** The keys these are directly related to. */
  async of(persons: readonly PersonKey[]): Promise<RelatedKeys> {
    const found: RelatedKey[] = [];
    for (let at = 0; at < persons.length; at += KEYS_A_LIST) {
      const filter = { person: { $in: persons.slice(at, at + KEYS_A_LIST) } };
      found.push(...(await this.relations.find(filter, { batchSize: KEYS_A_LIST }).toArray()));
    }
    return byPerson(found);
  }

  async all(): Promise<RelatedKeys> {
    return byPerson(await this.relations.find({}, { batchSize: KEYS_A_LIST }).toArray());
  }
}

/** The groups of keys that lead to one another, step by step; a key that leads nowhere is alone. */
export async function groupsReached(
  persons: Iterable<PersonKey>,
  lookUp: (keys: readonly PersonKey[]) => Promise<Iterable<readonly [PersonKey, readonly PersonKey[]]>>,
): Promise<PersonKey[][]> {
  const wanted = [...new Set(persons)];
  const related = new Map<PersonKey, PersonKey[]>();
  const asked = new Set<PersonKey>();
  for (let next = wanted; next.length > 0;) {
    for (const key of next) asked.add(key);
    const found = new Set<PersonKey>();
    for (const [key, others] of await lookUp(next)) {
      for (const other of others) {
        addUnder(related, key, other);
        addUnder(related, other, key);
        if (!asked.has(other)) found.add(other);
      }
    }
    next = [...found];
  }
  return groupsIn(wanted, related);
}

function byPerson(relations: readonly RelatedKey[]): RelatedKeys {
  const related = new Map<PersonKey, PersonKey[]>();
  for (const { person, other } of relations) addUnder(related, person, other);
  for (const others of related.values()) others.sort();
  return related;
}

/** The groups of the given keys. */
export const groupsIn = (persons: Iterable<PersonKey>, related: RelatedKeys): PersonKey[][] =>
  groupsBy(persons, (key) => related.get(key) ?? []);
