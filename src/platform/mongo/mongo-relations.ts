import type { mongo } from 'mongoose';
import type { PersonKey, Relation } from '../../kernel/clinical-event';
import type { RelatedKey } from './schemas';
import { insertNew } from './write-many';

const KEYS_A_LIST = 2_000;

/** Keys by the keys they are related to, ordered. */
export type RelatedKeys = ReadonlyMap<PersonKey, readonly PersonKey[]>;

/** Which keys have to be looked at together: a document for each direction, inserted once. */
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

  /** The groups the keys are in, a key without relations alone. */
  async groupsOf(persons: Iterable<PersonKey>): Promise<PersonKey[][]> {
    const wanted = [...new Set(persons)];
    const related = new Map(await this.of(wanted));
    for (let asked = new Set(wanted); ;) {
      const next = [...new Set([...related.values()].flat())].filter((key) => !asked.has(key));
      if (next.length === 0) return groupsIn(wanted, related);
      for (const [key, others] of await this.of(next)) related.set(key, others);
      asked = new Set([...asked, ...next]);
    }
  }
}

function byPerson(relations: readonly RelatedKey[]): RelatedKeys {
  const related = new Map<PersonKey, PersonKey[]>();
  for (const { person, other } of relations) {
    const others = related.get(person);
    if (others === undefined) related.set(person, [other]);
    else others.push(other);
  }
  for (const others of related.values()) others.sort();
  return related;
}

/** The groups of the given keys, each with all keys that can be reached. */
export function groupsIn(persons: Iterable<PersonKey>, related: RelatedKeys): PersonKey[][] {
  const seen = new Set<PersonKey>();
  const groups: PersonKey[][] = [];
  for (const person of persons) {
    if (seen.has(person)) continue;
    const group = [person];
    seen.add(person);
    for (const key of group) {
      for (const other of related.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}
