import { addUnder } from '../../kernel/add-under';
import { dayNumber, type Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';
import { disjointStretches, type Stretch } from './feed-turns';

/**
 * Which organisations were not connected or silent when. A status without `to` lasts until the day before the
 * organisation's next `from` (interface.md §3, Trouble).
 */
export class FeedCalendar {
  constructor(private readonly stretches: ReadonlyMap<Organisation, readonly Stretch[]>) {}

  /** The calendar that statuses in force make. */
  static of(statuses: Iterable<FeedStatus>): FeedCalendar {
    const byOrganisation = new Map<Organisation, FeedStatus[]>();
    for (const status of statuses) {
      addUnder(byOrganisation, status.organisation, status);
    }
    return new FeedCalendar(new Map([...byOrganisation].map(([name, known]) => [name, disjointStretches(known)])));
  }

  /** The days on which the organisation was in trouble, in stretches that follow each other; undefined where nothing is known of it. */
  stretchesOf(organisation: Organisation): readonly Stretch[] | undefined {
    return this.stretches.get(organisation);
  }

  /** The organisation's trouble on the days `from`..`to` (both included); undefined below `atLeastDays` days. */
  troubleOf(organisation: Organisation, from: Day, to: Day, atLeastDays: number): Trouble | undefined {
    const stretches = this.stretches.get(organisation);
    if (stretches === undefined) return undefined;
    let days = 0;
    let notConnected = false;
    for (let at = firstEndingFrom(stretches, from); at < stretches.length; at += 1) {
      const stretch = stretches[at] as Stretch;
      if (stretch.from > to) break;
      days += dayNumber(stretch.to < to ? stretch.to : to) - dayNumber(stretch.from > from ? stretch.from : from) + 1;
      notConnected ||= stretch.notConnected;
    }
    if (days < atLeastDays) return undefined;
    return { reason: notConnected ? 'SOURCE_NOT_CONNECTED' : 'SOURCE_SILENT', organisation, days };
  }

  /** The first day in `from`..`to` on which the organisation is in trouble; undefined when it is on none. */
  firstTroubledDay(organisation: Organisation, from: Day, to: Day): Day | undefined {
    const stretches = this.stretches.get(organisation) ?? [];
    const stretch = stretches[firstEndingFrom(stretches, from)];
    if (stretch === undefined || stretch.from > to) return undefined;
    return stretch.from > from ? stretch.from : from;
  }
}

/** Where in stretches that follow each other the first lies that lasts through `day` or later; found by halving. */
function firstEndingFrom(stretches: readonly Stretch[], day: Day): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] as Stretch).to < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
