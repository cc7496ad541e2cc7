import { jStat } from 'jstat';
import type { IntervalMethod } from '../../../kernel/interval-method';

/** A confidence interval in percent with one decimal, rounded half up as `percentOf` is. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface IntervalQuestion {
  readonly method: IntervalMethod;
  /** Between 0 and 1; default 0.95. */
  readonly confidence?: number;
  /** What part of the denominator counts (`effectiveShareOf`); default 1. */
  readonly effectiveShare?: number;
  /** What remembers intervals: tables ask for the same small counts again and again. */
  readonly known?: KnownIntervals | undefined;
}

/** Intervals already worked out, by name; whoever hands it in decides how many are kept. */
export interface KnownIntervals {
  get(name: string): Interval | undefined;
  set(name: string, interval: Interval): unknown;
}

/**
 * The interval around `numerator` of `denominator`; null when there is nothing to divide by.
 *
 * `exact`: Clopper and Pearson, Biometrika 26 (1934), 404–413. `wilson`: Wilson's score interval without continuity
 * correction, J Am Stat Assoc 22 (1927), 209–212. Where only part of the denominator counts, both are made
 * from so much smaller counts (Korn and Graubard, Survey Methodology 24 (1998), 193–201).
 */
export function intervalOf(
  numerator: number,
  denominator: number,
  { method, confidence = 0.95, effectiveShare = 1, known }: IntervalQuestion,
): Interval | null {
  if (denominator === 0) return null;
  const name = `${method} ${confidence} ${effectiveShare} ${numerator} ${denominator}`;
  const found = known?.get(name);
  if (found !== undefined) return found;
  const [lower, upper] = limitsOf(numerator, denominator, { method, confidence, effectiveShare });
  const interval = { lower: inTenthsOfPercent(lower), upper: inTenthsOfPercent(upper) };
  known?.set(name, interval);
  return interval;
}

/** The interval's ends as fractions of one, not rounded; throws a RangeError unless 0 ≤ numerator ≤ denominator > 0. */
export function limitsOf(
  numerator: number,
  denominator: number,
  { method, confidence = 0.95, effectiveShare = 1 }: IntervalQuestion,
): readonly [lower: number, upper: number] {
  if (!(denominator > 0 && numerator >= 0 && numerator <= denominator)) {
    throw new RangeError('An interval needs 0 ≤ numerator ≤ denominator and a denominator above 0.');
  }
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('A confidence lies between 0 and 1.');
  if (!(effectiveShare > 0 && effectiveShare <= 1)) throw new RangeError('A part that counts lies above 0, up to 1.');
  const tail = (1 - confidence) / 2;
  const limits = method === 'exact' ? exactLimits : wilsonLimits;
  return limits(numerator * effectiveShare, denominator * effectiveShare, tail);
}

/** The beta quantiles that solve the binomial tails: P(X ≥ k) = tail below, P(X ≤ k) = tail above. */
function exactLimits(k: number, n: number, tail: number): [number, number] {
  return [k === 0 ? 0 : jStat.beta.inv(tail, k, n - k + 1), k === n ? 1 : jStat.beta.inv(1 - tail, k + 1, n - k)];
}

function wilsonLimits(k: number, n: number, tail: number): [number, number] {
  const z = jStat.normal.inv(1 - tail, 0, 1);
  const centre = (k + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
  return [k === 0 ? 0 : centre - half, k === n ? 1 : centre + half];
}

function inTenthsOfPercent(fraction: number): number {
  return Math.floor(fraction * 1000 + 0.5) / 10;
}
