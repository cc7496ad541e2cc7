import { feedStatusesInForce } from '../feeds/domain/feed-statuses';
import { FeedCalendar } from '../indicators/domain/feed-calendar';
import type { FeedEventStore } from '../ports/feed-event-store';
import { FeedTroubles, type NamedTroubles } from '../transitions/application/feed-troubles';

/** Troubles by the feed statuses in force, read again whenever there are others. */
export class FeedCalendarTroubles extends FeedTroubles {
  private latest: NamedTroubles | undefined;

  constructor(private readonly feedEvents: FeedEventStore) {
    super();
  }

  override async at(knownAt?: number): Promise<NamedTroubles> {
    const name = `${await this.feedEvents.stamp()} ${knownAt ?? ''}`;
    if (this.latest?.name === name) return this.latest;
    const events = await this.feedEvents.all();
    const known = knownAt === undefined ? events : events.filter(({ receivedAt }) => receivedAt <= knownAt);
    const calendar = new FeedCalendar(feedStatusesInForce(known));
    this.latest = {
      name,
      troubleOf: (organisation, from, to, days) => calendar.troubleOf(organisation, from, to, days),
    };
    return this.latest;
  }
}
