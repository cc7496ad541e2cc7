import { dayNumber } from '../../../kernel/day';
import type { Organisation } from '../../../kernel/organisation';
import type { FeedCalendar } from '../feed-calendar';

/** An organisation's days of trouble: stretches that follow each other, their days as numbers. */
export interface NumberedStretches {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly notConnected: readonly boolean[];
}

/** Later than any day. */
export const NO_DAY = 2 ** 31 - 1;

const made = new WeakMap<FeedCalendar, NumberedFeeds>();

/** A feed calendar whose days are numbers; each organisation's are made when they are first asked for. */
export class NumberedFeeds {
  private readonly stretches = new Map<Organisation, NumberedStretches | undefined>();

  private constructor(private readonly feeds: FeedCalendar) {}

  /** The one of a calendar. */
  static of(feeds: FeedCalendar): NumberedFeeds {
    let numbered = made.get(feeds);
    if (numbered === undefined) made.set(feeds, (numbered = new NumberedFeeds(feeds)));
    return numbered;
  }

  /** Undefined where nothing is known of the organisation. */
  stretchesOf(organisation: Organisation): NumberedStretches | undefined {
    const known = this.stretches.get(organisation);
    if (known !== undefined) return known;
    const stretches = this.feeds.stretchesOf(organisation);
    if (stretches === undefined) return undefined;
    const numbered = {
      from: stretches.map(({ from }) => dayNumber(from)),
      to: stretches.map(({ to }) => dayNumber(to)),
      notConnected: stretches.map(({ notConnected }) => notConnected),
    };
    this.stretches.set(organisation, numbered);
    return numbered;
  }
}

/** A trouble as one number, nought for none: days, the sector whose source it is, and whether it was not connected. */
export function troubleIn(
  stretches: NumberedStretches | undefined,
  sector: number,
  [from, to]: readonly [from: number, to: number],
  atLeastDays: number,
): number {
  if (stretches === undefined) return 0;
  let days = 0;
  let notConnected = 0;
  for (let at = firstEndingFrom(stretches.to, from); at < stretches.to.length; at += 1) {
    const begins = stretches.from[at] as number;
    if (begins > to) break;
    days += Math.min(stretches.to[at] as number, to) - Math.max(begins, from) + 1;
    if (stretches.notConnected[at] === true) notConnected = 1;
  }
  return days < atLeastDays ? 0 : ((days << 4) | (sector << 1) | notConnected) + 1;
}

/** The first day in `from`..`to` within a stretch; `NO_DAY` when there is none. */
export function firstDayIn(stretches: NumberedStretches | undefined, from: number, to: number): number {
  if (stretches === undefined) return NO_DAY;
  const begins = stretches.from[firstEndingFrom(stretches.to, from)];
  return begins === undefined || begins > to ? NO_DAY : Math.max(begins, from);
}

/** Where the first lies that lasts through `day` or later; found by halving. */
function firstEndingFrom(ends: readonly number[], day: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
