import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import {
  DecisionStore,
  type DecisionChange,
  type PersonDecisions,
  type RenewedDecisions,
} from '../../ports/decision-store';
import type { GonePerson } from '../../ports/pathway-state-store';
import { changedLines, decisionsIn, differenceOf, linesOf } from '../decision-lines';
import { DecisionBasisRows, type BasisRow } from './decision-basis-rows';
import { HeldPersons } from './held-persons';
import { PersonColumnRows } from './person-column-rows';
import type { PersonNumbers } from './person-numbers';
import { digestOf } from './row-sums';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly no: number;
  readonly size: number;
  readonly sum: number;
  readonly decisions: string;
}
type WholeRow = Row & Omit<BasisRow, 'sum'>;

/** The decisions of a row, which is known by its digest. */
interface Held {
  readonly sum: number;
  readonly text: string;
  readonly decisions: readonly IndicatorDecision[];
}

const WHOLE =
  'SELECT no, size, basisDigest, decided_on, deadline, decisions FROM decision JOIN decision_basis USING (no)';
const EVERY_NUMBER = `SELECT no FROM decision UNION SELECT no FROM decision_basis
  UNION SELECT no FROM person_column WHERE decided IS NOT NULL`;

/** Whose decisions take more characters is held, up to so many in all. */
const LONG_TEXT = 30_000;
const CHARACTERS_HELD = 8_000_000;

/**
 * Decisions in the embedded store: one row a person, one decision a line, so that lines tell what changed. What a person
 * was decided under and when lies in a row of its own, and in columns the decisions as numbers, so that a person on whom
 * nothing changes is neither read nor written here. Nothing else tells these again, so that rows bear digests of themselves.
 */
export class SqliteDecisionStore extends DecisionStore {
  private readonly upsert: SqliteStatement;
  private readonly delete: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly whole: SqliteStatement;
  private readonly sumOf: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly all: SqliteStatement;
  private readonly held: HeldPersons<Held>;
  /** The lines of decisions that were compared, until they are put. */
  private readonly texts = new WeakMap<PersonDecisions, string>();
  private readonly bases: DecisionBasisRows;
  private readonly inColumns: PersonColumnRows;

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
    this.bases = new DecisionBasisRows(database);
    this.inColumns = new PersonColumnRows(database);
    this.sumOf = database.prepare('SELECT sum FROM decision WHERE no = ?');
    this.upsert = database.prepare(
      `INSERT INTO decision (no, size, sum, decisions) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET size = excluded.size, sum = excluded.sum, decisions = excluded.decisions
         WHERE excluded.size >= size`,
    );
    this.delete = database.prepare('DELETE FROM decision WHERE no = ?');
    this.one = database.prepare('SELECT * FROM decision WHERE no = ?');
    this.whole = database.prepare(`${WHOLE} WHERE no = ?`);
    this.page = database.prepare(`${WHOLE} WHERE no > ? ORDER BY no LIMIT ?`);
    // A row of one table that belongs to none of the other stands for itself: whoever counts finds it.
    this.all = database.prepare(
      'SELECT count(*) AS count FROM (SELECT no FROM decision UNION SELECT no FROM decision_basis)',
    );
  }

  override compare(
    decided: readonly PersonDecisions[],
    gone: readonly PersonKey[],
  ): Promise<readonly DecisionChange[]> {
    const changes = [
      ...decided.map((one) => this.changeOf(one)),
      ...gone.map((person) => {
        const before = this.rowOf(person)?.decisions;
        return before === undefined ? undefined : differenceOf(person, [], before);
      }),
    ];
    return Promise.resolve(changes.filter((change) => change !== undefined));
  }

  private changeOf(one: PersonDecisions): DecisionChange | undefined {
    const { person, numbered } = one;
    const held = this.heldOf(person);
    if (held !== undefined) return differenceOf(person, one.decisions, held.text, held.decisions);
    const row = this.rowOf(person);
    if (row === undefined || numbered?.others === undefined || !isAsWritten(row))
      return differenceOf(person, one.decisions, row?.decisions);
    const { text, change } = changedLines(person, row.decisions, numbered.others);
    this.texts.set(one, text);
    return change;
  }

  override put(decided: readonly PersonDecisions[]): Promise<void> {
    return this.database.run(() => {
      for (const one of decided) {
        const { person, eventCount, basisDigest, decidedOn, deadline } = one;
        const changed = this.texts.get(one);
        const text = changed ?? linesOf(one.decisions).join('\n');
        const number = this.persons.numberOf(person);
        const sum = digestOf([number, eventCount, text]);
        if (this.upsert.run(number, eventCount, sum, text).changes === 0) continue;
        this.bases.put(number, { basisDigest, decidedOn, deadline });
        this.inColumns.keepDecided(number, eventCount, one.numbered?.numbers);
        if (changed === undefined && text.length >= LONG_TEXT)
          this.held.hold(person, { sum, text, decisions: one.decisions });
        else this.held.forget(person);
      }
      return Promise.resolve();
    });
  }

  override renew(renewed: readonly RenewedDecisions[]): Promise<ReadonlySet<PersonKey>> {
    return this.database.run(() => {
      const stayed = new Set<PersonKey>();
      for (const { person, ...basis } of renewed) {
        const number = this.persons.find(person);
        if (number !== undefined && this.bases.renew(number, basis)) stayed.add(person);
      }
      return Promise.resolve(stayed);
    });
  }

  override remove(persons: readonly GonePerson[]): Promise<void> {
    return this.database.run(() => {
      for (const { person } of persons) {
        const number = this.persons.find(person);
        if (number !== undefined) this.deleteAll(number);
      }
      return Promise.resolve();
    });
  }

  private deleteAll(number: number): void {
    this.delete.run(number);
    this.bases.delete(number);
    this.inColumns.forgetDecided(number);
  }

  /** Those of the given whose rows are not as they were written, or do not go together. */
  changed(persons: Iterable<PersonKey>): readonly PersonKey[] {
    return [...persons].filter((person) => {
      const number = this.persons.find(person);
      return number !== undefined && !this.isSound(number);
    });
  }

  private isSound(number: number): boolean {
    if (!this.inColumns.isAsDecided(number)) return false;
    const row = this.one.get<Row>(number);
    const basis = this.bases.of(number);
    if (row === undefined || basis === undefined) return row === basis && !this.inColumns.hasDecided(number);
    return isAsWritten(row) && basis.isAsWritten;
  }

  /** Takes away rows that are not as they were written, and those of numbers that nobody has; only to decide anew. */
  async removeUnreadable(): Promise<void> {
    await this.database.run(() => {
      const rows = this.database.prepare(EVERY_NUMBER).all<{ no: number }>();
      for (const { no } of rows) if (!this.isSound(no) || !this.persons.has(no)) this.deleteAll(no);
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
      const number = this.persons.find(person);
      const row = number === undefined ? undefined : this.whole.get<WholeRow>(number);
      if (row !== undefined) found.set(person, this.decisionsOf(row));
    }
    return Promise.resolve(found);
  }

  override due(day: Day, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.persons.keysOf(this.bases.due(day, limit)));
  }

  override outdated(basisDigest: string, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.persons.keysOf(this.bases.outdated(basisDigest, limit)));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly PersonDecisions[]> {
    for (let after = 0; ;) {
      const rows = this.page.all<WholeRow>(after, atATime);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map((row) => this.decisionsOf(row));
      after = last.no;
    }
  }

  override count(): Promise<number> {
    return Promise.resolve(this.all.get<{ count: number }>()?.count ?? 0);
  }

  private decisionsOf({ no, size, basisDigest, decided_on, deadline, decisions }: WholeRow): PersonDecisions {
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

const isAsWritten = ({ no, size, sum, decisions }: Row): boolean => digestOf([no, size, decisions]) === sum;
