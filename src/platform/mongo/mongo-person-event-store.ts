import type { mongo } from 'mongoose';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import {
  PersonEventStore,
  type FoldedGroup,
  type PlacedEvent,
  type RelatedEvents,
} from '../../ports/person-event-store';
import { BoundedCache } from './bounded-cache';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import { groupsIn, MongoRelations, type RelatedKeys } from './mongo-relations';
import { eventsIn, inOrder, packPlaced, type PackedEvent } from './packed-events';
import { pagesOf } from './pages';
import { PersonCache } from './person-cache';
import type { PersonEvents } from './schemas';
import { insertNew, updateByIds } from './write-many';

export interface MongoPersonEventOptions {
  /** Another set of events and relations beside the one in use. */
  readonly generation?: string;
  /** How many events are held in memory; only for a process that alone appends those persons' events. */
  readonly maxCachedEvents?: number;
}

const KNOWN_PERSONS = 200_000;

/** Persons' events in MongoDB: one document a person, a set that events are added to, so that adding again changes nothing. */
export class MongoPersonEventStore extends PersonEventStore {
  private readonly events: mongo.Collection<PersonEvents>;
  private readonly relations: MongoRelations;
  private readonly known = new BoundedCache<true>(KNOWN_PERSONS);
  private readonly cache: PersonCache<readonly PackedEvent[]>;
  /** Keys met in groups of several: other processes may append to those, so they are never held in memory. */
  private readonly grouped = new Set<PersonKey>();

  constructor(database: MongoDatabase, { generation, maxCachedEvents = 0 }: MongoPersonEventOptions = {}) {
    super();
    this.events = database.collection('person_events', generation);
    this.relations = new MongoRelations(database.collection('relations', generation));
    this.cache = new PersonCache(maxCachedEvents, (events) => events.length);
  }

  override async append(events: readonly PlacedEvent[]): Promise<void> {
    const batch = new Map<PersonKey, PackedEvent[]>();
    for (const placed of events) {
      const { person } = placed.event;
      const together = batch.get(person);
      if (together === undefined) batch.set(person, [packPlaced(placed)]);
      else together.push(packPlaced(placed));
    }
    const writing = this.cache.begin(batch.keys());
    let made: ReadonlySet<PersonKey> | undefined;
    try {
      made = await this.write(batch);
    } finally {
      this.cache.end(writing);
      for (const [person, packed] of batch) {
        const before = made?.has(person) === true ? [] : this.heldOf(person);
        const isKnown = made !== undefined && before !== undefined && !this.grouped.has(person);
        this.cache.changed(writing, person, isKnown ? [...before, ...newIn(packed, before)] : undefined);
      }
    }
  }

  /** Inserts whom this process has not met before; resolves with the persons there was nothing of. */
  private async write(batch: ReadonlyMap<PersonKey, readonly PackedEvent[]>): Promise<ReadonlySet<PersonKey>> {
    const unknown: PersonEvents[] = [];
    const known: PersonEvents[] = [];
    for (const [_id, packed] of batch) {
      const fresh = newIn(packed, this.heldOf(_id) ?? []);
      if (fresh.length === 0) continue;
      (this.known.get(_id) === true ? known : unknown).push({ _id, events: fresh.map(({ text }) => text) });
    }
    const there = await insertNew(this.events, unknown);
    await updateByIds(
      this.events,
      [...known, ...there].map(({ _id, events }) => ({
        _id,
        update: { $addToSet: { events: { $each: [...events] } } },
      })),
    );
    for (const { _id } of unknown) this.known.set(_id, true);
    const made = new Set(unknown.map(({ _id }) => _id));
    for (const { _id } of there) made.delete(_id);
    return made;
  }

  override async relate(relations: readonly Relation[]): Promise<void> {
    await this.relations.add(relations);
    for (const { person, other } of relations) this.grouped.add(person).add(other);
  }

  override async groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]> {
    const groups = await this.relations.groupsOf(persons);
    for (const group of groups) if (group.length > 1) for (const key of group) this.grouped.add(key);
    return groups;
  }

  override async load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]> {
    return eventsIn(await this.packedOf(persons));
  }

  private async packedOf(persons: Iterable<PersonKey>): Promise<Map<PersonKey, readonly PackedEvent[]>> {
    const found = new Map<PersonKey, readonly PackedEvent[]>();
    const missing: PersonKey[] = [];
    for (const person of persons) {
      const held = this.heldOf(person);
      if (held === undefined) missing.push(person);
      else found.set(person, held);
    }
    const reading = this.cache.begin(missing);
    try {
      for (const [person, { events }] of await findByIds(this.events, missing)) {
        const packed = inOrder(events);
        found.set(person, packed);
        if (!this.grouped.has(person)) this.cache.hold(reading, person, packed);
      }
    } finally {
      this.cache.end(reading);
    }
    return found;
  }

  private heldOf(person: PersonKey): readonly PackedEvent[] | undefined {
    return this.grouped.has(person) ? undefined : this.cache.get(person);
  }

  /** One process alone appends a key's events; so a key by itself can only have been overtaken by a relation. */
  override async overtaken(groups: readonly FoldedGroup[]): Promise<readonly PersonKey[]> {
    const related = await this.relations.of(groups.flatMap(({ keys }) => keys));
    const several = groups.filter(({ keys }) => keys.length > 1);
    const packed = await this.packedOf(several.flatMap(({ keys }) => keys));
    return groups.flatMap(({ keys, eventCount }) => {
      const isOutside = (other: PersonKey): boolean => !keys.includes(other);
      if (keys.some((key) => related.get(key)?.some(isOutside) === true)) return keys;
      const count = keys.reduce((sum, key) => sum + (packed.get(key)?.length ?? 0), 0);
      return keys.length > 1 && count > eventCount ? keys : [];
    });
  }

  override async *scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]> {
    const related = await this.relations.all();
    for await (const page of pagesOf(this.groups(related, groupsAtATime), groupsAtATime)) {
      const packed = new Map(page.map(({ first }) => [first._id, inOrder(first.events)]));
      const others = page.flatMap(({ keys }) => keys).filter((key) => !packed.has(key));
      for (const [key, { events }] of await findByIds(this.events, others)) packed.set(key, inOrder(events));
      const eventsOf = eventsIn(packed);
      yield page.map(({ keys }) => ({ keys, eventsOf }));
    }
  }

  /** Streams the persons; those of a group of several come with whoever of them comes first. */
  private async *groups(
    related: RelatedKeys,
    atATime: number,
  ): AsyncIterable<{ readonly keys: readonly PersonKey[]; readonly first: PersonEvents }> {
    const told = new Set<PersonKey>();
    for await (const first of this.events.find({}).batchSize(atATime)) {
      if (told.has(first._id)) continue;
      const [keys = []] = groupsIn([first._id], related);
      if (keys.length > 1) for (const key of keys) told.add(key);
      yield { keys, first };
    }
  }

  /** Forgets what is held in memory: other processes may append to these persons from now on. */
  forget(): void {
    this.cache.forget();
  }
}

const newIn = (packed: readonly PackedEvent[], before: readonly PackedEvent[]): readonly PackedEvent[] => {
  const last = before.at(-1);
  return last === undefined ? packed : packed.filter(({ offset }) => offset > last.offset);
};
