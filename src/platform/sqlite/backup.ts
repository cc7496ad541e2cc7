import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { FileError } from '../file-error';
import { makePrivateFile, makePrivateFolder } from '../private-files';
import { StoreError } from '../store-error';
import { copyDeliveryBook, packDeliveryBook, refuseBookIn, unpackDeliveryBook } from './delivery-book-copy';
import { SqliteConnection } from './driver';
import { explainFailure } from './explain-failure';
import { pageFaults } from './page-faults';
import { noStoreIn, refuseForeign } from './store-format';
import { StoreOwner } from './store-owner';

/** Everything that is left is copied in one step, which sees one moment however much is written meanwhile. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the store as it stands at one moment, with the book of what deliveries said so far, into one new file for its owner
 * alone, beside whoever writes to the store, and checks the copy; resolves with its bytes. The file is there whole or not at all, and takes no other's place.
 */
export async function backUp(folder: string, file: string, keyNote: string): Promise<number> {
  const store = join(folder, 'rehabspor.db');
  if (!existsSync(store)) throw noStoreIn(folder);
  if (existsSync(file)) throw refusal(`${file} is there already: give the backup a name of its own.`);
  const beside = `${file}.${process.pid}.part`;
  const book = `${file}.${process.pid}.deliveries.part`;
  try {
    makeFile(book);
    // Before the store: a book that knew of events the store lacks would take them for delivered.
    const hasBook = await copyDeliveryBook(folder, book);
    makeFile(beside);
    await copyPages(store, beside, keyNote);
    checked(beside, keyNote, (copy) => {
      copy.pragma('journal_mode = DELETE'); // One file, without a log beside it.
      if (hasBook) packDeliveryBook(copy, book);
    });
    settle(beside, file);
    return statSync(file).size;
  } finally {
    for (const part of [beside, book]) for (const log of ['', '-wal', '-shm']) rmSync(`${part}${log}`, { force: true });
  }
}

/**
 * Makes the store of a folder that has none from a backup, which is first checked: its pages, its format and its key.
 * Throws `StoreError` when there is a store, and leaves everything as it is.
 */
export function restore(file: string, folder: string, keyNote: string): number {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) throw FileError.reading(file, { code: 'ENOENT' });
  checked(file, keyNote);
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('rehabspor.db')) : [];
  if (there.length > 0) {
    throw refusal(
      `There is a store in ${folder} (${there.join(', ')}): nothing is overwritten. Move it away, or name another ` +
        'folder with REHABSPOR_DATA.',
    );
  }
  refuseBookIn(folder);
  makePrivateFolder(folder);
  const owner = StoreOwner.take(folder);
  const beside = join(folder, 'restored.part');
  try {
    makeFile(beside);
    copyFileSync(file, beside);
    checked(beside, keyNote, (copy) => unpackDeliveryBook(copy, folder));
    for (const name of readdirSync(folder)) if (name.endsWith('.snapshot')) rmSync(join(folder, name));
    settle(beside, join(folder, 'rehabspor.db'));
    return statSync(join(folder, 'rehabspor.db')).size;
  } finally {
    rmSync(beside, { force: true });
    owner.release();
  }
}

/** What is wrong with the pages of a folder's store; throws `StoreError` when there is none of this format and key. */
export function faultsOfStore(folder: string, keyNote: string): readonly string[] {
  const file = join(folder, 'rehabspor.db');
  if (!existsSync(file)) throw noStoreIn(folder);
  return faultsOf(file, keyNote);
}

async function copyPages(store: string, file: string, keyNote: string): Promise<void> {
  let source: Sqlite.Database | undefined;
  try {
    source = new SqliteConnection(store, { readonly: true, fileMustExist: true });
    refuseForeign(source, store, keyNote);
    await source.backup(file, { progress: () => ALL_PAGES });
  } catch (error) {
    throw explainFailure(store, error);
  } finally {
    source?.close();
  }
}

/** Throws `StoreError` unless a file holds a sound store of this program's format and key. */
function checked(file: string, keyNote: string, work?: (database: Sqlite.Database) => void): void {
  const faults = faultsOf(file, keyNote, work);
  if (faults.length > 0) throw refusal(`${file} is damaged (${faults.slice(0, 3).join('; ')}): take another backup.`);
}

function faultsOf(file: string, keyNote: string, work?: (database: Sqlite.Database) => void): readonly string[] {
  let database: Sqlite.Database | undefined;
  try {
    database = new SqliteConnection(file, work === undefined ? { readonly: true, fileMustExist: true } : {});
    work?.(database);
    refuseForeign(database, file, keyNote);
    return pageFaults(database);
  } catch (error) {
    throw explainFailure(file, error);
  } finally {
    database?.close();
  }
}

function makeFile(file: string): void {
  try {
    rmSync(file, { force: true });
    makePrivateFile(file);
  } catch (error) {
    throw FileError.writing(file, error);
  }
}

/** Gives a file that is on disk its name. */
function settle(file: string, name: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(file, name);
}

const refusal = (message: string): StoreError => new StoreError(message, { retriable: false });
