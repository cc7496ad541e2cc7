import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import { PersonEventStore, type PlacedEvent, type RelatedEvents } from '../../ports/person-event-store';
import { packEvents, unpackEvents } from './event-codec';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** Offsets a person's rows may take: slot = person number * 2^31 + offset. */
const SLOTS_PER_PERSON = 2 ** 31;

interface SlotRow {
  readonly slot: number;
  readonly events: string;
}

/** Events of a person that lie in one row. */
interface EventRun {
  readonly through: number;
  readonly count: number;
}

/** Persons' events in the embedded store: a person's rows lie together, one row for what came in one batch. */
export class SqlitePersonEventStore extends PersonEventStore {
  private readonly insert: SqliteStatement;
  private readonly lastSlot: SqliteStatement;
  private readonly count: SqliteStatement;
  private readonly rows: SqliteStatement;
  private readonly insertRelation: SqliteStatement;
  private readonly related: SqliteStatement;
  private readonly everyRelation: SqliteStatement;
  private readonly personsFrom: SqliteStatement;
  /** All events of persons who had none before the last append: what was just written need not be read again. */
  private firstEvents: ReadonlyMap<PersonKey, readonly ClinicalEvent[]> = new Map();

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO person_event (slot, events) VALUES (?, ?)');
    this.count = database.prepare('SELECT count(*) AS count FROM person_event');
    this.lastSlot = database.prepare('SELECT max(slot) AS slot FROM person_event WHERE slot >= ? AND slot < ?');
    this.rows = database.prepare('SELECT slot, events FROM person_event WHERE slot >= ? AND slot < ? ORDER BY slot');
    this.insertRelation = database.prepare('INSERT INTO relation VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.related = database.prepare('SELECT other FROM relation WHERE person = ?');
    this.everyRelation = database.prepare('SELECT person, other FROM relation');
    this.personsFrom = database.prepare('SELECT no, person FROM person_number WHERE no > ? ORDER BY no LIMIT ?');
  }

  override append(events: readonly PlacedEvent[]): Promise<void> {
    const byPerson = new Map<PersonKey, PlacedEvent[]>();
    for (const placed of events) {
      const together = byPerson.get(placed.event.person);
      if (together === undefined) byPerson.set(placed.event.person, [placed]);
      else together.push(placed);
    }
    return this.database.run(() => {
      const firstEvents = new Map<PersonKey, readonly ClinicalEvent[]>();
      for (const [person, together] of byPerson) {
        const base = this.persons.numberOf(person) * SLOTS_PER_PERSON;
        const last = this.lastSlot.get<{ slot: number | null }>(base, base + SLOTS_PER_PERSON)?.slot;
        const fresh = together.filter(({ offset }) => base + offset > (last ?? base - 1));
        const newest = fresh.at(-1);
        if (newest === undefined) continue;
        const events = fresh.map(({ event }) => event);
        this.insert.run(base + newest.offset, packEvents(events));
        if (last === null) firstEvents.set(person, events);
      }
      this.firstEvents = firstEvents;
      this.database.whenOver(() => {
        this.firstEvents = new Map();
      });
      return Promise.resolve();
    });
  }

  override relate(relations: readonly Relation[]): Promise<void> {
    return this.database.run(() => {
      for (const { person, other } of relations) {
        const [a, b] = [this.persons.numberOf(person), this.persons.numberOf(other)];
        this.insertRelation.run(a, b);
        this.insertRelation.run(b, a);
      }
      return Promise.resolve();
    });
  }

  override groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]> {
    const seen = new Set<PersonKey>();
    const groups: PersonKey[][] = [];
    for (const person of persons) {
      if (seen.has(person)) continue;
      const group = [person];
      seen.add(person);
      for (let at = 0; at < group.length; at += 1) {
        for (const other of this.relatedTo(group[at] as PersonKey)) {
          if (seen.has(other)) continue;
          seen.add(other);
          group.push(other);
        }
      }
      groups.push(group);
    }
    return Promise.resolve(groups);
  }

  private relatedTo(person: PersonKey): PersonKey[] {
    const number = this.persons.find(person);
    if (number === undefined) return [];
    return this.related.all<{ other: number }>(number).map(({ other }) => this.persons.keyOf(other));
  }

  override relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>> {
    const related = new Map<PersonKey, PersonKey[]>();
    for (const { person, other } of this.everyRelation.all<{ person: number; other: number }>()) {
      const [key, to] = [this.persons.keyOf(person), this.persons.keyOf(other)];
      const others = related.get(key);
      if (others === undefined) related.set(key, [to]);
      else others.push(to);
    }
    return Promise.resolve(related);
  }

  /** Up to which offset each row of a person holds events, and how many: what tells later which events are new. */
  runsOf(person: PersonKey): readonly EventRun[] {
    const number = this.persons.find(person);
    if (number === undefined) return [];
    const base = number * SLOTS_PER_PERSON;
    return this.rows.all<SlotRow>(base, base + SLOTS_PER_PERSON).map(({ slot, events }) => ({
      through: slot - base,
      count: unpackEvents(events, person).length,
    }));
  }

  /** Takes the numbers of persons back of whom nothing is kept. */
  forgetStrangers(): Promise<void> {
    return this.database.run(() => Promise.resolve(this.persons.takeUnusedBack()));
  }

  /** How many rows of events there are. */
  rowCount(): number {
    return this.count.get<{ count: number }>()?.count ?? 0;
  }

  /** Everyone who has a number here, with events or without, about so many at a time. */
  *everyone(atATime: number): Iterable<readonly PersonKey[]> {
    for (let after = 0; ;) {
      const persons = this.personsFrom.all<{ no: number; person: PersonKey }>(after, atATime);
      const last = persons.at(-1);
      if (last === undefined) return;
      yield persons.map(({ person }) => person);
      after = last.no;
    }
  }

  override load(persons: Iterable<PersonKey>): Promise<(key: PersonKey) => readonly ClinicalEvent[]> {
    const events = new Map<PersonKey, readonly ClinicalEvent[]>();
    for (const person of persons) events.set(person, this.eventsOf(person));
    return Promise.resolve((key) => events.get(key) ?? []);
  }

  private eventsOf(person: PersonKey): readonly ClinicalEvent[] {
    const first = this.database.isInUnit() ? this.firstEvents.get(person) : undefined;
    if (first !== undefined) return first;
    const number = this.persons.find(person);
    if (number === undefined) return [];
    const base = number * SLOTS_PER_PERSON;
    const rows = this.rows.all<SlotRow>(base, base + SLOTS_PER_PERSON);
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) return unpackEvents(only.events, person);
    return rows.flatMap((row) => unpackEvents(row.events, person));
  }

  /** Whoever folds is inside a unit, where nobody else writes. */
  override overtaken(): Promise<readonly PersonKey[]> {
    return Promise.resolve([]);
  }

  override async *scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]> {
    let after = 0;
    for (;;) {
      const persons = this.personsFrom.all<{ no: number; person: PersonKey }>(after, groupsAtATime);
      const last = persons.at(-1);
      if (last === undefined) return;
      after = last.no;
      const groups = await this.groupsOf(persons.map(({ person }) => person));
      const owned = groups.filter((keys) => this.isFirstOf(keys, persons[0]?.no ?? 0, last.no));
      const eventsOf = await this.load(owned.flat());
      yield owned.map((keys) => ({ keys, eventsOf }));
    }
  }

  /** A group is told on the page of its lowest number. */
  private isFirstOf(keys: readonly PersonKey[], from: number, to: number): boolean {
    if (keys.length === 1) return true;
    const lowest = Math.min(...keys.map((key) => this.persons.find(key) ?? Infinity));
    return lowest >= from && lowest <= to;
  }
}
