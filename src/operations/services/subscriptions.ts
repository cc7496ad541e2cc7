import type { KeepFeedStatuses } from '../../feeds/application/keep-feed-statuses';
import type { DecidePersons } from '../../indicators/application/decide-persons';
import type { FoldPersons } from '../../pathways/application/fold-persons';
import type { Batch, EventLog, Subscriber, Topic } from '../../ports/event-log';

/** How many messages a batch holds at most, where everything runs in one process and where services share the work. */
interface MaxBatch {
  readonly embedded: number;
  readonly distributed: number;
}

/** The use cases that take messages. */
interface Handling {
  readonly feeds: KeepFeedStatuses;
  readonly pathways: FoldPersons;
  readonly indicators: DecidePersons;
}

/** Who reads which topic, and what is done with it: the one list, for both modes. */
export const SUBSCRIPTIONS = {
  feeds: subscription('feeds', 'feed-statuses', { embedded: 100_000, distributed: 20_000 }, ({ feeds }, batch) =>
    feeds.handle(batch),
  ),
  pathways: subscription(
    'pathways',
    'clinical-events',
    { embedded: 100_000, distributed: 20_000 },
    ({ pathways }, batch) => pathways.handle(batch),
  ),
  indicators: subscription(
    'indicators',
    'pathway-changes',
    { embedded: 5_000, distributed: 5_000 },
    ({ indicators }, batch) => indicators.handlePathways(batch),
  ),
};

function subscription<T extends Topic>(
  group: string,
  topic: T,
  maxBatch: MaxBatch,
  handle: (rooms: Handling, batch: Batch<T>) => Promise<void>,
) {
  const over = (rooms: Handling, mode: keyof MaxBatch): Subscriber<T> => ({
    group,
    topic,
    maxBatch: maxBatch[mode],
    handle: (batch) => handle(rooms, batch),
  });
  return {
    /** The subscriber over some rooms. */
    over,
    /** Subscribes on one process's own log. */
    subscribe: (log: EventLog, rooms: Handling): void => log.subscribe(over(rooms, 'embedded')),
  };
}
