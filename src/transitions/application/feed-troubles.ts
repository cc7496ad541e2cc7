import type { FeedEventStore } from '../../ports/feed-event-store';
import { troublesOf, type TroubleOf } from '../../reporting/domain/feed-troubles';

/** What was said of deliveries from a viewpoint; equal names, equal answers. */
export interface NamedTroubles {
  readonly name: string;
  readonly troubleOf: TroubleOf;
}

/**
 * Tells which sources were not heard from when, as indicators are decided by (interface.md §3, Trouble); read again
 * whenever there are other feed statuses.
 */
export class FeedTroubles {
  private latest: NamedTroubles | undefined;

  constructor(private readonly feedEvents: FeedEventStore) {}

  /** By what was received by a moment (milliseconds); absent: by everything. */
  async at(knownAt?: number): Promise<NamedTroubles> {
    const name = `${await this.feedEvents.stamp()} ${knownAt ?? ''}`;
    if (this.latest?.name === name) return this.latest;
    this.latest = { name, troubleOf: troublesOf(await this.feedEvents.all(), knownAt) };
    return this.latest;
  }
}
