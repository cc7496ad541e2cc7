import { VitalSigns, type ConsumerLag, type Figure, type Handled } from '../../ports/vital-signs';
import type { Embedded } from '../../apps/embedded';

/** How the embedded program is doing. */
export class EmbeddedVitalSigns extends VitalSigns {
  constructor(private readonly embedded: Pick<Embedded, 'log' | 'database' | 'rejected'>) {
    super();
  }

  override waitingFor(): Promise<readonly string[]> {
    try {
      this.embedded.database.sizeInBytes();
      return Promise.resolve([]);
    } catch {
      return Promise.resolve(['the store does not answer']);
    }
  }

  override lags(): readonly ConsumerLag[] {
    return this.embedded.log.lags();
  }

  override handled(): readonly Handled[] {
    return this.embedded.log.handled();
  }

  override figures(): readonly Figure[] {
    const { log, database, rejected } = this.embedded;
    return [
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
