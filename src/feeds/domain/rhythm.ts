import { DAY_CLASSES, DAY_OFF, SUNDAY, dayClass } from './day-class';
import { sumBetween } from './history';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** What an organisation that delivers by the day is expected to, learned from its own days. */
export interface Rhythm {
  /** Events on a day whose factor is 1. */
  readonly level: number;
  /** How much a class of days has of the level. */
  readonly factors: readonly number[];
  /** Variance over mean; at least 1. */
  readonly dispersion: number;
  /** Events that the level was learned from, older ones counting less. */
  readonly evidence: number;
}

const PROFILE_HALF_LIFE = 180;
/** The profile is flat, and a day off is a Sunday, unless so many events say otherwise. */
const PRIOR_EVENTS = 5;
const LONGEST_HALF_LIFE = 720;
/** Days that an average with exponentially fading weights stands on, for each day of its half-life: 2 / ln 2. */
const DAYS_BEHIND = 2.885;
/** A day may not count for more than this many times a busy day: bursts are no rhythm. */
const BUSIEST = 3;

/** Learns the rhythm from the days `from`..`to` (indices; day number = `first` + index). */
export function learnRhythm(
  counts: Float64Array,
  first: number,
  from: number,
  to: number,
  parameters: FeedParameters,
): Rhythm {
  return learnRhythmWith(learnProfile(counts, first, from, to), counts, first, from, to, parameters);
}

/** How days differ, and what is more than a busy day. */
export interface Profile {
  readonly factors: readonly number[];
  readonly cap: number;
}

export function learnProfile(counts: Float64Array, first: number, from: number, to: number): Profile {
  const cap = BUSIEST * Math.max(1, busyDay(counts, from, to));
  return { cap, factors: learnFactors(counts, first, from, to, cap) };
}

/** As `learnRhythm` with a profile that is known. */
export function learnRhythmWith(
  { cap, factors }: Profile,
  counts: Float64Array,
  first: number,
  from: number,
  to: number,
  { levelHalfLife, levelEvents }: FeedParameters,
): Rhythm {
  const perDay = sumBetween(counts, from, to) / Math.max(1, to - from + 1);
  let halfLife = levelHalfLife;
  while (perDay * halfLife * DAYS_BEHIND < levelEvents && halfLife < LONGEST_HALF_LIFE) halfLife *= 2;
  return learnLevel(counts, first, from, to, cap, factors, halfLife);
}

/** The expected number on a day. */
export const expectedOn = ({ level, factors }: Rhythm, day: number): number => level * (factors[dayClass(day)] ?? 1);

/** The expected number on the days `from`..`to` (day numbers, both included). */
export function expectedBetween(rhythm: Rhythm, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day <= to; day += 1) sum += expectedOn(rhythm, day);
  return sum;
}

function learnFactors(counts: Float64Array, first: number, from: number, to: number, cap: number): number[] {
  const events = new Float64Array(DAY_CLASSES);
  const days = new Float64Array(DAY_CLASSES);
  const fading = 2 ** (-1 / PROFILE_HALF_LIFE);
  let weight = 1;
  for (let at = to; at >= from; at -= 1) {
    const of = dayClass(first + at);
    events[of] = (events[of] ?? 0) + weight * Math.min(cap, counts[at] ?? 0);
    days[of] = (days[of] ?? 0) + weight;
    weight *= fading;
  }
  const mean = sum(events) / Math.max(sum(days), 1e-9);
  const factor = (of: number, prior: number): number =>
    ((events[of] ?? 0) + PRIOR_EVENTS * prior) / (mean * (days[of] ?? 0) + PRIOR_EVENTS);
  const factors = Array.from({ length: DAY_CLASSES }, (_, of) => factor(of, 1));
  factors[DAY_OFF] = factor(DAY_OFF, Math.min(1, factors[SUNDAY] ?? 1));
  return factors;
}

function learnLevel(
  counts: Float64Array,
  first: number,
  from: number,
  to: number,
  cap: number,
  factors: readonly number[],
  halfLife: number,
): Rhythm {
  const fading = 2 ** (-1 / halfLife);
  let [weight, events, exposure, squares] = [1, 0, 0, 0];
  for (let at = to; at >= from; at -= 1) {
    const factor = factors[dayClass(first + at)] ?? 1;
    events += weight * Math.min(cap, counts[at] ?? 0);
    exposure += weight * factor;
    squares += weight * weight * factor;
    weight *= fading;
  }
  const level = events / Math.max(exposure, 1e-9);
  const evidence = squares === 0 ? 0 : (level * exposure * exposure) / squares;
  return { level, factors, evidence, dispersion: dispersionOf(counts, first, from, to, cap, level, factors, halfLife) };
}

/** Pearson’s chi-square over days, the youngest counting most. */
function dispersionOf(
  counts: Float64Array,
  first: number,
  from: number,
  to: number,
  cap: number,
  level: number,
  factors: readonly number[],
  halfLife: number,
): number {
  const fading = 2 ** (-1 / (2 * halfLife));
  let [weight, squares, variance] = [1, 0, 0];
  for (let at = to; at >= from; at -= 1) {
    const expected = level * (factors[dayClass(first + at)] ?? 1);
    const off = Math.min(cap, counts[at] ?? 0) - expected;
    squares += weight * off * off;
    variance += weight * expected;
    weight *= fading;
  }
  return variance > 0 ? Math.max(1, squares / variance) : 1;
}

/** What nineteen of twenty days with deliveries do not exceed. */
function busyDay(counts: Float64Array, from: number, to: number): number {
  const sorted = counts.slice(from, to + 1).sort();
  const blank = sorted.findIndex((count) => count > 0);
  return blank < 0 ? 0 : (sorted[blank + Math.floor((sorted.length - blank) * 0.95)] ?? 0);
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
