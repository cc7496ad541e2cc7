import type { SetAsidePersons } from '../../ports/set-aside-persons';
import {
  VitalSigns,
  type ConsumerLag,
  type Counts,
  type Figure,
  type Handled,
  type SetAsideInShort,
  type WebhooksOnHold,
} from '../../ports/vital-signs';
import type { WebhookBook } from '../../ports/webhook-book';
import { setAsideFigure, setAsideInShort } from '../telemetry/set-aside-signs';
import { webhookFigures, webhooksOnHold } from '../telemetry/webhook-signs';
import type { SqliteDatabase } from './sqlite-database';
import type { SqliteEventLog } from './sqlite-event-log';
import type { SqliteRejectedEvents } from './sqlite-rejected-events';

/** What of the embedded program is looked at. */
interface LookedAt {
  readonly log: SqliteEventLog;
  readonly database: SqliteDatabase;
  readonly rejected: SqliteRejectedEvents;
  readonly setAside: SetAsidePersons;
  readonly webhookBook: WebhookBook;
}

/** How the embedded program is doing. */
export class EmbeddedVitalSigns extends VitalSigns {
  constructor(private readonly embedded: LookedAt) {
    super();
  }

  override waitingFor(): Promise<readonly string[]> {
    const { database, log } = this.embedded;
    try {
      database.sizeInBytes();
    } catch {
      return Promise.resolve(['the store does not answer']);
    }
    try {
      database.refuseIfGone();
      const stuck = log.stuck();
      if (stuck === undefined) return Promise.resolve([]);
      return Promise.resolve([`${stuck.messages} messages wait to be handled: ${stuck.failure.message}`]);
    } catch (error) {
      return Promise.resolve([(error as Error).message]);
    }
  }

  override setAside(): Promise<SetAsideInShort> {
    return setAsideInShort(this.embedded.setAside);
  }

  override webhooksOnHold(): Promise<WebhooksOnHold> {
    return webhooksOnHold(this.embedded.webhookBook);
  }

  override lags(): readonly ConsumerLag[] {
    return this.embedded.log.lags();
  }

  override handled(): readonly Handled[] {
    return this.embedded.log.handled();
  }

  /** What one process alone does is told by its figures. */
  override counts(): readonly Counts[] {
    return [];
  }

  override figures(): readonly Figure[] {
    const { log, database, rejected, setAside, webhookBook } = this.embedded;
    return [
      setAsideFigure(setAside),
      ...webhookFigures(webhookBook),
      {
        name: 'rehabspor_decision_changes',
        help: 'Messages in the topic decisions: persons whose decisions changed.',
        value: () => log.countOf('decisions'),
      },
      { name: 'rehabspor_store_bytes', help: 'Size of the store.', value: () => database.sizeInBytes() },
      {
        name: 'rehabspor_rejected_events_open',
        help: 'Refused events that were not sent again.',
        value: () => rejected.count(),
      },
    ];
  }
}
