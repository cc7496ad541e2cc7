import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { StoreError } from '../store-error';
import { SqliteConnection } from './driver';
import { explainFailure } from './explain-failure';
import { DELIVERY_BOOK_FILE, DELIVERY_BOOK_TABLES, SqliteDeliveryBook } from './sqlite-delivery-book';

/** Everything in one step, which sees one moment. */
const ALL_PAGES = 0x7fffffff;
/** Under which names a backup holds the book's tables. */
const nameInBackup = (table: string): string => `book_of_deliveries_${table}`;

/** Copies the book of deliveries of a folder into a file that is there; false where the folder has none. */
export async function copyDeliveryBook(folder: string, file: string): Promise<boolean> {
  const book = join(folder, DELIVERY_BOOK_FILE);
  if (!existsSync(book)) return false;
  let source: Sqlite.Database | undefined;
  try {
    source = new SqliteConnection(book, { readonly: true, fileMustExist: true });
    await source.backup(file, { progress: () => ALL_PAGES });
    return true;
  } catch (error) {
    throw explainFailure(book, error);
  } finally {
    source?.close();
  }
}

/** Puts a copied book into the backup of a store. */
export function packDeliveryBook(backup: Sqlite.Database, book: string): void {
  backup.prepare('ATTACH DATABASE ? AS book').run(book);
  for (const table of DELIVERY_BOOK_TABLES)
    backup.exec(`CREATE TABLE ${nameInBackup(table)} AS SELECT * FROM book.${table}`);
  backup.exec('DETACH DATABASE book');
}

/** Takes the book, if there is one, out of a backup that becomes the store of a folder without a book. */
export function unpackDeliveryBook(backup: Sqlite.Database, folder: string): void {
  const find = backup.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?');
  if (!DELIVERY_BOOK_TABLES.every((table) => find.get(nameInBackup(table)) !== undefined)) return;
  // Made aside: a book that is not whole would take what was delivered for new.
  const aside = 'restored-deliveries.part';
  for (const ending of ENDINGS) rmSync(join(folder, `${aside}${ending}`), { force: true });
  new SqliteDeliveryBook(folder, { file: aside }).close();
  backup.prepare('ATTACH DATABASE ? AS book').run(join(folder, aside));
  for (const table of DELIVERY_BOOK_TABLES)
    backup.exec(`INSERT INTO book.${table} SELECT * FROM main.${nameInBackup(table)}`);
  backup.exec('PRAGMA book.wal_checkpoint(TRUNCATE)');
  backup.exec('DETACH DATABASE book');
  for (const table of DELIVERY_BOOK_TABLES) backup.exec(`DROP TABLE main.${nameInBackup(table)}`);
  for (const ending of ENDINGS.slice(1)) rmSync(join(folder, `${aside}${ending}`), { force: true });
  renameSync(join(folder, aside), join(folder, DELIVERY_BOOK_FILE));
}

const ENDINGS = ['', '-wal', '-shm'] as const;

/** Throws `StoreError` where a folder has a book already: it would not fit the store that is put there. */
export function refuseBookIn(folder: string): void {
  if (!existsSync(join(folder, DELIVERY_BOOK_FILE))) return;
  throw new StoreError(
    `There is a book of deliveries in ${folder} (${DELIVERY_BOOK_FILE}): nothing is overwritten. Move it away, or name ` +
      'another folder with REHABSPOR_DATA.',
    { retriable: false },
  );
}
