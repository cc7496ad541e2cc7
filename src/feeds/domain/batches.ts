import { sumBetween } from './history';

/** The habit of a source that delivers in batches, such as a municipality once a month. */
export interface BatchHabit {
  /** Indices of the days with a batch. */
  readonly days: readonly number[];
  /** Days from batch to batch: the middle one, how much they scatter, and the second longest. */
  readonly interval: number;
  readonly scatter: number;
  readonly longInterval: number;
  /** Events of a batch, with what comes in between. */
  readonly size: number;
}

const LEAST_BATCHES = 4;
const LEAST_INTERVAL = 5;
const LEAST_SIZE = 3;
/** A batch has at least this share of a large one; smaller deliveries are stragglers. */
const SHARE_OF_LARGE = 0.25;
/** So much of everything comes in batches, or it is no habit. */
const LEAST_SHARE = 0.7;
const MOST_SCATTER = 0.25;
const MAD_TO_DEVIATION = 1.4826;
const LEAST_SCATTER = 1;
const BATCHES_LOOKED_AT = 14;

/** The batch habit in the days `from`..`to` (indices); undefined for a source that delivers by the day or irregularly. */
export function batchHabit(counts: Float64Array, from: number, to: number): BatchHabit | undefined {
  const sizes = counts.slice(from, to + 1).sort();
  const blank = sizes.findIndex((size) => size > 0);
  if (blank < 0) return undefined;
  const large = sizes[blank + Math.floor((sizes.length - blank) * 0.9)] ?? 0;
  const least = Math.max(LEAST_SIZE, SHARE_OF_LARGE * large);
  const days: number[] = [];
  let inBatches = 0;
  for (let at = from; at <= to; at += 1) {
    const count = counts[at] ?? 0;
    if (count < least) continue;
    days.push(at);
    inBatches += count;
  }
  const recent = days.slice(-BATCHES_LOOKED_AT);
  if (recent.length < LEAST_BATCHES) return undefined;
  const intervals = recent.slice(1).map((day, at) => day - (recent[at] as number));
  const interval = middle(intervals);
  const scatter = MAD_TO_DEVIATION * middle(intervals.map((days_) => Math.abs(days_ - interval)));
  if (interval < LEAST_INTERVAL || scatter > MOST_SCATTER * interval) return undefined;
  if (inBatches < LEAST_SHARE * sumBetween(counts, from, to)) return undefined;
  const first = recent[0] as number;
  const last = recent[recent.length - 1] as number;
  return {
    days,
    interval,
    scatter: Math.max(LEAST_SCATTER, scatter),
    longInterval: [...intervals].sort((a, b) => b - a)[1] ?? interval,
    size: sumBetween(counts, first, last - 1) / (recent.length - 1),
  };
}

/** How many days after its last batch such a source is late, and silent. */
export function patienceWith({ interval, scatter, longInterval }: BatchHabit): { late: number; silent: number } {
  return {
    late: Math.max(interval + Math.max(2, 3 * scatter), longInterval),
    silent: Math.max(interval + Math.max(5, interval / 3, 6 * scatter), longInterval + scatter),
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
