import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { SqliteConnection } from './driver';
import { makePrivateFile, makePrivateFolder } from '../private-files';
import { StoreError } from '../store-error';
import { explainFailure } from './explain-failure';
import { FileInPlace } from './file-in-place';

/** The one program that may write to a store; the lock goes with the process, however it ends. */
export class StoreOwner {
  private constructor(
    private readonly lock: Sqlite.Database,
    private readonly files: Announced,
    private readonly place: FileInPlace,
  ) {}

  /** Takes the store; throws `StoreError` naming the address of the program that has it. */
  static take(folder: string): StoreOwner {
    const file = join(folder, 'owner.lock');
    let lock: Sqlite.Database;
    try {
      makePrivateFolder(folder);
      makePrivateFile(file);
      lock = new SqliteConnection(file, { timeout: 0 });
    } catch (error) {
      throw explainFailure(file, error);
    }
    try {
      lock.pragma('journal_mode = DELETE');
      lock.exec('BEGIN EXCLUSIVE');
    } catch (cause) {
      lock.close();
      if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw explainFailure(file, cause);
      const address = StoreOwner.addressIn(folder);
      const where = address === undefined ? '' : ` (it answers at ${address})`;
      throw new StoreError(
        `Another rehabspor is using the store in ${folder}${where}: stop it, or choose another REHABSPOR_DATA.`,
        { retriable: true, cause },
      );
    }
    const files = announcedIn(folder);
    for (const one of Object.values(files)) {
      makePrivateFile(one);
      writeFileSync(one, ''); // What a program that was killed left there answers no more.
    }
    return new StoreOwner(lock, files, new FileInPlace(file));
  }

  /** True while some program has the store. */
  static isTaken(folder: string): boolean {
    try {
      StoreOwner.take(folder).release();
      return false;
    } catch (error) {
      if (error instanceof StoreError && error.retriable) return true;
      throw error;
    }
  }

  /** Tells others where the owner answers, and who may read the store's folder by what it lets them do everything. */
  announce(address: string, token: string): void {
    writeFileSync(this.files.token, token);
    writeFileSync(this.files.address, address);
  }

  /** Where the store's owner answers, if it said so. */
  static addressIn(folder: string): string | undefined {
    return textIn(announcedIn(folder).address);
  }

  /** What to show there, if it said so. */
  static tokenIn(folder: string): string | undefined {
    return textIn(announcedIn(folder).token);
  }

  /** Leaves alone what another program has made in the folder's place. */
  release(): void {
    if (this.place.isInPlace()) for (const file of Object.values(this.files)) writeFileSync(file, '');
    this.lock.exec('ROLLBACK');
    this.lock.close();
  }
}

/** Files in which an owner says how to reach it, readable by the folder's owner alone. */
type Announced = Readonly<Record<'address' | 'token', string>>;

const announcedIn = (folder: string): Announced => ({
  address: join(folder, 'owner.address'),
  token: join(folder, 'owner.token'),
});

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
