import type { Day } from '../../kernel/day';
import type { FeedStatus } from '../../kernel/feed-status';
import type { Organisation } from '../../kernel/organisation';
import { compareCodePoints } from '../../kernel/ordering';
import { lastDayOf } from './silent-spells';

/** What is said of one organisation's deliveries. */
export interface OrganisationFeeds {
  readonly organisation: Organisation;
  /** What stands on the day asked for; undefined when nothing was said of that day. */
  readonly now: FeedStatus['state'] | undefined;
  readonly statuses: readonly Omit<FeedStatus, 'organisation'>[];
}

const WORST_FIRST = ['not-connected', 'silent', 'connected'] as const;

/** Gathers the statuses in force by organisation, oldest first, with what stands on a day. */
export function feedsByOrganisation(statuses: readonly FeedStatus[], day: Day): OrganisationFeeds[] {
  const organisations = [...new Set(statuses.map(({ organisation }) => organisation))].sort(compareCodePoints);
  return organisations.map((organisation) => {
    const own = statuses
      .filter((status) => status.organisation === organisation)
      .sort((a, b) => compareCodePoints(a.from, b.from));
    const standing = own.filter((status) => status.from <= day && day <= lastDayOf(status, own));
    return {
      organisation,
      now: WORST_FIRST.find((state) => standing.some((status) => status.state === state)),
      statuses: own.map(({ state, from, to }) => ({ state, from, ...(to === undefined ? undefined : { to }) })),
    };
  });
}
