import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Topic } from '../../ports/event-log';
import type { Embedded } from '../embedded';

/** Every accepted event of a log, feed statuses among them, the events of a person in their order. */
export interface LoggedEvents {
  /** How many there are, as far as is known before they are read. */
  readonly total: number;
  batches(): AsyncIterable<readonly ClinicalEvent[]>;
}

/** Where accepted events are; feed statuses first, so that whoever reads on knows of troubles before they matter. */
export const EVENT_TOPICS = ['feed-statuses', 'clinical-events'] as const satisfies readonly Topic[];

const EVENTS_AT_A_TIME = 5_000;

/** The events of an embedded log, as one moment of the store holds them once a snapshot is begun. */
export class EmbeddedLoggedEvents implements LoggedEvents {
  constructor(private readonly log: Embedded['log']) {}

  get total(): number {
    return EVENT_TOPICS.reduce((sum, topic) => sum + this.log.countOf(topic), 0);
  }

  async *batches(): AsyncIterable<readonly ClinicalEvent[]> {
    for (const topic of EVENT_TOPICS) {
      for (let partition = 0; partition < this.log.partitionsOf(topic); partition += 1) {
        for (let from = 0; ;) {
          const messages = this.log.read(topic, partition, from, EVENTS_AT_A_TIME);
          const last = messages.at(-1);
          if (last === undefined) break;
          yield messages.map(({ value }) => value as ClinicalEvent);
          from = last.offset + 1;
          await new Promise((resolve) => setImmediate(resolve)); // Signals are heard in between.
        }
      }
    }
  }
}
