import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { DeliveryBook, type DeliveredEntry, type DeliveredStanding } from '../../ports/delivery-book';
import { makePrivateFile, makePrivateFolder } from '../private-files';
import { StoreError } from '../store-error';
import { SqliteConnection } from './driver';
import { explainFailure } from './explain-failure';

/** The book's file, beside the store. */
export const DELIVERY_BOOK_FILE = 'deliveries.db';
/** Its tables, in an order in which they can be filled. */
export const DELIVERY_BOOK_TABLES = ['delivered', 'delivery'] as const;

const CACHE_KIBIBYTES = 32 * 1024;
const MISSING_AT_A_TIME = 1_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS delivered (
    format TEXT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL, content TEXT NOT NULL, version INTEGER NOT NULL,
    status TEXT NOT NULL, sealed BLOB NOT NULL, delivery INTEGER NOT NULL, PRIMARY KEY (format, name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS delivery (no INTEGER PRIMARY KEY, format TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS delivered_scope ON delivered (format, scope, status, delivery);
`;

interface Row {
  readonly name: string;
  readonly scope: string;
  readonly content: string;
  readonly version: number;
  readonly status: 'active' | 'retracted';
  readonly sealed: Buffer;
  readonly delivery: number;
}

interface BookOptions {
  readonly patienceMs?: number;
  readonly file?: string;
}

/** The book of deliveries in a file beside the store, which only its owner may read; a delivery is one transaction. */
export class SqliteDeliveryBook extends DeliveryBook {
  private readonly database: Sqlite.Database;
  private readonly file: string;
  private readonly find: Sqlite.Statement<[string, string], Row>;
  private readonly put: Sqlite.Statement;
  private readonly see: Sqlite.Statement;
  private readonly next: Sqlite.Statement<[string, string, number, string, number], Row>;
  private readonly count: Sqlite.Statement<[number, string, string], { missing: number | null; of: number }>;
  private reading: { readonly format: string; readonly delivery: number } | undefined;

  /** `patienceMs`: how long a delivery waits while another one is being read. */
  constructor(folder: string, { patienceMs = 1_000, file = DELIVERY_BOOK_FILE }: BookOptions = {}) {
    super();
    this.file = join(folder, file);
    try {
      makePrivateFolder(folder);
      makePrivateFile(this.file);
      this.database = new SqliteConnection(this.file, { timeout: patienceMs });
      this.database.pragma('journal_mode = WAL');
      this.database.pragma('synchronous = FULL');
      this.database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
      this.database.exec(SCHEMA);
    } catch (error) {
      throw explainFailure(this.file, error);
    }
    this.find = this.database.prepare('SELECT * FROM delivered WHERE format = ? AND name = ?');
    this.put = this.database.prepare('INSERT OR REPLACE INTO delivered VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.see = this.database.prepare('UPDATE delivered SET delivery = ? WHERE format = ? AND name = ?');
    this.next = this.database.prepare(
      `SELECT * FROM delivered WHERE format = ? AND scope = ? AND status = 'active' AND delivery < ? AND name > ? ` +
        'ORDER BY name LIMIT ?',
    );
    this.count = this.database.prepare(
      `SELECT sum(delivery < ?) AS missing, count(*) AS "of" FROM delivered WHERE format = ? AND scope = ? AND status = 'active'`,
    );
  }

  override begin(format: string): void {
    try {
      this.database.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw explainFailure(this.file, error);
      throw new StoreError(
        'Another delivery is being read into this store; wait for it to end and deliver this one again.',
        {
          retriable: true,
          cause: error,
        },
      );
    }
    const { lastInsertRowid } = this.database.prepare('INSERT INTO delivery (format) VALUES (?)').run(format);
    this.reading = { format, delivery: Number(lastInsertRowid) };
  }

  override standingOf(name: string): DeliveredStanding | undefined {
    const { format, delivery } = this.current();
    const row = this.find.get(format, name);
    if (row === undefined) return undefined;
    const { content, version, status } = row;
    return { content, version, status, isOfThisDelivery: row.delivery === delivery };
  }

  override enter({ name, scope, content, version, status, sealed }: DeliveredEntry): void {
    const { format, delivery } = this.current();
    this.put.run(format, name, scope, content, version, status, sealed, delivery);
  }

  override confirm(name: string): void {
    const { format, delivery } = this.current();
    this.see.run(delivery, format, name);
  }

  override missingIn(scope: string): { missing: number; of: number } {
    const { format, delivery } = this.current();
    const { missing, of } = this.count.get(delivery, format, scope) ?? { missing: 0, of: 0 };
    return { missing: missing ?? 0, of };
  }

  override *missing(scope: string): Iterable<DeliveredEntry> {
    const { format, delivery } = this.current();
    for (let after = ''; ;) {
      // Read whole before it is handed on: whoever takes them enters that they are retracted.
      const rows = this.next.all(format, scope, delivery, after, MISSING_AT_A_TIME);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.name;
    }
  }

  override keep(): void {
    this.current();
    this.database.exec('COMMIT');
    this.reading = undefined;
  }

  override forget(): void {
    if (this.reading === undefined) return;
    this.database.exec('ROLLBACK');
    this.reading = undefined;
  }

  override close(): void {
    this.forget();
    this.database.close();
  }

  private current(): { readonly format: string; readonly delivery: number } {
    if (this.reading === undefined) throw new Error('No delivery is being read: begin one.');
    return this.reading;
  }
}
