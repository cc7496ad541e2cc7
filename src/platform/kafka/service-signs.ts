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
import type { RejectedEvents } from '../../ports/rejected-events';
import { databaseCounts, publishedCounts, type Commanding, type Publishing } from './service-counts';

/** Consumers that tell how far they are behind. */
interface Consuming {
  lags(): readonly ConsumerLag[];
  handled(): readonly Handled[];
}

/** What of a service is looked at. */
interface LookedAt {
  readonly log: Consuming & Publishing;
  readonly database: { readonly commands: Commanding };
  readonly sources: Consuming;
  readonly rejected: Pick<RejectedEvents, 'count'>;
  readonly setAside: SetAsidePersons;
  waitingFor(): Promise<readonly string[]>;
  /** Before that nothing is asked of the store. */
  isPrepared(): boolean;
}

/** Asked more often, servers are not asked again. */
const FRESH_MS = 1_000;

/** How one service of the distributed program is doing. */
export class ServiceSigns extends VitalSigns {
  private looked: { readonly at: number; readonly waitingFor: Promise<readonly string[]> } | undefined;

  /** `webhooks` only where the service sends to them: no other may look at them. */
  constructor(
    private readonly service: LookedAt,
    private readonly webhooks?: WebhookBook,
  ) {
    super();
  }

  override waitingFor(): Promise<readonly string[]> {
    const now = performance.now();
    if (this.looked === undefined || now - this.looked.at > FRESH_MS) {
      this.looked = { at: now, waitingFor: this.service.waitingFor() };
    }
    return this.looked.waitingFor;
  }

  /** While it waits for the database, it is not asked. */
  override async setAside(): Promise<SetAsideInShort> {
    return (await this.isWaiting()) ? { persons: 0, reasons: [] } : setAsideInShort(this.service.setAside);
  }

  override async webhooksOnHold(): Promise<WebhooksOnHold> {
    const { webhooks } = this;
    return webhooks === undefined || (await this.isWaiting()) ? { webhooks: 0, reasons: [] } : webhooksOnHold(webhooks);
  }

  override lags(): readonly ConsumerLag[] {
    return [...this.service.log.lags(), ...this.service.sources.lags()];
  }

  override handled(): readonly Handled[] {
    return [...this.service.log.handled(), ...this.service.sources.handled()];
  }

  override figures(): readonly Figure[] {
    const { rejected, setAside } = this.service;
    const figures: readonly Figure[] = [
      setAsideFigure(setAside),
      ...(this.webhooks === undefined ? [] : webhookFigures(this.webhooks)),
      {
        name: 'rehabspor_rejected_events_open',
        help: 'Refused events that were not sent again.',
        value: () => rejected.count().catch(() => NaN),
      },
    ];
    return figures.map((figure) => ({
      ...figure,
      value: () => (this.service.isPrepared() ? figure.value() : NaN),
    }));
  }

  override counts(): readonly Counts[] {
    return [...databaseCounts(this.service.database.commands), ...publishedCounts(this.service.log)];
  }

  private async isWaiting(): Promise<boolean> {
    return !this.service.isPrepared() || (await this.waitingFor()).length > 0;
  }
}
