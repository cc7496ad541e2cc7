import type { Day } from '../../kernel/day';
import { numbered } from './case';
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
export function slotsOfAdults(cases: Cases, days: Days, travelling?: Days): number[] {
  const [from, to] = numbered(days);
  const travel = travelling === undefined ? undefined : numbered(travelling);
  const isOfAdult = cases.marks.map(({ reason }, number) => number > 0 && reason !== 'UNDER_18');
  const { mark, indexDay, length } = cases.columns();
  const width = cases.indicators.length;
  const found: number[] = [];
  for (let slot = 0; slot < length; slot += 1) {
    if (travel !== undefined && !cases.isTravellingBetween(slot, ...travel)) continue;
    const begun = indexDay[slot] as number;
    if (begun >= from && begun <= to && isOfAdult[mark[slot * width] as number] === true) found.push(slot);
  }
  return found;
}
