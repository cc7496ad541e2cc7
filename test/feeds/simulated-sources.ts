import { addDays, dayFromNumber, dayNumber, type Day } from '../../src/kernel/day';
import type { DeliveryCount } from '../../src/kernel/delivery';
import type { EventKind } from '../../src/kernel/event-kinds';
import { dayClass, DAY_OFF } from '../../src/feeds/domain/day-class';
import { historyOf, type History } from '../../src/feeds/domain/history';
import { judge } from './judged';
import { createRandom } from '../../src/synthetic/random';

/** Uniform, Poisson and gamma numbers of a seed. */
interface Chance {
  uniform(): number;
  poisson(mean: number): number;
  /** Poisson whose mean itself scatters, so that variance is `dispersion` × mean. */
  overdispersed(mean: number, dispersion: number): number;
  /** Successes in so many tries. */
  binomial(tries: number, share: number): number;
}

const STEPS = 2 ** 30;

function chanceOf(seed: number): Chance {
  const random = createRandom(seed, 7);
  const uniform = (): number => (random.int(0, STEPS - 1) + 0.5) / STEPS;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number): number => {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let [count, product] = [-1, 1];
    for (const least = Math.exp(-mean); product > least; product *= uniform()) count += 1;
    return Math.max(0, count);
  };
  const binomial = (tries: number, share: number): number => {
    if (share > 1 - 1e-9) return tries;
    if (tries > 30) {
      const drawn = Math.round(tries * share + Math.sqrt(tries * share * (1 - share)) * normal());
      return Math.min(tries, Math.max(0, drawn));
    }
    let count = 0;
    for (let one = 0; one < tries; one += 1) if (uniform() < share) count += 1;
    return count;
  };
  return {
    uniform,
    poisson,
    binomial,
    overdispersed: (mean, dispersion) =>
      mean <= 0 || dispersion <= 1 ? poisson(mean) : poisson((dispersion - 1) * gamma(mean / (dispersion - 1))),
  };
}

/** A kind of source: how many events it delivers on a day (a day number). */
export type Source = (chance: Chance) => (day: number) => number;

const DIP = { from: '07-08', to: '08-04', share: 0.6 };
const inDip = (day: number): boolean => {
  const date = dayFromNumber(day).slice(5);
  return date >= DIP.from && date <= DIP.to;
};

interface Daily {
  readonly perDay: number;
  readonly weekend: number;
  readonly dayOff: number;
  readonly dispersion: number;
  /** Growth a year, as a factor. */
  readonly trend?: number;
  /** Days off from which nothing comes at all, at random (a platform under repair), a year. */
  readonly outages?: number;
}

/** Delivers by the day, with weekdays, holidays, a summer dip, a trend and short outages that are caught up. */
export const daily =
  ({ perDay, weekend, dayOff, dispersion, trend = 1, outages = 0 }: Daily): Source =>
  (chance) => {
    let held = 0;
    const start = dayNumber('2022-01-01');
    return (day) => {
      const of = dayClass(day);
      const factor = of === DAY_OFF ? dayOff : of >= 5 ? weekend : 1;
      const mean = perDay * factor * trend ** ((day - start) / 365) * (inDip(day) ? DIP.share : 1);
      const count = chance.overdispersed(mean, dispersion);
      if (chance.uniform() < outages / 365) {
        held += count;
        return 0;
      }
      const caughtUp = count + held;
      held = 0;
      return caughtUp;
    };
  };

/** Delivers a batch a month, give or take two days, with stragglers in between. */
export const monthly =
  (size: number, dayOfMonth: number): Source =>
  (chance) => {
    let month = '';
    let due = 0;
    return (day) => {
      const text = dayFromNumber(day);
      if (text.slice(0, 7) !== month) {
        month = text.slice(0, 7);
        due = dayOfMonth + Math.floor(chance.uniform() * 5) - 2;
      }
      const straggler = chance.uniform() < 0.05 ? 1 + chance.poisson(0.5) : 0;
      return (Number(text.slice(8)) === due ? chance.overdispersed(size, 2) : 0) + straggler;
    };
  };

/** One event on the same weekday each week. */
export const weekly: Source = () => (day) => (dayClass(day) === 2 ? 1 : 0);

/** A history drawn day by day; from `silentFrom` on nothing comes. */
export function drawHistory(
  source: Source,
  seed: number,
  { from, to, silentFrom }: { readonly from: Day; readonly to: Day; readonly silentFrom?: Day },
  organisation = 'hospital:330901000016003',
): History {
  const chance = chanceOf(seed);
  const draw = source(chance);
  const counts: DeliveryCount[] = [];
  const silent = silentFrom === undefined ? Number.POSITIVE_INFINITY : dayNumber(silentFrom);
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const count = draw(day);
    if (day >= silent || count === 0) continue;
    counts.push(...splitInParts(organisation, day, count, chance));
  }
  const history = historyOf(organisation, counts, to);
  if (history === undefined) throw new Error('This source never delivered.');
  return history;
}

const PARTS: readonly (readonly [kind: EventKind, family: string, share: number])[] = [
  ['hospital.contact', '', 0.3],
  ['hospital.diagnosis', 'AMI', 0.2],
  ['hospital.procedure', 'BUG', 0.15],
  ['hospital.procedure', 'BVDY0', 0.15],
  ['hospital.procedure', 'PCI', 0.1],
  ['hospital.measurement', 'blood-pressure', 0.1],
];

function splitInParts(organisation: string, day: number, count: number, chance: Chance): DeliveryCount[] {
  let [left, shareLeft] = [count, 1];
  const split = PARTS.map(([, , share]) => {
    const taken = chance.binomial(left, Math.min(1, share / shareLeft));
    left -= taken;
    shareLeft -= share;
    return taken;
  });
  return PARTS.flatMap(([kind, family], at) => {
    const accepted = split[at] ?? 0;
    const nothing = { duplicate: 0, rejected: 0, corrections: 0, ahead: 0, mostAheadMs: 0 };
    const of = { organisation, kind, family, day: dayFromNumber(day) };
    return accepted === 0 ? [] : [{ ...of, accepted, ...nothing, ages: drawAges(accepted, chance) }];
  });
}

/** Most events come a day or two after the service, a few weeks or months later. */
function drawAges(events: number, chance: Chance): Record<number, number> {
  const ages: Record<number, number> = {};
  for (let event = 0; event < events; event += 1) {
    const isLate = chance.uniform() < 0.03;
    const age = isLate ? 14 + Math.floor(107 * chance.uniform()) : 1 + Math.floor(2 * chance.uniform());
    ages[age] = (ages[age] ?? 0) + 1;
  }
  return ages;
}

/** The alarms that would be raised on a source, judged at the end of every day, by state. */
export function alarmsRaised(history: History, from: Day, to: Day): Map<string, number> {
  const raised = new Map<string, number>();
  let standing = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const now = new Set<string>();
    for (const { state, kind, family } of judge(history, day).findings) {
      const key = `${state} ${kind ?? ''} ${family ?? ''}`;
      now.add(key);
      if (!standing.has(key)) raised.set(state, (raised.get(state) ?? 0) + 1);
    }
    standing = now;
  }
  return raised;
}
