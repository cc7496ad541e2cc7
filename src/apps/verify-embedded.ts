import { keyNoteOf } from '../access/domain/key-note';
import type { TellProgress } from '../operations/rebuild/rebuild-result';
import { sayUnreadable } from '../operations/verification/unreadable';
import type { VerificationResult } from '../operations/verification/verification-result';
import type { Settings } from '../platform/config/settings';
import { faultsOfStore } from '../platform/sqlite/backup';
import { StoreError } from '../platform/store-error';
import { openToRead } from './open-embedded';

/**
 * Verifies the embedded store beside whoever writes to it: its pages first, for what stands in damaged ones need not be
 * read. Throws `StoreError` when there is no store that could be verified.
 */
export async function verifyEmbedded(settings: Settings, tell: TellProgress): Promise<VerificationResult> {
  const faults = faultsOfStore(settings.dataFolder, keyNoteOf(settings));
  if (faults.length > 0) return onlyFaults(faults.map((fault) => `the file is damaged: ${fault}`));
  try {
    const opened = openToRead(settings);
    return await opened.operations.verify(tell).finally(() => opened.close());
  } catch (error) {
    if (error instanceof StoreError) throw error;
    return onlyFaults([sayUnreadable(error)]);
  }
}

/** The result of verifying a store that could not be compared with its log. */
const onlyFaults = (differences: readonly string[]): VerificationResult => ({
  events: 0,
  persons: 0,
  decisions: 0,
  notHandledYet: 0,
  differences,
  setAside: [],
});
