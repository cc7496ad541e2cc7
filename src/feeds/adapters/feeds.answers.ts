import type { Day } from '../../kernel/day';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';
import type { CalendarRow } from '../application/view-feeds';
import type { CalendarMonth } from '../domain/delivery-calendar';
import type { OrganisationFeeds } from '../domain/feeds-by-organisation';
import type { Month } from '../domain/month';
import type { AlarmAnswer, JudgementAnswer } from './write-feeds';

/** With the organisation's name beside its code. */
type Named<T> = T & { readonly name: string };

/** What is said of everyone's deliveries, with the alarms that stand. */
export interface FeedsAnswer {
  readonly asOf: Day;
  readonly organisations: readonly Named<OrganisationFeeds>[];
  readonly alarms: readonly AlarmAnswer[];
}

/** The last day through `until` on which something was received; null where nothing was. */
export interface LastReceivedAnswer {
  readonly until: Day;
  readonly organisation?: Organisation;
  readonly through: Day | null;
}

/** Everyone's deliveries by month, both months included. */
export interface CalendarAnswer {
  readonly from: Month;
  readonly to: Month;
  readonly organisations: readonly Named<CalendarRow>[];
}

/** One organisation's deliveries: what was said of them, how they are judged, its alarms and its last twelve months. */
export interface FeedAnswer {
  readonly organisation: Organisation;
  readonly name: string;
  readonly said: { readonly now: FeedStatus['state'] | undefined; readonly statuses: OrganisationFeeds['statuses'] };
  readonly delivers: JudgementAnswer | { readonly state: 'learning'; readonly findings: readonly [] };
  readonly alarms: readonly AlarmAnswer[];
  readonly months: readonly CalendarMonth[];
}
