import type { Progress } from '../platform/terminal/progress';
import { bringUpToDate } from './bring-up-to-date';
import type { EmbeddedStore } from './embedded-store';
import { EmbeddedLoggedEvents } from './moving/embedded-logged-events';
import type { ExportStore } from './moving/export-store';
import { importFiles, type BeginReading } from './moving/import-embedded';
import type { ResearchStore } from './research/research-store';
import type { ReceiptTally } from './moving/receipt-tally';
import { rebuildStore } from './rebuild/embedded-rebuild';
import type { RebuildResult, TellProgress } from './rebuild/rebuild-result';
import { erasePerson, type Erased } from './erasing/erase-person';
import type { PersonKey } from '../kernel/clinical-event';
import { rekey, type Rekeyed } from './rekeying/rekey';
import type { StoreOperations } from './store-operations';
import { Verification } from './verification/verification';
import type { VerificationResult } from './verification/verification-result';

/** Operations on an embedded store; those that write need a store that no other program writes to. */
export class EmbeddedOperations implements StoreOperations {
  constructor(
    private readonly store: EmbeddedStore,
    private readonly beginReading: BeginReading,
  ) {}

  async import(
    files: readonly string[],
    tally: ReceiptTally,
    progress: Progress,
    threads: number,
  ): Promise<readonly string[]> {
    await importFiles(this.store, files, tally, progress, { count: threads, begin: this.beginReading });
    return [];
  }

  exported(): ExportStore {
    const { log, vault, rejected, database } = this.store;
    database.beginSnapshot();
    return { events: new EmbeddedLoggedEvents(log), vault, rejected };
  }

  researched(): ResearchStore {
    this.store.database.beginSnapshot();
    return this.store;
  }

  verify(tell: TellProgress): Promise<VerificationResult> {
    return new Verification(this.store).run((done, total) => void tell('folded', done, total));
  }

  rebuild(tell: TellProgress): Promise<RebuildResult> {
    return rebuildStore(this.store, tell);
  }

  erase(person: PersonKey): Promise<Erased> {
    return erasePerson(this.store, person);
  }

  rekey(tell: TellProgress): Promise<Rekeyed> {
    return rekey(this.store, tell);
  }

  async deciding<T>(work: () => Promise<T>): Promise<T> {
    const { log, indicators } = this.store;
    await bringUpToDate(this.store);
    const done = await work();
    log.start();
    await log.settled();
    await indicators.catchUp();
    return done;
  }
}
