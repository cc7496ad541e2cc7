import type { Progress } from '../platform/terminal/progress';
import type { ExportStore } from './moving/export-store';
import type { ResearchStore } from './research/research-store';
import type { ReceiptTally } from './moving/receipt-tally';
import type { Erased } from './erasing/erase-person';
import type { PersonKey } from '../kernel/clinical-event';
import type { Rekeyed } from './rekeying/rekey';
import type { RebuildResult, TellProgress } from './rebuild/rebuild-result';
import type { VerificationResult } from './verification/verification-result';

/** What is done to a store as a whole, whichever it is. */
export interface StoreOperations {
  /**
   * Takes files of events in until they are decided; resolves with what is left to say, a sentence each. `threads`: how many
   * may read ahead in an embedded store of this process's own; 1 for none beside the one that writes.
   */
  import(
    files: readonly string[],
    tally: ReceiptTally,
    progress: Progress,
    threads: number,
  ): Promise<readonly string[]>;

  /** What an export reads; on an embedded store of one moment. */
  exported(): ExportStore;

  /** What files for researchers are written from; on an embedded store of one moment. */
  researched(): ResearchStore;

  /** Folds the log again and compares it with the store. */
  verify(tell: TellProgress): Promise<VerificationResult>;

  /** Folds the log again beside the states in use and takes over when the digest is right. */
  rebuild(tell: TellProgress): Promise<RebuildResult>;

  /** Seals under the key in use whatever rests under another. */
  rekey(tell: TellProgress): Promise<Rekeyed>;

  /** Throws away what a person's CPR numbers and refused events rest under. */
  erase(person: PersonKey): Promise<Erased>;

  /** Does work that changes what decisions stand on; where no service sees to it, they follow before this resolves. */
  deciding<T>(work: () => Promise<T>): Promise<T>;
}
