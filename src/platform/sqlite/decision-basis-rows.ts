import type { Day } from '../../kernel/day';
import { digestOf } from './row-sums';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

export interface BasisRow {
  readonly basisDigest: string;
  readonly decided_on: Day;
  readonly deadline: Day | null;
  readonly sum: number;
}

/** What a person's decisions stand under. */
interface Basis {
  readonly basisDigest: string;
  readonly decidedOn: Day;
  readonly deadline?: Day | undefined;
}

/** Under what each person's decisions stand and until when: short rows, so that all of them are soon read and written. */
export class DecisionBasisRows {
  private readonly upsert: SqliteStatement;
  private readonly update: SqliteStatement;
  private readonly remove: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly dueBy: SqliteStatement;
  private readonly underOther: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.upsert = database.prepare(
      'INSERT OR REPLACE INTO decision_basis (basisDigest, decided_on, deadline, sum, no) VALUES (?, ?, ?, ?, ?)',
    );
    this.update = database.prepare(
      'UPDATE decision_basis SET basisDigest = ?, decided_on = ?, deadline = ?, sum = ? WHERE no = ?',
    );
    this.remove = database.prepare('DELETE FROM decision_basis WHERE no = ?');
    this.one = database.prepare('SELECT basisDigest, decided_on, deadline, sum FROM decision_basis WHERE no = ?');
    this.dueBy = database.prepare('SELECT no FROM decision_basis WHERE deadline <= ? ORDER BY deadline LIMIT ?');
    this.underOther = database.prepare('SELECT no FROM decision_basis WHERE basisDigest <> ? LIMIT ?');
  }

  /** Only inside a unit. */
  put(number: number, basis: Basis): void {
    this.upsert.run(...valuesOf(number, basis));
  }

  /** False where there is no row to renew. Only inside a unit. */
  renew(number: number, basis: Basis): boolean {
    return this.update.run(...valuesOf(number, basis)).changes === 1;
  }

  delete(number: number): void {
    this.remove.run(number);
  }

  /** The row of a person, and whether it is as it was written. */
  of(number: number): { readonly isAsWritten: boolean } | undefined {
    const row = this.one.get<BasisRow>(number);
    if (row === undefined) return undefined;
    return { isAsWritten: row.sum === digestOf([number, row.basisDigest, row.decided_on, row.deadline]) };
  }

  /** The numbers of those whose deadline is the day or before. */
  due(day: Day, limit: number): readonly number[] {
    return this.dueBy.all<{ no: number }>(day, limit).map(({ no }) => no);
  }

  /** The numbers of those who were decided under another basis. */
  outdated(basisDigest: string, limit: number): readonly number[] {
    return this.underOther.all<{ no: number }>(basisDigest, limit).map(({ no }) => no);
  }
}

function valuesOf(number: number, { basisDigest, decidedOn, deadline }: Basis) {
  const row = [basisDigest, decidedOn, deadline ?? null] as const;
  return [...row, digestOf([number, ...row]), number] as const;
}
