import type { Progress } from '../platform/terminal/progress';
import type { DistributedStore } from './distributed-store';
import { DistributedLoggedEvents } from './moving/distributed-logged-events';
import type { ExportStore } from './moving/export-store';
import { importDistributed } from './moving/import-distributed';
import type { ResearchStore } from './research/research-store';
import type { ReceiptTally } from './moving/receipt-tally';
import { DistributedRebuild } from './rebuild/distributed-rebuild';
import type { RebuildResult, TellProgress } from './rebuild/rebuild-result';
import { erasePerson, type Erased } from './erasing/erase-person';
import type { PersonKey } from '../kernel/clinical-event';
import { rekey, type Rekeyed } from './rekeying/rekey';
import type { StoreOperations } from './store-operations';
import type { VerificationResult } from './verification/verification-result';
import { verifyDistributed } from './verification/verify-distributed';

/** Operations on Kafka and MongoDB, beside the services, which see to folding and deciding. */
export class DistributedOperations implements StoreOperations {
  constructor(private readonly store: DistributedStore) {}

  import(files: readonly string[], tally: ReceiptTally, progress: Progress): Promise<readonly string[]> {
    return importDistributed(this.store, files, tally, progress);
  }

  exported(): ExportStore {
    const { vault, rejected } = this.store;
    return { events: new DistributedLoggedEvents(this.store), vault, rejected };
  }

  researched(): ResearchStore {
    return this.store;
  }

  verify(tell: TellProgress): Promise<VerificationResult> {
    return verifyDistributed(this.store, tell);
  }

  rebuild(tell: TellProgress): Promise<RebuildResult> {
    return new DistributedRebuild(this.store, tell).run();
  }

  erase(person: PersonKey): Promise<Erased> {
    return erasePerson(this.store, person);
  }

  rekey(tell: TellProgress): Promise<Rekeyed> {
    return rekey(this.store, tell);
  }

  deciding<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
}
