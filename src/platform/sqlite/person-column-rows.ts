import type { PersonColumns } from '../../kernel/person-columns';
import { packColumns, unpackColumns, type PackedColumns } from './column-codec';
import { digestOf } from './row-sums';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

interface Row {
  readonly no: number;
  readonly size: number;
  readonly facts: Uint8Array;
  readonly words: string;
  readonly decided: Uint8Array | null;
}
type DecidedRow = Pick<Row, 'decided'> & { readonly sum: number };

/** A person's columns, of how many events, and the numbers of the decisions that stand, where they are of these columns. */
export interface KeptColumns {
  readonly eventCount: number;
  readonly columns: PersonColumns;
  readonly decided?: Uint8Array;
}

/**
 * A row for every folded person with what everyone is decided by: the columns of the pathway state and, until that is
 * replaced, the numbers of the decisions that were made of it. Both states and decisions keep it.
 */
export class PersonColumnRows {
  private readonly upsert: SqliteStatement;
  private readonly remove: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly some: SqliteStatement;
  private readonly keep: SqliteStatement;
  private readonly decidedOf: SqliteStatement;
  private readonly forget: SqliteStatement;
  private readonly all: SqliteStatement;

  constructor(database: SqliteDatabase) {
    this.upsert = database.prepare('INSERT OR REPLACE INTO person_column VALUES (?, ?, ?, ?, NULL, 0)');
    this.remove = database.prepare('DELETE FROM person_column WHERE no = ?');
    this.one = database.prepare('SELECT no, size, facts, words, decided FROM person_column WHERE no = ?');
    this.some = database.prepare(
      'SELECT no, size, facts, words, decided FROM person_column WHERE no IN (SELECT value FROM json_each(?))',
    );
    this.keep = database.prepare('UPDATE person_column SET decided = ?, sum = ? WHERE no = ? AND size = ?');
    this.all = database.prepare('SELECT count(*) AS count FROM person_column');
    this.forget = database.prepare('UPDATE person_column SET decided = NULL, sum = 0 WHERE no = ?');
    this.decidedOf = database.prepare('SELECT decided, sum FROM person_column WHERE no = ?');
  }

  /** Puts the columns of a state in place of what was kept; nothing is decided of them yet. Only inside a unit. */
  put(number: number, eventCount: number, columns: PersonColumns): void {
    const { facts, words } = packColumns(columns);
    this.upsert.run(number, eventCount, facts, words);
  }

  delete(number: number): void {
    this.remove.run(number);
  }

  /** By number, undefined of rows that cannot be read; asked for together, since each statement costs more than a row. */
  of(numbers: readonly number[]): readonly (readonly [number: number, kept: KeptColumns | undefined])[] {
    return this.some.all<Row>(JSON.stringify(numbers)).map((row) => {
      const columns = columnsIn(row);
      if (columns === undefined) return [row.no, undefined];
      const kept = { eventCount: row.size, columns };
      return [row.no, row.decided === null ? kept : { ...kept, decided: row.decided }];
    });
  }

  count(): number {
    return this.all.get<{ count: number }>()?.count ?? 0;
  }

  /** Whether the row is what would be written of a state. */
  isOf(number: number, eventCount: number, columns: PersonColumns): boolean {
    const row = this.one.get<Row>(number);
    const { facts, words } = packColumns(columns);
    return row?.size === eventCount && Buffer.compare(row.facts, facts) === 0 && row.words === words;
  }

  /** Keeps the numbers of decisions on so many events; undefined where they are not known. Only inside a unit. */
  keepDecided(number: number, eventCount: number, decided: Uint8Array | undefined): void {
    this.keep.run(decided ?? null, decided === undefined ? 0 : digestOf([number, decided]), number, eventCount);
  }

  /** Takes the numbers of decisions away that are none any more. Only inside a unit. */
  forgetDecided(number: number): void {
    this.forget.run(number);
  }

  hasDecided(number: number): boolean {
    return (this.decidedOf.get<DecidedRow>(number)?.decided ?? null) !== null;
  }

  /** Whether the numbers of the decisions are as they were written. */
  isAsDecided(number: number): boolean {
    const row = this.decidedOf.get<DecidedRow>(number);
    if (row === undefined) return true;
    return row.sum === (row.decided === null ? 0 : digestOf([number, row.decided]));
  }
}

/** The columns of a row; undefined where it cannot be read. */
export function columnsIn(row: PackedColumns): PersonColumns | undefined {
  try {
    return unpackColumns(row);
  } catch {
    return undefined;
  }
}
