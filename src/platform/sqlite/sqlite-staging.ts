import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import type { Staging } from '../../kernel/staging';
import { makePrivateFile } from '../private-files';
import { SqliteConnection } from './driver';

const CACHE_KIBIBYTES = 24 * 1024;
/** Whole numbers as programs write them, which take less room than texts. */
const NUMBER = /^[1-9]\d{0,14}$/;

type Key = string | number;

/**
 * Texts put aside in a file of a folder, with one transaction that is never synced: the file is worth nothing once the
 * delivery is read, and is removed then. Its pages in memory are bounded, its size on disk is some 60 bytes a text.
 */
export class SqliteStaging implements Staging {
  private static opened = 0;
  private readonly file: string;
  private readonly database: Sqlite.Database;
  private readonly adding: Sqlite.Statement;
  private readonly setting: Sqlite.Statement;
  private readonly getting: Sqlite.Statement;

  constructor(folder: string) {
    SqliteStaging.opened += 1;
    this.file = join(folder, `staging-${process.pid}-${SqliteStaging.opened}.db`);
    makePrivateFile(this.file);
    this.database = new SqliteConnection(this.file);
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE']) {
      this.database.pragma(pragma);
    }
    this.database.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
    this.database.exec(
      'CREATE TABLE put (space INTEGER NOT NULL, key NOT NULL, text TEXT NOT NULL, PRIMARY KEY (space, key)) WITHOUT ROWID',
    );
    this.database.exec('BEGIN');
    this.adding = this.database.prepare('INSERT OR IGNORE INTO put VALUES (?, ?, ?)');
    this.setting = this.database.prepare('INSERT OR REPLACE INTO put VALUES (?, ?, ?)');
    this.getting = this.database.prepare('SELECT text FROM put WHERE space = ? AND key = ?').pluck();
  }

  add(space: number, key: string, text: string): boolean {
    return this.adding.run(space, packed(key), text).changes === 1;
  }

  set(space: number, key: string, text: string): void {
    this.setting.run(space, packed(key), text);
  }

  get(space: number, key: string): string | undefined {
    return this.getting.get(space, packed(key)) as string | undefined;
  }

  *entries(space: number): Iterable<readonly [key: string, text: string]> {
    const rows = this.database.prepare('SELECT key, text FROM put WHERE space = ? ORDER BY key').raw();
    for (const [key, text] of rows.iterate(space) as IterableIterator<[Key, string]>) yield [String(key), text];
  }

  close(): void {
    this.database.close();
    rmSync(this.file, { force: true });
  }
}

const packed = (key: string): Key => (NUMBER.test(key) ? Number(key) : key);
