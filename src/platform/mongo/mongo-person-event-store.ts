import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import type { Organisation } from '../../kernel/organisation';
import {
  PersonEventStore,
  type DaysOfReceipt,
  type FoldedGroup,
  type GreatestChange,
  type JoinedKeys,
  type PlacedEvent,
  type RelatedEvents,
} from '../../ports/person-event-store';
import type { MongoDatabase } from './mongo-database';
import { groupsIn, groupsReached, MongoRelations, type RelatedKeys } from './mongo-relations';
import { MongoSharedRecords } from './mongo-shared-records';
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
  private readonly shared: MongoSharedRecords;

  constructor(database: MongoDatabase, { generation, maxCachedEvents = 0 }: MongoPersonEventOptions = {}) {
    super();
    this.events = new StoredEvents(database.collection('person_events', generation), maxCachedEvents);
    this.relatedKeys = new MongoRelations(database.collection('relations', generation));
    this.shared = new MongoSharedRecords(
      database.collection('sharings', generation),
      database.collection('shared_records', generation),
    );
  }

  override append(events: readonly PlacedEvent[]): Promise<void> {
    return this.events.append(events);
  }

  override async relate(relations: readonly Relation[]): Promise<void> {
    await this.relatedKeys.add(relations.filter(({ record }) => record === undefined));
    await this.shared.add(relations);
  }

  override async groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]> {
    const asked = new Set<string>();
    const groups = await groupsReached(persons, async (keys) => {
      const [related, shared] = await Promise.all([this.relatedKeys.of(keys), this.shared.of(keys)]);
      const firstOf = new Map<string, PersonKey>();
      for (const [person, records] of shared) {
        for (const record of records) if (!asked.has(record)) firstOf.set(record, person);
      }
      for (const record of firstOf.keys()) asked.add(record);
      const sharers = await this.shared.sharersOf([...firstOf.keys()]);
      return [...related, ...sharers.map(({ person, record }) => [firstOf.get(record) ?? person, [person]] as const)];
    });
    for (const keys of groups) if (keys.length > 1) this.events.share(keys);
    return groups;
  }

  override async joinedTo(persons: Iterable<PersonKey>): Promise<readonly JoinedKeys[]> {
    const groups = await groupsReached(persons, (keys) => this.relatedKeys.of(keys));
    const shared = await this.shared.of(groups.flat());
    return groups.map((keys) => {
      const records = [...new Set(keys.flatMap((key) => shared.get(key) ?? []))];
      if (keys.length > 1 || records.length > 0) this.events.share(keys);
      return { keys, records };
    });
  }

  override greatestOf(records: Iterable<string>): Promise<ReadonlyMap<string, ClinicalEvent>> {
    return this.shared.greatestOf(records);
  }

  override keepGreatest(changes: readonly GreatestChange[]): Promise<void> {
    return this.shared.keep(changes);
  }

  override async load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]> {
    return eventsIn(await this.events.of(persons));
  }

  /** One process alone appends a key's events; so one that shares nothing can only have been overtaken by a relation. */
  override async overtaken(groups: readonly FoldedGroup[]): Promise<readonly PersonKey[]> {
    const all = groups.flatMap(({ keys }) => keys);
    const [related, shared] = await Promise.all([this.relatedKeys.of(all), this.shared.of(all)]);
    const watched = groups.filter(isWatched);
    const several = watched.flatMap(({ keys }) => keys);
    this.events.share(several);
    const packed = await this.events.of(several);
    const greatest = await this.shared.greatestOf(new Set(watched.flatMap(({ records }) => records)));
    return groups.flatMap((group) => {
      const known = { keys: new Set(group.keys), records: new Set(group.records) };
      const isFurther = (key: PersonKey): boolean =>
        related.get(key)?.some((other) => !known.keys.has(other)) === true ||
        shared.get(key)?.some((record) => !known.records.has(record)) === true;
      const count = group.keys.reduce((sum, key) => sum + (packed.get(key)?.length ?? 0), 0);
      const isMore = isWatched(group) && count > group.eventCount;
      const isOther = (record: string): boolean => !isSame(greatest.get(record), group.greatest.get(record));
      return isMore || group.keys.some(isFurther) || group.records.some(isOther) ? group.keys : [];
    });
  }

  override relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>> {
    return this.relatedKeys.all();
  }

  override sharings(): Promise<ReadonlyMap<string, readonly PersonKey[]>> {
    return this.shared.all();
  }

  override reportedBy(
    source: Organisation,
    after: PersonKey | undefined,
    limit: number,
    received?: DaysOfReceipt,
  ): Promise<readonly PersonKey[]> {
    return this.events.reportedBy(source, after, limit, received);
  }

  override async *scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]> {
    const related = await this.everyonesRelations();
    for await (const page of pagesOf(this.groups(related, groupsAtATime), groupsAtATime)) {
      const packed = new Map(page.map((group) => [group.person, group.packed]));
      const others = page.flatMap(({ keys }) => keys).filter((key) => !packed.has(key));
      this.events.share(others);
      for (const [key, events] of await this.events.of(others)) packed.set(key, events);
      const eventsOf = eventsIn(packed);
      yield page.map(({ keys }) => ({ keys, eventsOf }));
    }
  }

  /** By numbers and by registrations; of those who share one, each to the first and back. */
  private async everyonesRelations(): Promise<RelatedKeys> {
    const related = new Map([...(await this.relatedKeys.all())].map(([key, others]) => [key, [...others]]));
    for (const [first = '', ...others] of (await this.shared.all()).values()) {
      for (const other of others) {
        addUnder(related, first, other);
        addUnder(related, other, first);
      }
    }
    return related;
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

/** Other processes may append to such keys, or put another event above theirs. */
const isWatched = ({ keys, records }: FoldedGroup): boolean => keys.length > 1 || records.length > 0;

const isSame = (a: ClinicalEvent | undefined, b: ClinicalEvent | undefined): boolean =>
  a?.source === b?.source && a?.id === b?.id && a?.person === b?.person;
