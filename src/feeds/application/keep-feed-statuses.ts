import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { Batch } from '../../ports/event-log';
import type { FeedEventStore } from '../../ports/feed-event-store';

/** Keeps what the registry says of deliveries; whoever decides or counts finds it there. */
export class KeepFeedStatuses {
  constructor(private readonly events: FeedEventStore) {}

  async handle({ messages }: Batch<ClinicalEventOf<'registry.feed-status'>>): Promise<void> {
    await this.events.append(messages.map(({ value }) => value));
  }
}
