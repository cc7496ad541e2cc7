import { VitalSigns, type ConsumerLag, type Figure, type Handled } from '../../ports/vital-signs';
import type { Distributed } from '../../apps/distributed';

/** Asked more often, servers are not asked again. */
const FRESH_MS = 1_000;

/** How one service of the distributed program is doing. */
export class ServiceSigns extends VitalSigns {
  private looked: { readonly at: number; readonly waitingFor: Promise<readonly string[]> } | undefined;

  constructor(private readonly distributed: Distributed) {
    super();
  }

  override waitingFor(): Promise<readonly string[]> {
    const now = performance.now();
    if (this.looked === undefined || now - this.looked.at > FRESH_MS) {
      this.looked = { at: now, waitingFor: this.distributed.waitingFor() };
    }
    return this.looked.waitingFor;
  }

  override lags(): readonly ConsumerLag[] {
    return [...this.distributed.log.lags(), ...this.distributed.sources.lags()];
  }

  override handled(): readonly Handled[] {
    return [...this.distributed.log.handled(), ...this.distributed.sources.handled()];
  }

  override figures(): readonly Figure[] {
    const { rejected } = this.distributed;
    return [
      {
        name: 'rehabspor_rejected_events_open',
        help: 'Refused events that were not sent again.',
        value: () => rejected.count().catch(() => NaN),
      },
    ];
  }
}
