import { earlierDay, type Day } from '../../kernel/day';
import type { SelectedFacts } from '../../kernel/definition';
import type { Organisation, Sector } from '../../kernel/organisation';
import type { FeedCalendar } from './feed-calendar';

/** A source of an indicator that is in trouble in its window. */
export interface TroubledSource {
  readonly sector: Sector;
  readonly organisation: Organisation;
}

/** Who could report a fact that counts, each with the first day on which such a fact would count. */
export type Reporters = ReadonlyMap<Sector, Day>;

const ALWAYS: Day = '0000-01-01';

/** Who of the named sources could report a fact that one of the selectors means. */
export function reportersOf(selectors: readonly SelectedFacts[], sources: readonly Sector[]): Reporters {
  const reporters = new Map<Sector, Day>();
  for (const sector of sources) {
    for (const { sector: only, from = ALWAYS } of selectors) {
      if (only !== undefined && only !== sector) continue;
      const known = reporters.get(sector);
      if (known === undefined || from < known) reporters.set(sector, from);
    }
  }
  return reporters;
}

/**
 * The missed days of an indicator's window: those through `last` on which a source in trouble stands silent or not
 * connected. Such a source could have reported, dated on them, any counting fact of its sector (interface.md §3).
 */
export class MissedDays {
  constructor(
    private readonly feeds: Pick<FeedCalendar, 'firstTroubledDay'>,
    private readonly troubled: readonly TroubledSource[],
    private readonly last: Day,
  ) {}

  /** The first missed day in `from`..`to` of a source that could report such a fact; undefined when there is none. */
  first(reporters: Reporters, from: Day, to: Day = this.last): Day | undefined {
    const through = earlierDay(to, this.last);
    let first: Day | undefined;
    for (const { sector, organisation } of this.troubled) {
      const counts = reporters.get(sector);
      if (counts === undefined) continue;
      const since = counts > from ? counts : from;
      if (since > through) continue;
      const day = this.feeds.firstTroubledDay(organisation, since, through);
      if (day !== undefined && (first === undefined || day < first)) first = day;
    }
    return first;
  }

  /** The same days of one organisation alone. */
  of(organisation: Organisation): MissedDays {
    return new MissedDays(
      this.feeds,
      this.troubled.filter((source) => source.organisation === organisation),
      this.last,
    );
  }
}

/** Where no source is in trouble. */
export const NOTHING_MISSED = new MissedDays({ firstTroubledDay: () => undefined }, [], ALWAYS);
