import { dayFromNumber } from '../../kernel/day';
import { DAY_OFF, dayClass, weekday } from './day-class';
import { sumBetween, type History } from './history';
import type { Quiet } from './quietness';

/** The habit of a source that delivers on one weekday, however little. */
export interface WeeklyHabit {
  /** Index of the last day with a delivery. */
  readonly last: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** Events a week. */
  readonly size: number;
  /** Weeks missed in a row before, the second most: what came twice is usual. */
  readonly usuallyMissed: number;
}

/** So many weeks tell a habit, of so many looked back on. */
const LEAST_WEEKS = 8;
const DAYS_LOOKED_AT = 26 * 7;
/** So many of its deliveries are on the weekday, and on so many of these weekdays there was one. */
const STRICT = 0.9;
/** One week is missed by a holiday or a new employee. */
const MISSED_WEEKS = 2;

/**
 * The weekly habit in the days `from`..`to` (indices); undefined for whoever delivers otherwise. By chance a sender of
 * one event a week has one with a probability below 10⁻⁶.
 */
export function weeklyHabit(counts: Float64Array, first: number, from: number, to: number): WeeklyHabit | undefined {
  const days: number[] = [];
  for (let at = Math.max(from, to - DAYS_LOOKED_AT + 1); at <= to; at += 1) if ((counts[at] ?? 0) > 0) days.push(at);
  const last = days.at(-1);
  if (last === undefined || days.length < LEAST_WEEKS || days.length > DAYS_LOOKED_AT / 5) return undefined;
  const often = new Uint16Array(7);
  for (const at of days) often[weekday(first + at)] = (often[weekday(first + at)] ?? 0) + 1;
  const most = often.indexOf(Math.max(...often));
  const kept = days.filter((at) => weekday(first + at) === most);
  const gaps = kept.slice(1).map((at, before) => weekdaysBetween(first, kept[before] as number, at - 1, most));
  const missed = gaps.reduce((sum, gap) => sum + gap, 0);
  const isStrict = kept.length >= STRICT * days.length && kept.length >= STRICT * (kept.length + missed);
  if (!isStrict || kept.length < LEAST_WEEKS) return undefined;
  const size = sumBetween(counts, days[0] as number, last) / kept.length;
  return { last, weekday: most, size, usuallyMissed: gaps.sort((a, b) => b - a)[1] ?? 0 };
}

/** How such a source stands at index `until`: silent from the second weekday in a row that it misses, days off apart. */
export function quietInWeeks({ first }: History, habit: WeeklyHabit, until: number): Quiet {
  const { last, size } = habit;
  const missed = weekdaysBetween(first, last, until, habit.weekday);
  const isUsual = missed <= habit.usuallyMissed;
  return {
    cadence: 'batches',
    since: dayFromNumber(first + last + 1),
    days: until - last,
    expected: missed * size,
    received: 0,
    isUsual,
    state: missed >= MISSED_WEEKS && !isUsual ? 'silent' : 'connected',
    perDay: () => size / 7,
    over: () => ({ expected: 0, received: 0 }),
    spread: () => ({ dispersion: 1, evidence: 0 }),
  };
}

/** Such weekdays after `from` through `to` (indices) that are no days off. */
function weekdaysBetween(first: number, from: number, to: number, which: number): number {
  let count = 0;
  for (let at = from + 1; at <= to; at += 1) {
    if (weekday(first + at) === which && dayClass(first + at) !== DAY_OFF) count += 1;
  }
  return count;
}
