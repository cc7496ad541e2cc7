import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import { isIn, type Period } from '../../kernel/period';
import type { Cases } from '../../counting/domain/cases';
import type { KeyedCount } from '../../counting/domain/keyed-count';
import { slotsOfAdults } from '../../counting/domain/slots-of-adults';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';
import { expectedArrivals, learnedFrom, type ExpectedArrivals } from '../../feeds/domain/expected-arrivals';
import type { Organisation } from '../../kernel/organisation';
import type { TroubleOf } from './feed-troubles';

/** New pathways of a hospital: expected from its own history, and here. */
export interface Arrivals {
  /** Rounded by 5 below a hundred, else by 10. */
  readonly expected: number;
  /** Chance alone leaves it in 19 of 20 periods. */
  readonly interval: ExpectedArrivals['interval'];
  readonly arrived: ShownCount;
  /** True when chance does not explain that so few are here: patients who never arrived. */
  readonly isFewer: boolean;
}

/** A pathway that began. */
interface Arrival {
  readonly hospital: Organisation;
  readonly indexDay: Day;
  /** Its record key. */
  readonly key: number;
}

type BegunOn = Pick<Arrival, 'indexDay' | 'key'>;

/** Before this day nobody comes, so that nothing is learned from it. */
const NOBODY_BEFORE: Day = '1900-01-01';

/** The new pathways that a period's arrivals are counted from. */
export function* arrivalsIn(cases: Cases, period: Period): Iterable<Arrival> {
  for (const slot of slotsOfAdults(cases, daysOfArrivals(period))) {
    const { hospital, indexDay } = cases.pathwayAt(slot);
    yield { hospital, indexDay, key: cases.keyAt(slot) };
  }
}

/** The days whose pathways are counted: the period, and before it what the expectation is learned from. */
export function daysOfArrivals(period: Period): { readonly from: Day; readonly to: Day } {
  const { from, to } = period;
  return { from: from < NOBODY_BEFORE ? from : learnedFrom(period).from, to };
}

/**
 * Of each hospital the new pathways expected in a period and those that came; absent where nothing can be expected. What
 * came, then and before, is counted as the exit shows it, and everything is made of that.
 */
export function countArrivals(
  pathways: Iterable<Arrival>,
  period: Period,
  { asOf, troubleOf }: { readonly asOf: Day; readonly troubleOf: TroubleOf },
  exit: Exit,
): ReadonlyMap<string, Arrivals> {
  const found = new Map<string, Arrivals>();
  if (period.from < NOBODY_BEFORE) return found;
  for (const [hospital, come] of byHospital(pathways, asOf)) {
    const countOn = (isCounted: (day: Day) => boolean): ShownCount => exit.count(countOf(come, isCounted));
    const isSilent = (day: Day): boolean => troubleOf(hospital, day, day, 1) !== undefined;
    const days = come.map(({ indexDay }) => indexDay);
    const expectation = expectedArrivals(days, { period, asOf, isSilent, countOn });
    if (expectation === undefined) continue;
    const arrived = countOn((day) => isIn(period, day));
    const { about: expected, interval } = expectation;
    found.set(hospital, { expected, interval, arrived, isFewer: arrived < interval.lower });
  }
  return found;
}

function byHospital(pathways: Iterable<Arrival>, asOf: Day): Map<string, BegunOn[]> {
  const come = new Map<string, BegunOn[]>();
  for (const { hospital, indexDay, key } of pathways) {
    if (indexDay <= asOf) addUnder(come, hospital, { indexDay, key });
  }
  return come;
}

function countOf(come: readonly BegunOn[], isCounted: (day: Day) => boolean): KeyedCount {
  let [count, keys] = [0, 0];
  for (const { indexDay, key } of come) {
    if (!isCounted(indexDay)) continue;
    count += 1;
    keys += key;
  }
  return { count, key: keys };
}
