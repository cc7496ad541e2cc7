import { othersTurn } from '../../kernel/others-turn';
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { SqliteConnection } from './driver';
import { UnitOfWork } from '../../ports/unit-of-work';
import { makePrivateFile, makePrivateFolder, narrow } from '../private-files';
import { KEY_NOTE } from '../store-key';
import { APPLICATION_ID, SCHEMA, STORE_FORMAT } from './schema';
import { explainFailure } from './explain-failure';
import { FileInPlace } from './file-in-place';
import { beginSum, RowSums } from './row-sums';
import { isBlank, noStoreIn, refuseForeign } from './store-format';
import { Unit } from './unit';

export interface SqliteOptions {
  readonly folder: string;
  /** 0 is without limit. */
  readonly maxBytes: number;
  /** Opens for reading only, beside the program that owns the store. */
  readonly readOnly?: boolean;
  /** By which a store knows its key again: another one is refused. */
  readonly keyNote: string;
}

const PAGE_BYTES = 4096;
const CACHE_KIBIBYTES = 48 * 1024;
const CHECKPOINT_PAGES = 8_000;
/** No more units join a transaction beyond this many or this long, so that those who wait for it are answered. */
const UNITS_A_TRANSACTION = 256;
const TRANSACTION_MS = 200;

type Parameters = readonly (string | number | null | Uint8Array)[];

/**
 * The embedded store: one SQLite file, one writer, WAL, `synchronous=FULL` but while something is derived from the log.
 *
 * Writes happen in units that run one after the other and land whole or not at all. Reads inside a unit see its
 * writes; reads outside see the last unit that landed.
 */
export class SqliteDatabase extends UnitOfWork {
  readonly file: string;
  /** By which the store knows that rows are as they were written. */
  readonly sums: RowSums;
  private readonly writer: Sqlite.Database;
  private readonly reader: Sqlite.Database;
  private readonly place: FileInPlace;
  private readonly inUnit = new AsyncLocalStorage<Unit>();
  private readonly waiting: Unit[] = [];
  private running: Promise<void> | undefined;

  constructor({ folder, maxBytes, readOnly = false, keyNote }: SqliteOptions) {
    super();
    this.file = join(folder, 'rehabspor.db');
    let opened: Sqlite.Database | undefined;
    try {
      if (readOnly && !existsSync(this.file)) throw noStoreIn(folder);
      if (!readOnly) makePrivate(folder, this.file);
      opened = new SqliteConnection(this.file, readOnly ? { readonly: true, fileMustExist: true } : {});
      this.writer = opened;
      this.place = new FileInPlace(this.file);
      if (readOnly) refuseForeign(this.writer, this.file, keyNote);
      else this.prepareForWriting(maxBytes, keyNote);
      this.reader = readOnly ? this.writer : new SqliteConnection(this.file, { readonly: true });
      this.reader.pragma(`cache_size = -${CACHE_KIBIBYTES / 4}`);
    } catch (error) {
      opened?.close();
      throw explainFailure(this.file, error);
    }
    this.sums = new RowSums(this);
  }

  private prepareForWriting(maxBytes: number, keyNote: string): void {
    const isNew = isBlank(this.writer);
    if (isNew) this.writer.pragma(`page_size = ${PAGE_BYTES}`);
    else refuseForeign(this.writer, this.file, keyNote);
    this.writer.pragma('journal_mode = WAL');
    this.writer.pragma('synchronous = FULL');
    this.writer.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
    this.writer.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (maxBytes > 0) this.writer.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / PAGE_BYTES))}`);
    if (isNew) this.begin(keyNote);
  }

  private begin(keyNote: string): void {
    this.writer.transaction(() => {
      this.writer.exec(SCHEMA);
      this.writer.prepare('INSERT INTO store_note VALUES (?, ?)').run(KEY_NOTE, keyNote);
      beginSum(this.writer, 'store_note');
      this.writer.pragma(`application_id = ${APPLICATION_ID}`);
      this.writer.pragma(`user_version = ${STORE_FORMAT}`);
    })();
  }

  /**
   * Runs work that derives from the log alone. What lands meanwhile survives the end of the program at once, a power cut
   * when this resolves: what is lost then is derived again, since how far the log was read lands with what was made of it.
   */
  async whileDeriving<T>(work: () => Promise<T>): Promise<T> {
    await this.keepFrom('NORMAL');
    const done = await work().finally(() => this.keepFrom('FULL'));
    try {
      this.writer.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      throw explainFailure(this.file, error);
    }
    return done;
  }

  /** From the next transaction on. */
  private async keepFrom(synchronous: 'FULL' | 'NORMAL'): Promise<void> {
    while (this.running !== undefined) await this.running;
    this.writer.pragma(`synchronous = ${synchronous}`);
  }

  /** Units that wait while another runs share the next transaction, and so one write to disk. */
  override run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isInUnit()) return work();
    return new Promise<T>((resolve, reject) => {
      this.waiting.push(new Unit(work, resolve as (value: unknown) => void, reject));
      this.running ??= this.runWaiting();
    });
  }

  /** Between transactions everything else gets its turn. */
  private async runWaiting(): Promise<void> {
    await Promise.resolve();
    for (let unit = this.waiting.shift(); unit !== undefined; unit = this.waiting.shift()) {
      await this.transact(unit);
      await othersTurn();
    }
    this.running = undefined;
  }

  /**
   * Runs units in one transaction, each behind a savepoint, so that one that fails takes only itself back. Units that
   * these bring about (a consumer of what was just published) join too: what an event leads to lands with it.
   */
  private async transact(first: Unit): Promise<void> {
    const together: Unit[] = [];
    const begun = performance.now();
    try {
      this.place.refuseIfGone();
      this.writer.exec('BEGIN IMMEDIATE');
      for (let unit: Unit | undefined = first; unit !== undefined; unit = this.waiting.shift()) {
        together.push(unit);
        await this.attempt(unit);
        if (together.length >= UNITS_A_TRANSACTION || performance.now() - begun > TRANSACTION_MS) break;
      }
      this.writer.exec('COMMIT');
    } catch (error) {
      if (this.writer.inTransaction) this.writer.exec('ROLLBACK');
      if (together.length === 0) together.push(first);
      for (const unit of [...together].reverse()) {
        unit.failure ??= error as Error;
        unit.takeBack();
      }
    }
    for (const unit of together) unit.settle((failure) => explainFailure(this.file, failure));
  }

  /** Throws when the unit's failure ended the whole transaction. */
  private async attempt(unit: Unit): Promise<void> {
    this.writer.exec('SAVEPOINT unit');
    await this.inUnit.run(unit, () => unit.attempt());
    if (unit.failure !== undefined) {
      if (!this.writer.inTransaction) throw unit.failure;
      this.writer.exec('ROLLBACK TO unit');
      unit.takeBack();
    }
    this.writer.exec('RELEASE unit');
  }

  /** Runs something as if it were outside the unit that runs now. */
  outsideUnit(work: () => void): void {
    this.inUnit.exit(work);
  }

  /** Calls back at the end of the unit that runs now, to write what was gathered for it. */
  beforeLanding(write: () => void): void {
    this.inUnit.getStore()?.beforeCommit.push(write);
  }

  /** Calls back once the unit that runs now has landed. */
  whenLanded(notify: () => void): void {
    this.inUnit.getStore()?.afterCommit.push(notify);
  }

  /** Calls back, the latest first, when the unit that runs now does not land. */
  whenRolledBack(undo: () => void): void {
    this.inUnit.getStore()?.afterRollback.push(undo);
  }

  /** Calls back when the unit that runs now is over, landed or not. */
  whenOver(callback: () => void): void {
    this.whenLanded(callback);
    this.whenRolledBack(callback);
  }

  /** True inside a unit. */
  isInUnit(): boolean {
    return this.inUnit.getStore() !== undefined;
  }

  /** Prepares a statement; it runs inside the unit it is used in, or reads what has landed. */
  prepare(sql: string): SqliteStatement {
    return new SqliteStatement(sql, this.writer, this.reader, () => this.isInUnit());
  }

  /** Holds the readers' view of the store at this moment until it is closed. */
  beginSnapshot(): void {
    this.reader.exec('BEGIN');
  }

  /** Throws `StoreError` when the store was deleted, moved or replaced while it was open. */
  refuseIfGone(): void {
    this.place.refuseIfGone();
  }

  /** The size of the store's content in bytes. */
  sizeInBytes(): number {
    const pages = this.reader.pragma('page_count', { simple: true }) as number;
    return pages * (this.reader.pragma('page_size', { simple: true }) as number);
  }

  /** Waits for the unit that runs and closes; nothing may be used afterwards. */
  async close(): Promise<void> {
    await this.running;
    if (this.reader !== this.writer) this.reader.close();
    this.writer.close();
  }
}

function makePrivate(folder: string, file: string): void {
  makePrivateFolder(folder);
  makePrivateFile(file); // What SQLite puts beside it gets the same mode.
  for (const beside of ['-wal', '-shm', '-journal']) narrow(`${file}${beside}`);
}

/** A statement on both connections: the writer inside a unit, the reader outside. */
export class SqliteStatement {
  private forWriter: Sqlite.Statement | undefined;
  private forReader: Sqlite.Statement | undefined;

  constructor(
    private readonly sql: string,
    private readonly writer: Sqlite.Database,
    private readonly reader: Sqlite.Database,
    private readonly isInUnit: () => boolean,
  ) {}

  /** Runs a write; adapters call it inside units only. */
  run(...parameters: Parameters): Sqlite.RunResult {
    return (this.forWriter ??= this.writer.prepare(this.sql)).run(...parameters);
  }

  /** The first row, or undefined. */
  get<Row>(...parameters: Parameters): Row | undefined {
    return this.current().get(...parameters) as Row | undefined;
  }

  all<Row>(...parameters: Parameters): Row[] {
    return this.current().all(...parameters) as Row[];
  }

  /** Row after row; nothing else may be asked of the store meanwhile. */
  iterate(): IterableIterator<unknown> {
    return this.current().iterate();
  }

  private current(): Sqlite.Statement {
    return this.isInUnit()
      ? (this.forWriter ??= this.writer.prepare(this.sql))
      : (this.forReader ??= this.reader.prepare(this.sql));
  }
}
