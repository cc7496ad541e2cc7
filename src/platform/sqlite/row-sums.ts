import { crc32 } from 'node:zlib';
import type Sqlite from 'better-sqlite3';

/** Tables whose rows nothing else tells again as they stand, so that only their sums say whether they are what was written. */
const SUMMED = [
  'claimed_event',
  'claimed_registration',
  'log_clinical_events',
  'log_feed_statuses',
  'log_pathway_changes',
  'log_decisions',
  'log_feed_alarms',
  'log_look_alarms',
  'rejected_event',
  'data_key',
  'alarm_step',
  'relation_step',
  'frozen_report',
  'report_step',
  'proposed_set',
  'proposal_step',
  'subscription',
  'webhook',
  'store_note',
] as const;
export type SummedTable = (typeof SUMMED)[number];

/** Tables of figures that are added up, of which the sums say the same without the rows being read again. */
const FIGURED = ['delivery', 'consumer_offset'] as const;
type FiguredTable = (typeof FIGURED)[number];

/** A statement as the store prepares it. */
interface Statement {
  run(...values: Row): { readonly changes: number };
  get<R>(...values: Row): R | undefined;
  all<R>(...values: Row): R[];
  iterate(): IterableIterator<unknown>;
}

type Value = string | number | null | Uint8Array;
type Row = readonly Value[];
/** A row by what names it, and figures of it. */
export interface Figured {
  readonly row: Row;
  readonly figures: readonly number[];
}
interface Kept {
  readonly rows: number;
  readonly sum: number;
}

const UPDATE = `INSERT INTO row_sum VALUES (?, ?, ? & ${2 ** 52 - 1}) ON CONFLICT DO UPDATE
  SET rows = rows + excluded.rows, sum = (sum + excluded.sum) & ${2 ** 52 - 1}`;

/**
 * How many rows there should be in tables that only this store knows, and the sum of their digests (CRC-32, which finds
 * every change of up to four bytes in a row): kept in the unit that writes the rows, looked at when the store is verified.
 * They find what happens to files, not who means to deceive.
 */
export class RowSums {
  private readonly update: Statement;
  private readonly notes: Statement;
  private readonly kept: Statement;
  private readonly all: Statement;

  constructor(private readonly database: { prepare(sql: string): Statement }) {
    this.update = database.prepare(UPDATE);
    this.notes = database.prepare('SELECT * FROM store_note');
    this.kept = database.prepare('SELECT rows, sum FROM row_sum WHERE name = ?');
    this.all = database.prepare('SELECT name FROM row_sum');
  }

  /** Runs an insert of whole rows, or of none where one is there; true when it was inserted. */
  insert(table: SummedTable, statement: Statement, ...row: Row): boolean {
    const isNew = statement.run(...row).changes === 1;
    if (isNew) this.update.run(table, 1, digestOf(row));
    return isNew;
  }

  /** Runs work that adds, changes or takes away the rows that `rows` selects whole; gives what the work gives. */
  around<T>(table: SummedTable, rows: () => readonly object[], work: () => T): T {
    const before = rows();
    const done = work();
    this.changed(table, rows(), before);
    return done;
  }

  /** Counts in whole rows that were written, and others that were taken away. */
  changed(table: SummedTable, added: readonly object[], removed: readonly object[]): void {
    this.update.run(table, added.length - removed.length, sumOf(added) - sumOf(removed));
  }

  /** Runs work that writes a note of the store. */
  note<T>(work: () => T): T {
    return this.around('store_note', () => [...this.notes.iterate()] as object[], work);
  }

  /** Counts in figures that were added to rows, whatever they were before. */
  added(table: FiguredTable, rows: readonly Figured[]): void {
    this.update.run(table, 0, sumOfFigures(rows));
  }

  /** Which tables are not as they were written, a sentence each. */
  faults(): readonly string[] {
    const known: readonly string[] = [...SUMMED, ...FIGURED];
    const strangers = this.all.all<{ name: string }>().filter(({ name }) => !known.includes(name));
    const unknown = strangers.map(({ name }) => `row_sum tells of ${name}, which is no table it is kept of`);
    const inTables = SUMMED.flatMap((table) => {
      let rows = 0;
      let sum = 0;
      for (const row of this.database.prepare(`SELECT * FROM ${table}`).iterate()) {
        rows += 1;
        sum = (sum + digestOf(Object.values(row as object) as Value[])) % 2 ** 52;
      }
      return this.faultIn(table, rows, sum);
    });
    return [...unknown, ...inTables];
  }

  /** The same of figures that are added up, given as they stand; a row that nothing was added to was never written. */
  faultsOfFigures(table: FiguredTable, rows: readonly Figured[]): readonly string[] {
    const strange = rows.filter(({ figures }) => figures.every((figure) => figure === 0)).length;
    const strangers = strange === 0 ? [] : [`${table} holds ${strange} rows that nothing was added to`];
    const kept = this.kept.get<Kept>(table) ?? { rows: 0, sum: 0 };
    const isAsAdded = kept.rows === 0 && kept.sum === sumOfFigures(rows);
    return [...strangers, ...(isAsAdded ? [] : [`${table} does not hold the figures that were added to it`])];
  }

  private faultIn(table: string, rows: number, sum: number): readonly string[] {
    const kept = this.kept.get<Kept>(table) ?? { rows: 0, sum: 0 };
    if (rows !== kept.rows) return [`${table} holds ${rows} rows, but ${kept.rows} were written`];
    return sum === kept.sum ? [] : [`${table} is not as it was written: what stands in a row was changed`];
  }
}

/** Begins the sum of a table with the rows that stand in it when the store is made. */
export function beginSum(writer: Sqlite.Database, table: SummedTable): void {
  const rows = writer.prepare(`SELECT * FROM ${table}`).all() as object[];
  writer.prepare(UPDATE).run(table, rows.length, sumOf(rows));
}

const sumOf = (rows: readonly object[]): number =>
  rows.reduce((sum, row) => sum + digestOf(Object.values(row) as Value[]), 0);

/** Longer texts are not copied to be digested; shorter ones are digested together, since a call costs more than they do. */
const LONG = 200;

/** The digest of a row; what is absent is told from what is empty. */
export function digestOf(row: Row): number {
  let digest = 0;
  let short = '';
  for (const value of row) {
    if (typeof value === 'string' && value.length <= LONG) short += `${value};`;
    else if (typeof value === 'string' || value instanceof Uint8Array) {
      if (short !== '') digest = crc32(short, digest);
      digest = crc32(value, digest);
      short = typeof value === 'string' ? ';' : '';
    } else short += `${value ?? '\0'};`;
  }
  return short === '' ? digest : crc32(short, digest);
}

const sumOfFigures = (rows: readonly Figured[]): number =>
  rows.reduce((sum, { row, figures }) => (sum + weighed(row, figures)) % 2 ** 52, 0);

/** Additive, so that the sum is the same however figures came about: each weighs what its row and place say, in 24 bits. */
function weighed(row: Row, figures: readonly number[]): number {
  const digest = digestOf(row);
  return figures.reduce((sum, figure, at) => {
    const weight = Math.imul(digest ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b) >>> 8;
    return (sum + product(weight, figure)) % 2 ** 52;
  }, 0);
}

/** Their product in 52 bits, exact however large it is: otherwise what is added bit by bit were another sum than the whole. */
const product = (weight: number, figure: number): number =>
  weight * figure <= Number.MAX_SAFE_INTEGER && figure >= 0
    ? (weight * figure) % 2 ** 52
    : Number(BigInt.asUintN(52, BigInt(weight) * BigInt(figure)));
