import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import {
  PersonEventStore,
  type FoldedGroup,
  type PlacedEvent,
  type RelatedEvents,
} from '../../ports/person-event-store';
import type { MongoDatabase } from './mongo-database';
import { groupsIn, MongoRelations, type RelatedKeys } from './mongo-relations';
import { eventsIn, type PackedEvent } from './packed-events';
import { pagesOf } from './pages';
import { StoredEvents } from './stored-events';

export interface MongoPersonEventOptions {
  /** Another set of events and relations beside the one in use. */
  readonly generation?: string;
  /** How many events are held in memory; only for a process that alone appends those persons' events. */
  readonly maxCachedEvents?: number;
}

interface Group {
  readonly keys: readonly PersonKey[];
  /** Whoever of them came first. */
  readonly person: PersonKey;
  readonly packed: readonly PackedEvent[];
}

/** Persons' events in MongoDB: one document a person, a set that events are added to, so that adding again changes nothing. */
export class MongoPersonEventStore extends PersonEventStore {
  private readonly events: StoredEvents;
  private readonly relatedKeys: MongoRelations;

  constructor(database: MongoDatabase, { generation, maxCachedEvents = 0 }: MongoPersonEventOptions = {}) {
    super();
    this.events = new StoredEvents(database.collection('person_events', generation), maxCachedEvents);
    this.relatedKeys = new MongoRelations(database.collection('relations', generation));
  }

  override append(events: readonly PlacedEvent[]): Promise<void> {
    return this.events.append(events);
  }

  override relate(relations: readonly Relation[]): Promise<void> {
    return this.relatedKeys.add(relations);
  }

  override async groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]> {
    const groups = await this.relatedKeys.groupsOf(persons);
    for (const keys of groups) if (keys.length > 1) this.events.share(keys);
    return groups;
  }

  override async load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]> {
    return eventsIn(await this.events.of(persons));
  }

  /** One process alone appends a key's events; so a key by itself can only have been overtaken by a relation. */
  override async overtaken(groups: readonly FoldedGroup[]): Promise<readonly PersonKey[]> {
    const related = await this.relatedKeys.of(groups.flatMap(({ keys }) => keys));
    const several = groups.filter(({ keys }) => keys.length > 1).flatMap(({ keys }) => keys);
    this.events.share(several);
    const packed = await this.events.of(several);
    return groups.flatMap(({ keys, eventCount }) => {
      const isOutside = (other: PersonKey): boolean => !keys.includes(other);
      if (keys.some((key) => related.get(key)?.some(isOutside) === true)) return keys;
      const count = keys.reduce((sum, key) => sum + (packed.get(key)?.length ?? 0), 0);
      return keys.length > 1 && count > eventCount ? keys : [];
    });
  }

  override relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>> {
    return this.relatedKeys.all();
  }

  override async *scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]> {
    const related = await this.relatedKeys.all();
    for await (const page of pagesOf(this.groups(related, groupsAtATime), groupsAtATime)) {
      const packed = new Map(page.map((group) => [group.person, group.packed]));
      const others = page.flatMap(({ keys }) => keys).filter((key) => !packed.has(key));
      this.events.share(others);
      for (const [key, events] of await this.events.of(others)) packed.set(key, events);
      const eventsOf = eventsIn(packed);
      yield page.map(({ keys }) => ({ keys, eventsOf }));
    }
  }

  /** Streams the persons; those of a group of several come with whoever of them comes first. */
  private async *groups(related: RelatedKeys, atATime: number): AsyncIterable<Group> {
    const told = new Set<PersonKey>();
    for await (const { person, packed } of this.events.everyone(atATime)) {
      if (told.has(person)) continue;
      const [keys = []] = groupsIn([person], related);
      if (keys.length > 1) for (const key of keys) told.add(key);
      yield { keys, person, packed };
    }
  }

  /** Forgets what is held in memory: other processes may append to these persons from now on. */
  forget(): void {
    this.events.forget();
  }
}
