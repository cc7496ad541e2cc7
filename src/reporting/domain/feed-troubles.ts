import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { Organisation } from '../../kernel/organisation';

/** The organisation's trouble on the days `from`..`to`, when there is any on at least so many days. */
export type TroubleOf = (organisation: Organisation, from: Day, to: Day, atLeastDays: number) => Trouble | undefined;

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** What was said of deliveries from a viewpoint; equal names, equal answers. */
export interface NamedTroubles {
  readonly name: string;
  readonly troubleOf: TroubleOf;
}

/** Where feed statuses are kept; equal stamps, equal events. */
interface KeptStatuses {
  stamp(): Promise<number>;
  all(): Promise<readonly FeedStatusEvent[]>;
}

/**
 * Tells which sources were not heard from when, as indicators are decided by (interface.md §3, Trouble); read again
 * whenever there are other feed statuses.
 */
export class FeedTroubles {
  private latest: NamedTroubles | undefined;

  constructor(private readonly feedEvents: KeptStatuses) {}

  /** By what was received by a moment (milliseconds); absent: by everything. */
  async at(knownAt?: number): Promise<NamedTroubles> {
    const name = `${await this.feedEvents.stamp()} ${knownAt ?? ''}`;
    if (this.latest?.name === name) return this.latest;
    this.latest = { name, troubleOf: troublesOf(await this.feedEvents.all(), knownAt) };
    return this.latest;
  }
}

function troublesOf(events: readonly FeedStatusEvent[], knownAt: number | undefined): TroubleOf {
  const known = knownAt === undefined ? events : events.filter(({ receivedAt }) => receivedAt <= knownAt);
  const calendar = FeedCalendar.of(feedStatusesInForce(known));
  return (organisation, from, to, days) => calendar.troubleOf(organisation, from, to, days);
}
