import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyNoteOf } from '../../../src/access/domain/key-note';
import { secretsOf } from '../../../src/access/domain/seals';
import { composeEmbedded, type Embedded } from '../../../src/apps/embedded';
import { foldedBy } from '../../../src/pathways/domain/folded-by';
import { FoldPersons } from '../../../src/pathways/application/fold-persons';
import { rebuildStore } from '../../../src/operations/rebuild/embedded-rebuild';
import { DecidePersons } from '../../../src/indicators/application/decide-persons';
import { UnreadColumns } from '../../../src/indicators/application/unread-columns';
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

/** Does something to a store; true when it did. */
type Damage = (database: Database) => boolean;

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
  async foundAfter(damage: Damage): Promise<readonly string[] | undefined> {
    const folder = this.damaged(damage);
    return folder === undefined ? undefined : this.foundIn(folder);
  }

  /** What verifying finds in a copy that was damaged and then rebuilt; undefined where rebuilding is not said to mend it. */
  async leftAfterRebuild(damage: Damage): Promise<readonly string[] | undefined> {
    const folder = this.damaged(damage);
    if (folder === undefined) return undefined;
    const found = await this.foundIn(folder);
    if (!found.every((difference) => difference.endsWith(': rebuild puts it right'))) return undefined;
    await this.over(folder, false, async (store) => {
      await rebuildStore(store, () => undefined);
      await store.log.stop();
    });
    return this.foundIn(folder);
  }

  /** A copy that something was done to. */
  private damaged(damage: Damage): string | undefined {
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
    return folder;
  }

  private async foundIn(folder: string): Promise<readonly string[]> {
    const settings = settingsFor(folder);
    try {
      const faults = faultsOfStore(folder, keyNoteOf(settings));
      if (faults.length > 0) return faults;
      return await this.over(folder, true, async (store) => {
        const { differences } = await new Verification(store).run(() => undefined);
        return differences;
      });
    } catch (error) {
      return [error instanceof StoreError ? error.message : sayUnreadable(error)];
    }
  }

  /** Opens a copy, does something with it and closes it. */
  private async over<T>(folder: string, readOnly: boolean, work: (store: Embedded) => Promise<T>): Promise<T> {
    const { composed } = this;
    const ports = sqlitePorts({ folder, maxBytes: 0, readOnly }, secretsOf(composed.settings), new SilentLogger());
    try {
      const indicators = new DecidePersons(
        composed.definitions,
        { ...ports, clock, unread: new UnreadColumns(ports.logger) },
        law,
      );
      const pathways = new FoldPersons(ports, foldedBy(composed.definitions.set), law.fold);
      const store = { ...composed, ...ports, indicators, pathways };
      for (const subscription of Object.values(SUBSCRIPTIONS)) subscription.subscribe(ports.log, store);
      return await work(store);
    } finally {
      await ports.database.close();
    }
  }
}
