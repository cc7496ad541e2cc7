import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { GreatestChange } from '../../ports/person-event-store';
import { packEvents, unpackEvents } from '../event-codec';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface RecordRow {
  readonly no: number;
  /** The number of the person whose event is the greatest; null before one was kept. */
  readonly holder: number | null;
  readonly greatest: string | null;
}

/** Registrations that events of several persons speak of: who they are, and the greatest event, so that finding it takes one row. */
export class SharedRecords {
  private readonly byName: SqliteStatement;
  private readonly insert: SqliteStatement;
  private readonly share: SqliteStatement;
  private readonly ofPerson: SqliteStatement;
  private readonly ofRecord: SqliteStatement;
  private readonly keepOne: SqliteStatement;
  private readonly everyone: SqliteStatement;

  constructor(
    database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    this.byName = database.prepare('SELECT no, holder, greatest FROM shared_record WHERE name = ?');
    this.insert = database.prepare('INSERT INTO shared_record (name) VALUES (?) ON CONFLICT DO NOTHING');
    this.share = database.prepare('INSERT INTO sharing VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.ofPerson = database.prepare(
      'SELECT no, name FROM sharing JOIN shared_record ON no = record WHERE person = ? ORDER BY no',
    );
    this.ofRecord = database.prepare('SELECT person FROM sharing WHERE record = ? ORDER BY person');
    // A row that leads to none of the other table stands for itself: whoever compares with the log finds it.
    this.everyone = database.prepare('SELECT name, person FROM shared_record FULL JOIN sharing ON no = record');
    this.keepOne = database.prepare('UPDATE shared_record SET holder = ?, greatest = ? WHERE name = ?');
  }

  /** Notes that two persons sent a registration; only inside a unit. */
  add(record: string, ...sharers: readonly PersonKey[]): void {
    this.insert.run(record);
    const { no } = this.byName.get<RecordRow>(record) as RecordRow;
    for (const person of sharers) this.share.run(this.persons.numberOf(person), no);
  }

  /** The registrations that a person shares with others. */
  of(person: PersonKey): { readonly no: number; readonly name: string }[] {
    const number = this.persons.find(person);
    return number === undefined ? [] : this.ofPerson.all<{ no: number; name: string }>(number);
  }

  /** Whoever sent a registration, by its number. */
  sharersOf(record: number): PersonKey[] {
    return this.ofRecord.all<{ person: number }>(record).map(({ person }) => this.persons.nameOf(person));
  }

  /** Whoever sent each registration, by its name; nameless where there is none of that number. */
  all(): ReadonlyMap<string, readonly PersonKey[]> {
    const sharers = new Map<string, PersonKey[]>();
    for (const { name, person } of this.everyone.all<{ name: string | null; person: number | null }>()) {
      const known = sharers.get(name ?? '') ?? [];
      if (person !== null) known.push(this.persons.nameOf(person));
      sharers.set(name ?? '', known);
    }
    return sharers;
  }

  greatestOf(records: Iterable<string>): ReadonlyMap<string, ClinicalEvent> {
    const found = new Map<string, ClinicalEvent>();
    for (const record of records) {
      const row = this.byName.get<RecordRow>(record);
      if (row === undefined || row.greatest === null || row.holder === null) continue;
      const [event] = unpackEvents(row.greatest, this.persons.nameOf(row.holder));
      if (event !== undefined) found.set(record, event);
    }
    return found;
  }

  /** Only inside a unit, where nobody else writes. */
  keep(changes: readonly GreatestChange[]): void {
    for (const { record, now } of changes)
      this.keepOne.run(this.persons.numberOf(now.person), packEvents([now]), record);
  }
}
