import type { ClinicalEvent } from '../../kernel/clinical-event';
import { boundsOf } from '../../platform/kafka/kafka-offsets';
import type { DistributedStore } from '../distributed-store';
import { EVENT_TOPICS, type LoggedEvents } from './logged-events';

/** The events of the log on Kafka, up to where it ends when reading begins. */
export class DistributedLoggedEvents implements LoggedEvents {
  constructor(private readonly distributed: Pick<DistributedStore, 'log' | 'connection' | 'settings'>) {}

  count(): Promise<number> {
    const { connection, settings } = this.distributed;
    return connection.asAdmin(async (admin) => {
      let count = 0;
      for (const topic of EVENT_TOPICS) {
        const bounds = await boundsOf(admin, `${settings.kafka.prefix}${topic}`);
        for (const { low, high } of bounds.values()) count += high - low;
      }
      return count;
    });
  }

  async read(take: (events: readonly ClinicalEvent[]) => Promise<void>): Promise<void> {
    for (const topic of EVENT_TOPICS) {
      await this.distributed.log.readTopic(topic, ({ messages }) => take(messages.map(({ value }) => value)));
    }
  }
}
