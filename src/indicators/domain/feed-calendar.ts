import { addDays, dayNumber, type Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';

/** A stretch of days on which a source did not deliver. */
interface Stretch {
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
  private readonly stretches = new Map<Organisation, readonly Stretch[]>();

  constructor(statuses: readonly FeedStatus[]) {
    const byOrganisation = new Map<Organisation, FeedStatus[]>();
    for (const status of statuses) {
      const known = byOrganisation.get(status.organisation);
      if (known === undefined) byOrganisation.set(status.organisation, [status]);
      else known.push(status);
    }
    for (const [organisation, known] of byOrganisation) this.stretches.set(organisation, disjointStretches(known));
  }

  /** The organisation's trouble on the days `from`..`to` (both included); undefined below `atLeastDays` days. */
  troubleOf(organisation: Organisation, from: Day, to: Day, atLeastDays: number): Trouble | undefined {
    const stretches = this.stretches.get(organisation);
    if (stretches === undefined) return undefined;
    let days = 0;
    let notConnected = false;
    for (const stretch of stretches) {
      if (stretch.from > to || stretch.to < from) continue;
      days += dayNumber(stretch.to < to ? stretch.to : to) - dayNumber(stretch.from > from ? stretch.from : from) + 1;
      notConnected ||= stretch.notConnected;
    }
    if (days < atLeastDays) return undefined;
    return { reason: notConnected ? 'SOURCE_NOT_CONNECTED' : 'SOURCE_SILENT', organisation, days };
  }

  /** The first day in `from`..`to` on which the organisation is in trouble; undefined when it is on none. */
  firstTroubledDay(organisation: Organisation, from: Day, to: Day): Day | undefined {
    for (const stretch of this.stretches.get(organisation) ?? []) {
      if (stretch.to >= from && stretch.from <= to) return stretch.from > from ? stretch.from : from;
    }
    return undefined;
  }
}

/** Cuts an organisation's statuses, overlapping ones too, into stretches that follow each other. */
function disjointStretches(statuses: readonly FeedStatus[]): Stretch[] {
  const starts = [...new Set(statuses.map(({ from }) => from))].sort();
  const troubled = statuses
    .filter(({ state }) => state !== 'connected')
    .map(({ from, to, state }) => {
      const next = starts.find((start) => start > from);
      return {
        from,
        to: to ?? (next === undefined ? FOREVER : addDays(next, -1)),
        notConnected: state === 'not-connected',
      };
    })
    .filter(({ from, to }) => to >= from);
  const cuts = [
    ...new Set(troubled.flatMap(({ from, to }) => [from, ...(to === FOREVER ? [] : [addDays(to, 1)])])),
  ].sort();
  const stretches: Stretch[] = [];
  cuts.forEach((from, index) => {
    const next = cuts[index + 1];
    const covering = troubled.filter((status) => status.from <= from && status.to >= from);
    if (covering.length === 0) return;
    const to = next === undefined ? FOREVER : addDays(next, -1);
    stretches.push({ from, to, notConnected: covering.some(({ notConnected }) => notConnected) });
  });
  return stretches;
}
