import type { PersonKey } from '../../kernel/clinical-event';
import type { FindingCode, PersonFinding } from '../../kernel/finding';
import type { PersonPathways } from '../../kernel/pathway';
import { columnsOf } from '../../kernel/person-columns';
import {
  PathwayStateStore,
  type ColumnState,
  type ColumnStates,
  type GonePerson,
  type Page,
  type PathwayState,
  type ScannedPerson,
} from '../../ports/pathway-state-store';
import { HeldPersons } from './held-persons';
import { packPerson, unpackPerson } from './pathway-codec';
import { columnsIn, PersonColumnRows } from './person-column-rows';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** Null where the person's columns are not there or not of the state. */
interface ColumnRow {
  readonly no: number;
  readonly facts: Uint8Array | null;
  readonly words: string | null;
}

interface StateRow {
  readonly no: number;
  readonly size: number;
  readonly pathways: number;
  readonly findings: number;
  readonly state: string;
}

/** Whoever has more facts is held, up to so many in all. */
const MANY_FACTS = 100;
const FACTS_HELD = 50_000;

const factsIn = ({ folded }: PathwayState): number => folded.pathways.reduce((sum, { facts }) => sum + facts.length, 0);

/** Folded persons in the embedded store, one row each. */
export class SqlitePathwayStateStore extends PathwayStateStore {
  private readonly upsert: SqliteStatement;
  private readonly remove: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly sizeOf: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly pageInColumns: SqliteStatement;
  private readonly withFindings: SqliteStatement;
  private readonly all: SqliteStatement;
  private readonly readNote: SqliteStatement;
  private readonly writeNote: SqliteStatement;
  private readonly held: HeldPersons<PathwayState>;
  private readonly inColumns: PersonColumnRows;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.held = new HeldPersons(database, { weightOf: factsIn, from: MANY_FACTS, upTo: FACTS_HELD });
    this.inColumns = new PersonColumnRows(database);
    this.sizeOf = database.prepare('SELECT size FROM pathway_state WHERE no = ?');
    this.upsert = database.prepare(
      `INSERT INTO pathway_state (no, size, pathways, findings, state) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET size = excluded.size, pathways = excluded.pathways, findings = excluded.findings,
         state = excluded.state WHERE excluded.size >= size`,
    );
    this.remove = database.prepare('DELETE FROM pathway_state WHERE no = ?');
    this.one = database.prepare('SELECT * FROM pathway_state WHERE no = ?');
    this.page = database.prepare(
      'SELECT no, state FROM pathway_state WHERE no > ? AND pathways > 0 ORDER BY no LIMIT ?',
    );
    this.pageInColumns = database.prepare(
      `SELECT state.no, facts, words FROM pathway_state AS state
       LEFT JOIN person_column AS kept ON kept.no = state.no AND kept.size = state.size
       WHERE state.no > ? AND pathways > 0 ORDER BY state.no LIMIT ?`,
    );
    this.readNote = database.prepare("SELECT value FROM store_note WHERE name = 'population'");
    this.writeNote = database.prepare(
      "INSERT INTO store_note VALUES ('population', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    );
    this.all = database.prepare('SELECT count(*) AS count FROM pathway_state');
    this.withFindings = database.prepare(
      'SELECT no, state FROM pathway_state WHERE no > ? AND findings > 0 ORDER BY no LIMIT ?',
    );
  }

  override replace(states: readonly PathwayState[], gone: readonly GonePerson[]): Promise<void> {
    return this.database.run(() => {
      for (const state of states) {
        const { folded, eventCount } = state;
        const { person, pathways, findings } = folded;
        const number = this.persons.numberOf(person);
        const row = [number, eventCount, pathways.length, findings.length, packPerson(folded)] as const;
        if (this.upsert.run(...row).changes === 0) continue;
        this.inColumns.put(number, eventCount, columnsOf(folded));
        this.held.hold(person, state);
      }
      for (const { person } of gone) {
        this.held.forget(person);
        const number = this.persons.find(person);
        if (number === undefined) continue;
        this.remove.run(number);
        this.inColumns.delete(number);
      }
      return Promise.resolve();
    });
  }

  override columns(persons: Iterable<PersonKey>): Promise<ColumnStates> {
    const numbers = [...persons].flatMap((person) => this.persons.find(person) ?? []);
    const columns = { kept: new Map<PersonKey, ColumnState>(), unreadable: new Array<PersonKey>() };
    for (const [number, kept] of this.inColumns.of(numbers)) {
      const person = this.persons.keyOf(number);
      if (kept === undefined) columns.unreadable.push(person);
      else columns.kept.set(person, kept);
    }
    return Promise.resolve(columns);
  }

  override load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PathwayState>> {
    const found = new Map<PersonKey, PathwayState>();
    for (const person of persons) {
      const number = this.persons.find(person);
      if (number === undefined) continue;
      const held = this.heldOf(person, number);
      if (held !== undefined) {
        found.set(person, held);
        continue;
      }
      const row = this.one.get<StateRow>(number);
      if (row !== undefined) found.set(person, { folded: unpackPerson(row.state), eventCount: row.size });
    }
    return Promise.resolve(found);
  }

  /** What this unit or one before wrote; outside, another may be what has landed. */
  private heldOf(person: PersonKey, number: number): PathwayState | undefined {
    const held = this.database.isInUnit() ? this.held.get(person) : undefined;
    return held?.eventCount === this.sizeOf.get<{ size: number }>(number)?.size ? held : undefined;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly PersonPathways[]> {
    for (let after = 0; ;) {
      const rows = this.page.all<StateRow>(after, atATime);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(({ state }) => unpackPerson(state));
      after = last.no;
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scanInColumns(atATime: number): AsyncIterable<readonly ScannedPerson[]> {
    for (let after = 0; ;) {
      const rows = this.pageInColumns.all<ColumnRow>(after, atATime);
      const last = rows.at(-1);
      if (last === undefined) return;
      const keys = this.persons.keysOf(rows.map(({ no }) => no));
      yield rows.map((row, at) => this.scanned(keys[at] as PersonKey, row));
      after = last.no;
    }
  }

  /** Columns that are not there, or of another state, are as little use as those that cannot be read. */
  private scanned(person: PersonKey, { no, facts, words }: ColumnRow): ScannedPerson {
    const columns = facts === null || words === null ? undefined : columnsIn({ facts, words });
    if (columns !== undefined) return { person, columns };
    const { state } = this.one.get<StateRow>(no) as StateRow;
    return { person, folded: unpackPerson(state), isUnreadable: true };
  }

  override foldedUnder(): Promise<string | undefined> {
    return Promise.resolve(this.readNote.get<{ value: string }>()?.value);
  }

  override noteFoldedUnder(population: string): Promise<void> {
    return this.database.run(() => {
      this.database.sums.note(() => this.writeNote.run(population));
      return Promise.resolve();
    });
  }

  override misfiled(persons: Iterable<PersonKey>): Promise<readonly PersonKey[]> {
    const misfiled = [...persons].filter((person) => {
      const number = this.persons.find(person);
      const row = number === undefined ? undefined : this.one.get<StateRow>(number);
      if (row === undefined) return false;
      const folded = unpackPerson(row.state);
      const { pathways, findings } = folded;
      if (row.pathways !== pathways.length || row.findings !== findings.length) return true;
      return !this.inColumns.isOf(row.no, row.size, columnsOf(folded));
    });
    return Promise.resolve(misfiled);
  }

  override count(): Promise<number> {
    return Promise.resolve(this.all.get<{ count: number }>()?.count ?? 0);
  }

  /** How many persons there are columns of, who are those there are states of. */
  columnCount(): number {
    return this.inColumns.count();
  }

  override findings(from: string | undefined, limit: number, code?: FindingCode): Promise<Page<PersonFinding>> {
    const items: PersonFinding[] = [];
    let after = Number(from ?? 0);
    for (;;) {
      const rows = this.withFindings.all<StateRow>(after, 100);
      for (const { no, state } of rows) {
        const { findings } = unpackPerson(state);
        items.push(...findings.filter((finding) => code === undefined || finding.code === code));
        after = no;
        if (items.length >= limit) return Promise.resolve({ items, next: String(after) });
      }
      if (rows.length < 100) return Promise.resolve({ items });
    }
  }
}
