import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyNoteOf } from '../../../src/access/domain/key-note';
import { secretsOf } from '../../../src/access/domain/seals';
import { composeEmbedded, type Embedded } from '../../../src/apps/embedded';
import { DecidePersons } from '../../../src/indicators/application/decide-persons';
import { SUBSCRIPTIONS } from '../../../src/operations/services/subscriptions';
import { sayUnreadable } from '../../../src/operations/verification/unreadable';
import { Verification } from '../../../src/operations/verification/verification';
import { faultsOfStore } from '../../../src/platform/sqlite/backup';
import { SqliteConnection } from '../../../src/platform/sqlite/driver';
import { sqlitePorts } from '../../../src/platform/sqlite/sqlite-ports';
import { SilentLogger } from '../../../src/platform/silent-logger';
import { StoreError } from '../../../src/platform/store-error';
import { temporaryFolder } from '../../support/temporary-folder';
import { settingsFor } from '../embedded';
import { clock, fillSmallStore, law } from './small-store';

export type Database = InstanceType<typeof SqliteConnection>;

/** Copies of one small store, each verified after something was done to it, over what was composed once. */
export class VerifiedCopies {
  private constructor(
    readonly original: string,
    private readonly composed: Embedded,
  ) {}

  static async make(): Promise<VerifiedCopies> {
    const folder = temporaryFolder();
    await fillSmallStore(folder);
    return new VerifiedCopies(
      folder,
      composeEmbedded(settingsFor(folder), clock, new SilentLogger(), { readOnly: true, law }),
    );
  }

  async close(): Promise<void> {
    await this.composed.database.close();
  }

  /** What verifying finds in a copy once `damage` was done to it; undefined where it did nothing. */
  async foundAfter(damage: (database: Database) => boolean): Promise<readonly string[] | undefined> {
    const folder = temporaryFolder();
    copyFileSync(join(this.original, 'rehabspor.db'), join(folder, 'rehabspor.db'));
    const database = new SqliteConnection(join(folder, 'rehabspor.db'));
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = OFF');
    try {
      if (!damage(database)) return undefined;
    } finally {
      database.close();
    }
    return this.foundIn(folder);
  }

  private async foundIn(folder: string): Promise<readonly string[]> {
    const settings = settingsFor(folder);
    try {
      const faults = faultsOfStore(folder, keyNoteOf(settings));
      if (faults.length > 0) return faults;
      const ports = sqlitePorts({ folder, maxBytes: 0, readOnly: true }, secretsOf(settings), new SilentLogger());
      try {
        const indicators = new DecidePersons(this.composed.definitions, { ...ports, clock }, law);
        for (const subscription of Object.values(SUBSCRIPTIONS)) subscription.subscribe(ports.log, this.composed);
        const store = { ...this.composed, ...ports, indicators };
        const { differences, notHandledYet } = await new Verification(store).run(() => undefined);
        return notHandledYet === 0 ? differences : [...differences, `${notHandledYet} not handled yet`];
      } finally {
        await ports.database.close();
      }
    } catch (error) {
      return [error instanceof StoreError ? error.message : sayUnreadable(error)];
    }
  }
}
