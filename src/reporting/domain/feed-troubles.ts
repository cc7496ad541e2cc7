import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { Organisation } from '../../kernel/organisation';

/** The organisation's trouble on the days `from`..`to`, when there is any on at least so many days. */
export type TroubleOf = (organisation: Organisation, from: Day, to: Day, atLeastDays: number) => Trouble | undefined;

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/**
 * Which sources were not heard from when, as indicators are decided by (interface.md §3, Trouble): by what was received
 * by a moment (milliseconds); absent: by everything.
 */
export function troublesOf(events: readonly FeedStatusEvent[], knownAt?: number): TroubleOf {
  const known = knownAt === undefined ? events : events.filter(({ receivedAt }) => receivedAt <= knownAt);
  const calendar = FeedCalendar.of(feedStatusesInForce(known));
  return (organisation, from, to, days) => calendar.troubleOf(organisation, from, to, days);
}
