import type { RejectedEvents } from '../../ports/rejected-events';
import type { Vault } from '../../ports/vault';
import type { LoggedEvents } from './logged-events';

/** What an export reads, in either mode. */
export interface ExportStore {
  readonly events: LoggedEvents;
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
}
