import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { IndicatorDecision } from '../../kernel/decision';
import { DecisionStore, type DecisionChange, type PersonDecisions } from '../../ports/decision-store';
import type { Page } from '../../ports/pathway-state-store';
import type { PersonNumbers } from './person-numbers';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly no: number;
  readonly ruling: string;
  readonly decided_on: Day;
  readonly deadline: Day | null;
  readonly decisions: string;
}

/** Decisions in the embedded store: one row a person, one decision a line, so that lines tell what changed. */
export class SqliteDecisionStore extends DecisionStore {
  private readonly upsert: SqliteStatement;
  private readonly delete: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly dueBy: SqliteStatement;
  private readonly underOther: SqliteStatement;
  private readonly allDue: SqliteStatement;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly persons: PersonNumbers,
  ) {
    super();
    this.upsert = database.prepare(
      `INSERT INTO decision (no, ruling, decided_on, deadline, decisions) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET ruling = excluded.ruling, decided_on = excluded.decided_on,
         deadline = excluded.deadline, decisions = excluded.decisions`,
    );
    this.delete = database.prepare('DELETE FROM decision WHERE no = ?');
    this.one = database.prepare('SELECT * FROM decision WHERE no = ?');
    this.page = database.prepare('SELECT * FROM decision WHERE no > ? ORDER BY no LIMIT ?');
    this.dueBy = database.prepare('SELECT no FROM decision WHERE deadline <= ? ORDER BY deadline LIMIT ?');
    this.allDue = database.prepare("UPDATE decision SET deadline = ''");
    this.underOther = database.prepare('SELECT no FROM decision WHERE ruling <> ? LIMIT ?');
  }

  override put(decided: readonly PersonDecisions[]): Promise<readonly DecisionChange[]> {
    return this.database.run(() => {
      const changes: DecisionChange[] = [];
      for (const { person, ruling, decidedOn, deadline, decisions } of decided) {
        const number = this.persons.numberOf(person);
        const lines = decisions.map((decision) => JSON.stringify(decision));
        const before = this.one.get<Row>(number);
        const text = lines.join('\n');
        this.upsert.run(number, ruling, decidedOn, deadline ?? null, text);
        if (before?.decisions === text) continue;
        changes.push(differenceOf(person, decisions, lines, before));
      }
      return Promise.resolve(changes);
    });
  }

  override remove(persons: readonly PersonKey[]): Promise<readonly DecisionChange[]> {
    return this.database.run(() => {
      const changes: DecisionChange[] = [];
      for (const person of persons) {
        const number = this.persons.find(person);
        const before = number === undefined ? undefined : this.one.get<Row>(number);
        if (number === undefined || before === undefined) continue;
        this.delete.run(number);
        changes.push(differenceOf(person, [], [], before));
      }
      return Promise.resolve(changes);
    });
  }

  override load(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, PersonDecisions>> {
    const found = new Map<PersonKey, PersonDecisions>();
    for (const person of persons) {
      const number = this.persons.find(person);
      const row = number === undefined ? undefined : this.one.get<Row>(number);
      if (row !== undefined) found.set(person, this.decisionsOf(row));
    }
    return Promise.resolve(found);
  }

  override due(day: Day, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.keysOf(this.dueBy.all<{ no: number }>(day, limit)));
  }

  override makeAllDue(): Promise<void> {
    return this.database.run(() => {
      this.allDue.run();
      return Promise.resolve();
    });
  }

  override outdated(ruling: string, limit: number): Promise<readonly PersonKey[]> {
    return Promise.resolve(this.keysOf(this.underOther.all<{ no: number }>(ruling, limit)));
  }

  override scan(from: number, limit: number): Promise<Page<PersonDecisions>> {
    const rows = this.page.all<Row>(from, limit);
    const items = rows.map((row) => this.decisionsOf(row));
    const last = rows.at(-1);
    return Promise.resolve(rows.length < limit || last === undefined ? { items } : { items, next: last.no });
  }

  private keysOf(rows: readonly { readonly no: number }[]): PersonKey[] {
    return rows.map(({ no }) => this.persons.keyOf(no));
  }

  private decisionsOf({ no, ruling, decided_on, deadline, decisions }: Row): PersonDecisions {
    return {
      person: this.persons.keyOf(no),
      ruling,
      decidedOn: decided_on,
      ...(deadline === null ? undefined : { deadline }),
      decisions: decisionsIn(decisions),
    };
  }
}

function decisionsIn(text: string): IndicatorDecision[] {
  return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as IndicatorDecision[]);
}

/** What is other than before, by comparing the lines; and what is no longer there. */
function differenceOf(
  person: PersonKey,
  decisions: readonly IndicatorDecision[],
  lines: readonly string[],
  before: Row | undefined,
): DecisionChange {
  if (before === undefined) return { person, changed: decisions, withdrawn: [] };
  const linesBefore = new Set(before.decisions.split('\n'));
  const linesNow = new Set(lines);
  const changed = decisions.filter((_, at) => !linesBefore.has(lines[at] as string));
  const standing = new Set(decisions.map(({ pathway, indicator }) => `${pathway} ${indicator}`));
  const withdrawn = decisionsIn([...linesBefore].filter((line) => !linesNow.has(line)).join('\n'))
    .filter(({ pathway, indicator }) => !standing.has(`${pathway} ${indicator}`))
    .map(({ pathway, indicator }) => ({ pathway, indicator }));
  return { person, changed, withdrawn };
}
