import type { Batch } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';

/** Keeps what the registry says of deliveries; whoever decides or counts finds it there. */
export class KeepFeedStatuses {
  constructor(private readonly events: FeedEventStore) {}

  async handle({ messages }: Batch<'feed-statuses'>): Promise<void> {
    await this.events.append(messages.map(({ value }) => value));
  }
}
