import { dayFromNumber, type Day } from '../../kernel/day';
import { batchHabit, type BatchHabit } from './batches';
import { lastIndexOf, sumBetween, type History } from './history';
import { lowerTail } from './lower-tail';
import { expectedBetween, learnRhythm, type Rhythm } from './rhythm';
import type { FeedParameters } from '../../kernel/feed-parameters';
import { weeklyHabit } from './weekly';

/** A volume that fell for good. */
export interface Halved {
  readonly since: Day;
  readonly expected: number;
  readonly received: number;
  readonly probability: number;
}

const LEAST_RUN = 21;
/**
 * Days looked at of whoever delivers by the day: three weeks, four, and so on through 14, when the new level is the
 * usual one (over longer, a trend would be a fall). Whenever it fell, one of them begins near enough: too early and the
 * level before is in it, too late and it is learned.
 */
const RUNS = Array.from({ length: 12 }, (_, week) => LEAST_RUN + 7 * week);
const PIECES = 4;
const LEAST_PIECE = 7;
/** So much of what is expected may each quarter of a run hold: a fall that is over, or a silence, is none for good. */
const QUARTER = { from: 0.1, through: 0.85 } as const;
/** Of whoever delivers in batches: the last two, and so on. */
const BATCHES = [2, 3, 4, 5, 6] as const;
const LEAST_BATCHES_BEFORE = 6;
/** More than this share of the days before is no fall, whatever the weekdays: nothing dearer need be computed. */
const NO_FALL = 0.8;
const LOOKED_AT_FIRST = 91;
/** Of whoever sends less, a few patients more or fewer are half of it. */
const LEAST_A_DAY = 2;
/** It fell at once: its first days have no more than this share of the six weeks before. A trend is no fall. */
const STEP = 0.75;
const DAYS_BEGUN = 14;
const DAYS_BEFORE = 42;
const YEAR = 52 * 7;
/** The same weeks a year ago may lie so many days off: holidays move. */
const SEASON_SHIFTS = [-14, -7, 0, 7, 14] as const;

/**
 * The fall of an organisation's volume to about half, for good: over some weeks up to the day at index `until` no more
 * than a share of what is expected came, in each quarter of them too little, and chance explains it as good as never.
 * What is expected is learned from before those weeks, and no more than the same weeks a year ago had of what was
 * expected then: a summer's dip is none. Undefined where there is none.
 */
export function judgeHalved(history: History, until: number, parameters: FeedParameters): Halved | undefined {
  const { received, first } = history;
  const last = lastIndexOf(received, until);
  const from = Math.max(0, last - parameters.windowDays + 1);
  if (last - from + 1 < parameters.leastDays + LEAST_RUN) return undefined;
  if (weeklyHabit(received, first, from, last) === undefined) {
    const habit = batchHabit(received, from, last);
    if (habit !== undefined) return halvedBatches(history, habit, parameters);
  }
  return least(RUNS.map((days) => halvedOver(history, until, days, parameters)));
}

function halvedOver(history: History, until: number, days: number, parameters: FeedParameters): Halved | undefined {
  const { received, first } = history;
  const start = until - days + 1;
  const from = Math.max(0, start - parameters.windowDays);
  if (start - from < parameters.leastDays) return undefined;
  const came = sumBetween(received, start, until);
  const looked = Math.min(LOOKED_AT_FIRST, start - from);
  const before = sumBetween(received, start - looked, start - 1) / looked;
  if (before < LEAST_A_DAY || came > NO_FALL * before * days) return undefined;
  const rhythm = learnRhythm(received, first, from, start - 1, parameters);
  if (came > parameters.halvedShare * expectedBetween(rhythm, first + start, first + until)) return undefined;
  const season = seasonOf(history, start, until, parameters);
  const expectedIn = (a: number, b: number): number => season * expectedBetween(rhythm, first + a, first + b);
  const expected = expectedIn(start, until);
  if (came > parameters.halvedShare * expected) return undefined;
  const length = Math.max(LEAST_PIECE, Math.floor(days / PIECES));
  for (let piece = start; piece + length - 1 <= until; piece += length) {
    const share = sumBetween(received, piece, piece + length - 1) / expectedIn(piece, piece + length - 1);
    if (share < QUARTER.from || share > QUARTER.through) return undefined;
  }
  const shareIn = (a: number, b: number): number => sumBetween(received, a, b) / expectedIn(a, b);
  const begun = shareIn(start, start + Math.max(DAYS_BEGUN, length) - 1);
  if (begun > STEP * shareIn(start - DAYS_BEFORE, start - 1)) return undefined;
  const dispersion = Math.max(rhythm.dispersion, monthlyDispersion(received, first, from, start - 1, rhythm));
  const probability = lowerTail(came, expected, dispersion, rhythm.evidence);
  if (probability > parameters.halvedProbability) return undefined;
  return { since: dayFromNumber(first + start), expected, received: came, probability };
}

const MONTH = 28;
/** The median of a chi-square variable with one degree of freedom. */
const MEDIAN_OF_SQUARE = 0.455;

/**
 * Variance over mean of four weeks together, greater than that of days where one patient’s events follow each other for
 * weeks. By the median, so that a holiday, a trend or an earlier silence does not tell.
 */
function monthlyDispersion(counts: Float64Array, first: number, from: number, to: number, rhythm: Rhythm): number {
  const blocks: { readonly came: number; readonly expected: number }[] = [];
  for (let end = to; end - MONTH + 1 >= from; end -= MONTH) {
    const start = end - MONTH + 1;
    const expected = expectedBetween(rhythm, first + start, first + end);
    blocks.push({ came: sumBetween(counts, start, end), expected });
  }
  const ratio = sumOf(blocks.map(({ came }) => came)) / Math.max(1e-9, sumOf(blocks.map(({ expected }) => expected)));
  const squares = blocks.map(({ came, expected }) => (came - ratio * expected) ** 2 / Math.max(1e-9, ratio * expected));
  return (squares.sort((a, b) => a - b)[squares.length >> 1] ?? 0) / MEDIAN_OF_SQUARE;
}

/** What the same weeks a year ago had of what was expected then, at most 1; 1 where nothing was expected yet. */
function seasonOf({ received, first }: History, start: number, until: number, parameters: FeedParameters): number {
  let season = 1;
  for (const shift of SEASON_SHIFTS) {
    const [from, to] = [start - YEAR + shift, until - YEAR + shift];
    const learned = Math.max(0, from - parameters.windowDays);
    if (from - learned < parameters.leastDays) continue;
    const rhythm = learnRhythm(received, first, learned, from - 1, parameters);
    const expected = expectedBetween(rhythm, first + from, first + to);
    if (expected > 0) season = Math.min(season, sumBetween(received, from, to) / expected);
  }
  return season;
}

function halvedBatches(
  { received, first }: History,
  habit: BatchHabit,
  parameters: FeedParameters,
): Halved | undefined {
  const { days } = habit;
  const sizes = days.map((day, at) => sumBetween(received, day, (days[at + 1] ?? day + 1) - 1));
  return least(
    BATCHES.map((count) => {
      const before = sizes.slice(0, -count);
      if (before.length < LEAST_BATCHES_BEFORE) return undefined;
      const mean = sumOf(before) / before.length;
      const variance = sumOf(before.map((size) => (size - mean) ** 2)) / (before.length - 1);
      const [expected, came] = [count * mean, sumOf(sizes.slice(-count))];
      const probability = lowerTail(came, expected, Math.max(1, variance / mean), sumOf(before));
      if (came > parameters.halvedShare * expected || probability > parameters.halvedProbability) {
        return undefined;
      }
      return { since: dayFromNumber(first + (days.at(-count) as number)), expected, received: came, probability };
    }),
  );
}

/** The one least like chance. */
const least = (found: readonly (Halved | undefined)[]): Halved | undefined =>
  found.reduce(
    (best, one) => (one !== undefined && (best === undefined || one.probability < best.probability) ? one : best),
    undefined,
  );
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
