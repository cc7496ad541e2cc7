import type { Day } from '../../kernel/day';
import type { Cases } from './cases';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The pathways of the population with an index day in a stretch of days: those that decisions stand on, of patients who
 * were adults on the index day (the same for every indicator, so the first one tells). Those without a referral or
 * municipal start about the days of `travelling` are passed over, where these are given.
 */
export function* slotsOfAdults(cases: Cases, days: Days, travelling?: Days): Iterable<number> {
  const [first = ''] = cases.indicators;
  for (const slot of cases.slotsOfPathways(days, travelling)) {
    const mark = cases.markAt(slot, first);
    if (mark !== undefined && mark.reason !== 'UNDER_18') yield slot;
  }
}
