import type { Embedded } from '../../src/apps/embedded';
import { composeNumbers } from '../../src/apps/rooms';
import type { Settings } from '../../src/platform/config/settings';
import type { Clock } from '../../src/ports/clock';
import type { BookedReport } from '../../src/ports/report-book';
import type { Done, FreezeRequest, FrozenReports } from '../../src/reporting/application/frozen-reports';
import { closeEmbedded, openEmbedded, settingsFor, takeIn } from '../robustness/embedded';
import { temporaryFolder } from '../support/temporary-folder';
import { period } from './viewpoints';

/** A store with its frozen reports; `receive` takes lines in, a batch at a time. */
export interface ReportingStore {
  readonly store: Embedded;
  readonly settings: Settings;
  readonly reports: FrozenReports;
  receive(...batches: (readonly string[])[]): Promise<void>;
}

/** Opens a store in a new folder or an old one's, does something with it and closes it. */
export async function withReports<T>(
  clock: Clock,
  work: (open: ReportingStore) => Promise<T>,
  settings: Settings = settingsFor(temporaryFolder()),
): Promise<T> {
  const store = openEmbedded(settings, clock);
  store.log.start();
  try {
    return await work({
      store,
      settings,
      reports: composeNumbers(store).frozen,
      receive: (...batches) => takeIn(store, batches),
    });
  } finally {
    await closeEmbedded(store);
  }
}

/** The report of what was done; fails when it was refused. */
export function reportOf(done: Done): BookedReport {
  if ('refusal' in done) throw new Error(`Refused: ${JSON.stringify(done.refusal)}`);
  return done.report;
}

export const request = (changes: Partial<FreezeRequest> = {}): FreezeRequest => ({
  period: period('all'),
  asOf: '2024-06-30',
  by: 'Anna Holm',
  ...changes,
});
