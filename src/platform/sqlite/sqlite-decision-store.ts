import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import { DecisionStore, type DecisionChange, type PersonDecisions } from '../../ports/decision-store';
import type { GonePerson } from '../../ports/pathway-state-store';
import { decisionsIn, differenceOf, linesOf } from '../decision-lines';
import { HeldPersons } from './held-persons';
import type { PersonNumbers } from './person-numbers';
import { digestOf } from './row-sums';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly no: number;
  readonly size: number;
  readonly basisDigest: string;
  readonly decided_on: Day;
  readonly deadline: Day | null;
  readonly decisions: string;
  readonly sum: number;
}

/** The decisions of a row, which is known by its digest. */
interface Held {
  readonly sum: number;
  readonly text: string;
  readonly decisions: readonly IndicatorDecision[];
}

/** Whose decisions take more characters is held, up to so many in all. */
const LONG_TEXT = 30_000;
const CHARACTERS_HELD = 8_000_000;

/**
 * Decisions in the embedded store: one row a person, one decision a line, so that lines tell what changed. What a person
 * was decided under and when nothing else tells again, so that a row bears a digest of itself.
 */
export class SqliteDecisionStore extends DecisionStore {
  private readonly upsert: SqliteStatement;
  private readonly delete: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly sumOf: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly all: SqliteStatement;
  private readonly dueBy: SqliteStatement;
  private readonly underOther: SqliteStatement;
  private readonly held: HeldPersons<Held>;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.held = new HeldPersons(database, {
      weightOf: ({ text }) => text.length,
      from: LONG_TEXT,
      upTo: CHARACTERS_HELD,
    });
    this.sumOf = database.prepare('SELECT sum FROM decision WHERE no = ?');
    this.upsert = database.prepare(
      `INSERT INTO decision (no, size, basisDigest, decided_on, deadline, decisions, sum) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET size = excluded.size, basisDigest = excluded.basisDigest, decided_on = excluded.decided_on,
         deadline = excluded.deadline, decisions = excluded.decisions, sum = excluded.sum WHERE excluded.size >= size`,
    );
    this.delete = database.prepare('DELETE FROM decision WHERE no = ?');
    this.one = database.prepare('SELECT * FROM decision WHERE no = ?');
    this.page = database.prepare('SELECT * FROM decision WHERE no > ? ORDER BY no LIMIT ?');
    this.all = database.prepare('SELECT count(*) AS count FROM decision');
    this.dueBy = database.prepare('SELECT no FROM decision WHERE deadline <= ? ORDER BY deadline LIMIT ?');
    this.underOther = database.prepare('SELECT no FROM decision WHERE basisDigest <> ? LIMIT ?');
  }

  override compare(
    decided: readonly PersonDecisions[],
    gone: readonly PersonKey[],
  ): Promise<readonly DecisionChange[]> {
    const changes = [
      ...decided.map(({ person, decisions }) => {
        const held = this.heldOf(person);
        return held === undefined
          ? differenceOf(person, decisions, this.rowOf(person)?.decisions)
          : differenceOf(person, decisions, held.text, held.decisions);
      }),
      ...gone.map((person) => {
        const before = this.rowOf(person)?.decisions;
        return before === undefined ? undefined : differenceOf(person, [], before);
      }),
    ];
    return Promise.resolve(changes.filter((change) => change !== undefined));
  }

  override put(decided: readonly PersonDecisions[]): Promise<void> {
    return this.database.run(() => {
      for (const { person, eventCount, basisDigest, decidedOn, deadline, decisions } of decided) {
        const text = linesOf(decisions).join('\n');
        const row = [
          this.persons.numberOf(person),
          eventCount,
          basisDigest,
          decidedOn,
          deadline ?? null,
          text,
        ] as const;
        const sum = digestOf(row);
        if (this.upsert.run(...row, sum).changes > 0) this.held.hold(person, { sum, text, decisions });
      }
      return Promise.resolve();
    });
  }

  override remove(persons: readonly GonePerson[]): Promise<void> {
    return this.database.run(() => {
      for (const { person } of persons) {
        const number = this.persons.find(person);
        if (number !== undefined) this.delete.run(number);
      }
      return Promise.resolve();
    });
  }

  /** Those of the given whose row is not as it was written. */
  changed(persons: Iterable<PersonKey>): readonly PersonKey[] {
    return [...persons].filter((person) => {
      const row = this.rowOf(person);
      return row !== undefined && !isAsWritten(row);
    });
  }

  /** Takes away rows that are not as they were written, and those of numbers that nobody has; only to decide anew. */
  async removeUnreadable(): Promise<void> {
    await this.database.run(() => {
      const rows = this.database.prepare('SELECT * FROM decision').all<Row>();
      const isSound = (row: Row): boolean => isAsWritten(row) && this.persons.has(row.no);
      for (const { no } of rows.filter((row) => !isSound(row))) this.delete.run(no);
      return Promise.resolve();
    });
  }

  private heldOf(person: PersonKey): Held | undefined {
    const held = this.held.get(person);
    const number = held === undefined ? undefined : this.persons.find(person);
    if (number === undefined) return undefined;
    return held?.sum === this.sumOf.get<{ sum: number }>(number)?.sum ? held : undefined;
  }

  private rowOf(person: PersonKey): Row | undefined {
    const number = this.persons.find(person);
    return number === undefined ? undefined : this.one.get<Row>(number);
  }

  override load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonDecisions>> {
    const found = new Map<PersonKey, PersonDecisions>();
    for (const person of persons) {
      const row = this.rowOf(person);
      if (row !== undefined) found.set(person, this.decisionsOf(row));
    }
    return Promise.resolve(found);
  }

  override due(day: Day, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.keysOf(this.dueBy.all<{ no: number }>(day, limit)));
  }

  override outdated(basisDigest: string, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.keysOf(this.underOther.all<{ no: number }>(basisDigest, limit)));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly PersonDecisions[]> {
    for (let after = 0; ;) {
      const rows = this.page.all<Row>(after, atATime);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map((row) => this.decisionsOf(row));
      after = last.no;
    }
  }

  override count(): Promise<number> {
    return Promise.resolve(this.all.get<{ count: number }>()?.count ?? 0);
  }

  private keysOf(rows: readonly { readonly no: number }[]): PersonKey[] {
    return rows.map(({ no }) => this.persons.keyOf(no));
  }

  private decisionsOf({ no, size, basisDigest, decided_on, deadline, decisions }: Row): PersonDecisions {
    return {
      person: this.persons.keyOf(no),
      eventCount: size,
      basisDigest,
      decidedOn: decided_on,
      ...(deadline === null ? undefined : { deadline }),
      decisions: decisionsIn(decisions),
    };
  }
}

const isAsWritten = ({ no, size, basisDigest, decided_on, deadline, decisions, sum }: Row): boolean =>
  digestOf([no, size, basisDigest, decided_on, deadline, decisions]) === sum;
