import type { Settings } from '../../platform/config/settings';
import { StderrLogger } from '../../platform/stderr-logger';
import { SystemClock } from '../../platform/system-clock';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Vault } from '../../ports/vault';
import { composeEmbedded } from '../../apps/embedded';
import { EmbeddedLoggedEvents } from './embedded-logged-events';
import type { LoggedEvents } from './logged-events';

/** What an export reads, in either mode. */
export interface ExportStore {
  readonly events: LoggedEvents;
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
  close(): Promise<void>;
}

/** Opens the store for an export, beside whoever writes there. */
export async function openForExport(settings: Settings): Promise<ExportStore> {
  const clock = new SystemClock();
  const logger = new StderrLogger();
  if (settings.mode === 'embedded') {
    const { log, vault, rejected, database } = composeEmbedded(settings, clock, logger, { readOnly: true });
    database.beginSnapshot();
    return { events: new EmbeddedLoggedEvents(log), vault, rejected, close: () => database.close() };
  }
  const { openDistributed } = await import('../../apps/open-distributed'); // Brokers' clients load only where they are used.
  const { DistributedLoggedEvents } = await import('./distributed-logged-events');
  const distributed = await openDistributed(settings, clock, logger);
  const { vault, rejected } = distributed;
  return { events: new DistributedLoggedEvents(distributed), vault, rejected, close: () => distributed.close() };
}
