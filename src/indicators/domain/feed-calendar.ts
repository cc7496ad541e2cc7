import { addDays, dayNumber, type Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';

/** A stretch of days on which a source did not deliver. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly notConnected: boolean;
}

const FOREVER: Day = '9999-12-31';

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
      const known = byOrganisation.get(status.organisation);
      if (known === undefined) byOrganisation.set(status.organisation, [status]);
      else known.push(status);
    }
    return new FeedCalendar(new Map([...byOrganisation].map(([name, known]) => [name, disjointStretches(known)])));
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

/**
 * Cuts an organisation's statuses, overlapping ones too, into stretches that follow each other: one pass over the days
 * on which something begins or ends.
 */
export function disjointStretches(statuses: readonly FeedStatus[]): Stretch[] {
  const starts = [...new Set(statuses.map(({ from }) => from))].sort();
  const nextStart = new Map(starts.map((start, at) => [start, starts[at + 1]]));
  const turns = new Map<Day, Turn>();
  for (const { from, to, state } of statuses) {
    const last = to ?? dayBefore(nextStart.get(from));
    if (state === 'connected' || last < from) continue;
    turn(turns, from, 1, state === 'not-connected');
    if (last !== FOREVER) turn(turns, addDays(last, 1), -1, state === 'not-connected');
  }
  const days = [...turns.keys()].sort();
  const stretches: Stretch[] = [];
  let troubled = 0;
  let notConnected = 0;
  days.forEach((from, at) => {
    const step = turns.get(from) as Turn;
    troubled += step.troubled;
    notConnected += step.notConnected;
    if (troubled === 0) return;
    const to = dayBefore(days[at + 1]);
    const last = stretches.at(-1);
    const goesOn = at > 0 && last?.notConnected === notConnected > 0 && last.to === dayBefore(from);
    if (goesOn) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, notConnected: notConnected > 0 });
  });
  return stretches;
}

/** How many statuses more, or fewer, stand from a day on. */
interface Turn {
  troubled: number;
  notConnected: number;
}

function turn(turns: Map<Day, Turn>, day: Day, by: 1 | -1, isNotConnected: boolean): void {
  const known = turns.get(day) ?? { troubled: 0, notConnected: 0 };
  known.troubled += by;
  if (isNotConnected) known.notConnected += by;
  turns.set(day, known);
}

const dayBefore = (day: Day | undefined): Day => (day === undefined ? FOREVER : addDays(day, -1));
