import type { Day } from '../../../kernel/day';
import { isIn, type Period } from '../../../kernel/period';
import type { ShownCount } from '../../../disclosure/domain/shown-row';
import { expectedArrivals, learnedFrom, type ExpectedArrivals } from '../../../feeds/domain/expected-arrivals';
import type { TransitionBasis } from '../handover-state';
import type { PathwayWithJourney } from '../pathway-with-journey';

/** New pathways of a hospital: expected from its own history, and here. */
export interface Arrivals {
  /** Rounded by 5 below a hundred, else by 10. */
  readonly expected: number;
  /** Chance alone leaves it in 19 of 20 periods. */
  readonly interval: ExpectedArrivals['interval'];
  /** Null where it is small. */
  readonly arrived: ShownCount;
  /** True when chance does not explain that so few are here: patients who never arrived. */
  readonly isFewer: boolean;
}

/** Before this day nobody comes, so that nothing is learned from it. */
const NOBODY_BEFORE: Day = '1900-01-01';

/** The days whose pathways are counted: the period, and before it what the expectation is learned from. */
export function daysOfArrivals(period: Period): { readonly from: Day; readonly to: Day } {
  const { from, to } = period;
  return { from: from < NOBODY_BEFORE ? from : learnedFrom(period).from, to };
}

/** Of each hospital the new pathways expected in a period and those that came; absent where nothing can be expected. */
export function countArrivals(
  pathways: Iterable<PathwayWithJourney>,
  period: Period,
  { asOf, troubleOf }: Pick<TransitionBasis, 'asOf' | 'troubleOf'>,
  smallNumbers: number,
): ReadonlyMap<string, Arrivals> {
  const found = new Map<string, Arrivals>();
  if (period.from < NOBODY_BEFORE) return found;
  const days = new Map<string, Day[]>();
  for (const { hospital, indexDay } of pathways) {
    if (indexDay > asOf) continue;
    const known = days.get(hospital);
    if (known === undefined) days.set(hospital, [indexDay]);
    else known.push(indexDay);
  }
  for (const [hospital, indexDays] of days) {
    const isSilent = (day: Day): boolean => troubleOf(hospital, day, day, 1) !== undefined;
    const expectation = expectedArrivals(indexDays, { period, asOf, isSilent });
    if (expectation === undefined) continue;
    const came = indexDays.filter((day) => isIn(period, day)).length;
    const { about: expected, interval } = expectation;
    const arrived = came > 0 && came < smallNumbers ? null : came;
    found.set(hospital, { expected, interval, arrived, isFewer: came < interval.lower });
  }
  return found;
}
