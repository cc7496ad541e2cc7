import { VitalSigns, type ConsumerLag, type Figure, type Handled } from '../../ports/vital-signs';
import type { RejectedEvents } from '../../ports/rejected-events';

/** Consumers that tell how far they are behind. */
interface Consuming {
  lags(): readonly ConsumerLag[];
  handled(): readonly Handled[];
}

/** What of a service is looked at. */
interface LookedAt {
  readonly log: Consuming;
  readonly sources: Consuming;
  readonly rejected: Pick<RejectedEvents, 'count'>;
  waitingFor(): Promise<readonly string[]>;
}

/** Asked more often, servers are not asked again. */
const FRESH_MS = 1_000;

/** How one service of the distributed program is doing. */
export class ServiceSigns extends VitalSigns {
  private looked: { readonly at: number; readonly waitingFor: Promise<readonly string[]> } | undefined;

  constructor(private readonly service: LookedAt) {
    super();
  }

  override waitingFor(): Promise<readonly string[]> {
    const now = performance.now();
    if (this.looked === undefined || now - this.looked.at > FRESH_MS) {
      this.looked = { at: now, waitingFor: this.service.waitingFor() };
    }
    return this.looked.waitingFor;
  }

  override lags(): readonly ConsumerLag[] {
    return [...this.service.log.lags(), ...this.service.sources.lags()];
  }

  override handled(): readonly Handled[] {
    return [...this.service.log.handled(), ...this.service.sources.handled()];
  }

  override figures(): readonly Figure[] {
    const { rejected } = this.service;
    return [
      {
        name: 'rehabspor_rejected_events_open',
        help: 'Refused events that were not sent again.',
        value: () => rejected.count().catch(() => NaN),
      },
    ];
  }
}
