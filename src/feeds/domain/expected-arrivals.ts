import { addDays, daysBetween, earlierDay, type Day } from '../../kernel/day';

/** How many new pathways a hospital is expected to have, by its own history. */
export interface ExpectedArrivals {
  /** Rounded to what it is good for: by 5 below a hundred, else by 10. */
  readonly about: number;
  /** Chance alone leaves it in 19 of 20 periods; rounded outwards. */
  readonly interval: { readonly lower: number; readonly upper: number };
}

/** A whole year, so that every season is in it; half of one is the least that tells. */
const DAYS_LEARNED_FROM = 365;
const LEAST_DAYS = 180;
/** Of fewer nothing is said: neither chance nor a small number leaves anything to say. */
const LEAST_EXPECTED = 10;
const Z = 1.959964;

/** The days before a period that its expectation is learned from. */
export function learnedFrom(period: { readonly from: Day }): { readonly from: Day; readonly to: Day } {
  return { from: addDays(period.from, -DAYS_LEARNED_FROM), to: addDays(period.from, -1) };
}

/**
 * How many new pathways are expected of a hospital from a period's first day through its last, or the as-of day: as
 * many a day as in the year before (`indexDays`, of that year or more), days without deliveries (`isSilent`) apart. The
 * interval is the usual one for a Poisson count predicted from another (Nelson, Applied Life Data Analysis, 1982).
 * Undefined with less than half a year to learn from, or where fewer than ten are expected.
 */
export function expectedArrivals(
  indexDays: readonly Day[],
  {
    period,
    asOf,
    isSilent,
    countOn = (isCounted) => indexDays.filter(isCounted).length,
  }: {
    readonly period: { readonly from: Day; readonly to: Day };
    readonly asOf: Day;
    readonly isSilent: (day: Day) => boolean;
    /** How many pathways are said to have begun on the days that are counted; absent: as many as did. */
    readonly countOn?: (isCounted: (day: Day) => boolean) => number;
  },
): ExpectedArrivals | undefined {
  const year = learnedFrom(period);
  const known = indexDays.filter((day) => day >= year.from && day <= year.to).sort();
  const earliest = known[0];
  const days = daysBetween(period.from, earlierDay(period.to, asOf)) + 1;
  if (earliest === undefined || days < 1) return undefined;
  let learned = 0;
  for (let day = earliest; day <= year.to; day = addDays(day, 1)) if (!isSilent(day)) learned += 1;
  if (learned < LEAST_DAYS) return undefined;
  const came = countOn((day) => day >= year.from && day <= year.to && !isSilent(day));
  const expected = (came / learned) * days;
  if (expected < LEAST_EXPECTED) return undefined;
  const off = Z * Math.sqrt(expected + expected ** 2 / came);
  const step = expected < 100 ? 5 : 10;
  return {
    about: step * Math.round(expected / step),
    interval: {
      lower: Math.max(0, step * Math.floor((expected - off) / step)),
      upper: step * Math.ceil((expected + off) / step),
    },
  };
}
