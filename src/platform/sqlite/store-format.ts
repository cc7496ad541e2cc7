import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { DIGEST_ALGORITHM } from '../../kernel/digest';
import { KEY_NOTE, refuseOtherKey } from '../store-key';
import { StoreError } from '../store-error';
import { APPLICATION_ID, DIGESTS_NOTE, STORE_FORMAT } from './schema';

/** True of a file that is new, or whose making was stopped before anything was in it. */
export function isBlank(database: Sqlite.Database): boolean {
  const numberOf = (name: string): number => database.pragma(name, { simple: true }) as number;
  const { count } = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number };
  return count === 0 && numberOf('application_id') === 0 && numberOf('user_version') === 0;
}

/** True when a store was begun in a folder. */
export const hasStore = (folder: string): boolean => existsSync(join(folder, 'rehabspor.db'));

/** There is no store where one was looked for; a demo keeps its own in a folder below. */
export function noStoreIn(folder: string): StoreError {
  const demo = join(folder, 'demo');
  const ofDemo = hasStore(demo) ? ` The demo's store is in ${demo}: REHABSPOR_DATA=${demo}.` : '';
  const remedy = 'import events first, or say with REHABSPOR_DATA where the store is';
  return refusal(`There is no store in ${folder}: ${remedy}.${ofDemo}`);
}

/** Throws `StoreError` unless a database is a store of this program’s format, filled under the program's key. */
export function refuseForeign(database: Sqlite.Database, file: string, keyNote: string): void {
  if (isBlank(database)) throw refusal(`${file} holds nothing yet: import events first.`);
  refuseOtherFormat(database, file);
  refuseOtherDigests(database, file);
  refuseOtherKey(file, noteIn(database, KEY_NOTE), keyNote);
}

function refuseOtherFormat(database: Sqlite.Database, file: string): void {
  const application = database.pragma('application_id', { simple: true }) as number;
  const format = database.pragma('user_version', { simple: true }) as number;
  if (application !== APPLICATION_ID) {
    throw refusal(`${file} is a database of another program: choose another folder with REHABSPOR_DATA.`);
  }
  if (format > STORE_FORMAT) {
    throw refusal(
      `${file} was written by a newer version (store format ${format}, this program knows ${STORE_FORMAT}). ` +
        'Update rehabspor, or choose another folder with REHABSPOR_DATA; nothing was changed.',
    );
  }
  if (format < STORE_FORMAT) {
    throw refusal(
      `${file} was written by an older version (store format ${format}, this program knows ${STORE_FORMAT}). ` +
        'Export it with that version and import the file into a new folder (REHABSPOR_DATA); nothing was changed.',
    );
  }
}

function refuseOtherDigests(database: Sqlite.Database, file: string): void {
  const note = noteIn(database, DIGESTS_NOTE);
  if (note === DIGEST_ALGORITHM) return;
  throw refusal(
    `${file} tells events apart by ${note ?? 'digests of an older version'}, this program by ${DIGEST_ALGORITHM}. Export ` +
      'it with the version that made it and import the file into a new folder (REHABSPOR_DATA); nothing was changed.',
  );
}

function noteIn(database: Sqlite.Database, name: string): string | undefined {
  const row = database.prepare('SELECT value FROM store_note WHERE name = ?').get(name);
  return (row as { value: string } | undefined)?.value;
}

const refusal = (message: string): StoreError => new StoreError(message, { retriable: false });
