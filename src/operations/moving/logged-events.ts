import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Topic } from '../../ports/event-log';

/** Every accepted event of a log, feed statuses among them. */
export interface LoggedEvents {
  /** How many there are, as far as can be said before they are read. */
  count(): Promise<number>;

  /** Hands out all there are now, batch by batch, the events of a person in their order; rejects when `take` does. */
  read(take: (events: readonly ClinicalEvent[]) => Promise<void>): Promise<void>;
}

/** Where accepted events are; feed statuses first, so that whoever reads on knows of troubles before they matter. */
export const EVENT_TOPICS = ['feed-statuses', 'clinical-events'] as const satisfies readonly Topic[];
