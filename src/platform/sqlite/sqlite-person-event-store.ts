import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import type { Organisation } from '../../kernel/organisation';
import {
  PersonEventStore,
  type DaysOfReceipt,
  type GreatestChange,
  type JoinedKeys,
  type PlacedEvent,
  type RelatedEvents,
} from '../../ports/person-event-store';
import { packEvents, unpackEvents } from '../event-codec';
import { groupsBy } from '../groups-by';
import { HeldPersons } from './held-persons';
import { SLOTS_A_PERSON, type PersonNumbers } from './person-numbers';
import { SharedRecords } from './shared-records';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';
import { receiptBounds, receivedOf, type Received } from '../receipt-days';

interface SlotRow {
  readonly slot: number;
  readonly events: string;
}

/** All events of a person through the last row. */
interface History {
  readonly lastSlot: number;
  readonly events: readonly ClinicalEvent[];
}

/** Whoever has more events is held, up to so many in all. */
const LONG_HISTORY = 100;
const EVENTS_HELD = 50_000;

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
  private readonly insertReported: SqliteStatement;
  private readonly reported: SqliteStatement;
  private readonly reportedFrom: SqliteStatement;
  private readonly countReported: SqliteStatement;
  private readonly shared: SharedRecords;
  /** All events of persons who had none before the last append: what was just written need not be read again. */
  private firstEvents: ReadonlyMap<PersonKey, readonly ClinicalEvent[]> = new Map();
  private readonly held: HeldPersons<History>;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.shared = new SharedRecords(database, persons);
    this.held = new HeldPersons(database, {
      weightOf: ({ events }) => events.length,
      from: LONG_HISTORY,
      upTo: EVENTS_HELD,
    });
    this.insert = database.prepare('INSERT INTO person_event (slot, events) VALUES (?, ?)');
    this.count = database.prepare('SELECT count(*) AS count FROM person_event');
    this.lastSlot = database.prepare('SELECT max(slot) AS slot FROM person_event WHERE slot >= ? AND slot < ?');
    this.rows = database.prepare('SELECT slot, events FROM person_event WHERE slot >= ? AND slot < ? ORDER BY slot');
    this.insertRelation = database.prepare('INSERT INTO relation VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.related = database.prepare('SELECT other FROM relation WHERE person = ?');
    this.everyRelation = database.prepare('SELECT person, other FROM relation');
    this.insertReported = database.prepare(
      'INSERT INTO reported_on VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE ' +
        'SET first = min(first, excluded.first), last = max(last, excluded.last) ' +
        'WHERE excluded.first < first OR excluded.last > last',
    );
    this.reported = database.prepare('SELECT first, last FROM reported_on WHERE source = ? AND person = ?');
    this.reportedFrom = database.prepare(
      'SELECT person FROM reported_on WHERE source = ? AND person > ? AND last >= ? AND first <= ? ORDER BY person LIMIT ?',
    );
    this.countReported = database.prepare('SELECT count(*) AS count FROM reported_on');
    this.personsFrom = database.prepare('SELECT no, person FROM person_number WHERE no > ? ORDER BY no LIMIT ?');
  }

  override append(events: readonly PlacedEvent[]): Promise<void> {
    const byPerson = new Map<PersonKey, PlacedEvent[]>();
    for (const placed of events) {
      addUnder(byPerson, placed.event.person, placed);
    }
    return this.database.run(() => {
      const firstEvents = new Map<PersonKey, readonly ClinicalEvent[]>();
      for (const [person, together] of byPerson) {
        const number = this.persons.numberOf(person);
        const base = number * SLOTS_A_PERSON;
        const last = this.lastSlotOf(base);
        const fresh = together.filter(({ offset }) => base + offset > (last ?? base - 1));
        const newest = fresh.at(-1);
        if (newest === undefined) continue;
        const events = fresh.map(({ event }) => event);
        const row = packEvents(events);
        this.insert.run(base + newest.offset, row);
        for (const [source, { first, last }] of receivedOf(events))
          this.insertReported.run(source, number, first, last);
        if (last === undefined) firstEvents.set(person, events);
        this.extend(person, last, base + newest.offset, row);
      }
      this.firstEvents = firstEvents;
      this.database.whenOver(() => {
        this.firstEvents = new Map();
      });
      return Promise.resolve();
    });
  }

  private lastSlotOf(base: number): number | undefined {
    return this.lastSlot.get<{ slot: number | null }>(base, base + SLOTS_A_PERSON)?.slot ?? undefined;
  }

  /** Adds a row to what is held of a person, as it would be read. */
  private extend(person: PersonKey, from: number | undefined, lastSlot: number, row: string): void {
    const known = this.held.get(person);
    if (known === undefined) return;
    if (known.lastSlot !== from) this.held.forget(person);
    else this.held.hold(person, { lastSlot, events: [...known.events, ...unpackEvents(row, person)] });
  }

  override relate(relations: readonly Relation[]): Promise<void> {
    return this.database.run(() => {
      for (const { person, other, record } of relations) {
        if (record !== undefined) {
          this.shared.add(record, person, other);
          continue;
        }
        const [a, b] = [this.persons.numberOf(person), this.persons.numberOf(other)];
        this.insertRelation.run(a, b);
        this.insertRelation.run(b, a);
      }
      return Promise.resolve();
    });
  }

  override groupsOf(persons: Iterable<PersonKey>): Promise<readonly (readonly PersonKey[])[]> {
    const asked = new Set<number>();
    const sharers = (person: PersonKey): PersonKey[] =>
      this.shared.of(person).flatMap(({ no }) => {
        if (asked.has(no)) return [];
        asked.add(no);
        return this.shared.sharersOf(no);
      });
    return Promise.resolve(groupsBy(persons, (person) => [...this.numbersOf(person), ...sharers(person)]));
  }

  override joinedTo(persons: Iterable<PersonKey>): Promise<readonly JoinedKeys[]> {
    const groups = groupsBy(persons, (person) => this.numbersOf(person));
    return Promise.resolve(groups.map((keys) => ({ keys, records: this.recordsOf(keys) })));
  }

  private numbersOf(person: PersonKey): PersonKey[] {
    const number = this.persons.find(person);
    if (number === undefined) return [];
    return this.related.all<{ other: number }>(number).map(({ other }) => this.persons.nameOf(other));
  }

  private recordsOf(keys: readonly PersonKey[]): readonly string[] {
    const names = keys.flatMap((key) => this.shared.of(key).map(({ name }) => name));
    return keys.length === 1 ? names : [...new Set(names)];
  }

  override greatestOf(records: Iterable<string>): Promise<ReadonlyMap<string, ClinicalEvent>> {
    return Promise.resolve(this.shared.greatestOf(records));
  }

  override keepGreatest(changes: readonly GreatestChange[]): Promise<void> {
    if (changes.length === 0) return Promise.resolve();
    return this.database.run(() => Promise.resolve(this.shared.keep(changes)));
  }

  override relations(): Promise<ReadonlyMap<PersonKey, readonly PersonKey[]>> {
    const related = new Map<PersonKey, PersonKey[]>();
    for (const { person, other } of this.everyRelation.all<{ person: number; other: number }>()) {
      const [key, to] = [this.persons.nameOf(person), this.persons.nameOf(other)];
      addUnder(related, key, to);
    }
    return Promise.resolve(related);
  }

  override sharings(): Promise<ReadonlyMap<string, readonly PersonKey[]>> {
    return Promise.resolve(this.shared.all());
  }

  /** Up to which offset each row of a person holds events, and how many: what tells later which events are new. */
  runsOf(person: PersonKey): readonly EventRun[] {
    const number = this.persons.find(person);
    if (number === undefined) return [];
    const base = number * SLOTS_A_PERSON;
    return this.rows.all<SlotRow>(base, base + SLOTS_A_PERSON).map(({ slot, events }) => ({
      through: slot - base,
      count: unpackEvents(events, person).length,
    }));
  }

  /** Takes the numbers of persons back of whom nothing is kept, and who own no registration. */
  forgetStrangers(owners: ReadonlySet<number>): Promise<void> {
    return this.database.run(() => Promise.resolve(this.persons.takeUnusedBack(owners)));
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

  override reportedBy(
    source: Organisation,
    after: PersonKey | undefined,
    limit: number,
    received: DaysOfReceipt = {},
  ): Promise<readonly PersonKey[]> {
    const last = after === undefined ? 0 : (this.persons.find(after) ?? 0);
    const next = this.reportedFrom.all<{ person: number }>(source, last, ...receiptBounds(received), limit);
    return Promise.resolve(next.map(({ person }) => this.persons.keyOf(person)));
  }

  /** When what a source reported on a person was first and last received; undefined where nothing is known of it. */
  reportedOn(source: Organisation, person: PersonKey): Received | undefined {
    const number = this.persons.find(person);
    return number === undefined ? undefined : this.reported.get<Received>(source, number);
  }

  /** How many pairs there are of a source and a person it reported on. */
  reportedCount(): number {
    return this.countReported.get<{ count: number }>()?.count ?? 0;
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
    const base = number * SLOTS_A_PERSON;
    const known = this.held.get(person);
    if (known !== undefined && known.lastSlot === this.lastSlotOf(base)) return known.events;
    const rows = this.rows.all<SlotRow>(base, base + SLOTS_A_PERSON);
    const [only] = rows;
    const isOne = rows.length === 1 && only !== undefined;
    const events = isOne ? unpackEvents(only.events, person) : rows.flatMap((row) => unpackEvents(row.events, person));
    if (this.database.isInUnit()) this.held.hold(person, { lastSlot: rows.at(-1)?.slot ?? base, events });
    return events;
  }

  /** Whoever folds is inside a unit, where nobody else writes. */
  override overtaken(): Promise<readonly PersonKey[]> {
    return Promise.resolve([]);
  }

  override async *scan(groupsAtATime: number): AsyncIterable<readonly RelatedEvents[]> {
    /** Keys of groups of several that were told with the first of them. */
    const told = new Set<PersonKey>();
    for (let after = 0; ;) {
      const persons = this.personsFrom.all<{ no: number; person: PersonKey }>(after, groupsAtATime);
      const last = persons.at(-1);
      if (last === undefined) return;
      after = last.no;
      const groups = await this.groupsOf(persons.flatMap(({ person }) => (told.has(person) ? [] : [person])));
      for (const keys of groups) if (keys.length > 1) for (const key of keys) told.add(key);
      const eventsOf = await this.load(groups.flat());
      yield groups.map((keys) => ({ keys, eventsOf }));
    }
  }
}
