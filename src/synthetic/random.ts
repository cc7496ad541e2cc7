import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Where chance comes from. Integers and products of constants only, no logarithms or cosines: those may differ in their
 * last bit between machines, and the same seed must give the same bytes everywhere.
 */
export interface Random {
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** An integer between both ends, each included. */
  int(from: number, to: number): number;
  /** One of the items, each equally likely. */
  pick<T>(items: readonly T[]): T;
  /** A bell-shaped integer (four uniforms added: within ±3.5 standard deviations). */
  bell(mean: number, deviation: number): number;
  /** The position in a list of running totals, each position as likely as its share of the last total. */
  share(runningTotals: readonly number[]): number;
}

/** Streams that never overlap, so that a change in one part of the population leaves the others as they were. */
export const STREAMS = { feeds: 0, persons: 1, deliveries: 2 } as const;

const WORD = 0x1_0000_0000;
const HALF_RANGE = 1000;
/** Standard deviation of four uniforms on ±HALF_RANGE. */
const FOUR_UNIFORMS = 1155;

/** The same seed and stream give the same sequence on any machine; the seed is an integer from 0 to 2^32 - 1. */
export function createRandom(seed: number, stream: number): Random {
  const generator = xoroshiro128plus(seed);
  for (let jumps = 0; jumps <= stream; jumps += 1) generator.jump();
  const int = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    chance: (probability) => generator.next() >>> 0 < probability * WORD,
    int,
    pick: <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T,
    bell(mean, deviation) {
      let sum = 0;
      for (let draw = 0; draw < 4; draw += 1) sum += int(-HALF_RANGE, HALF_RANGE);
      return mean + Math.round((sum * deviation) / FOUR_UNIFORMS);
    },
    share(runningTotals) {
      const at = int(0, (runningTotals[runningTotals.length - 1] ?? 1) - 1);
      let position = 0;
      while ((runningTotals[position] ?? WORD) <= at) position += 1;
      return position;
    },
  };
}

/** Running totals for `share`, in whole numbers; weights below one count as one. */
export function runningTotals(weights: readonly number[]): number[] {
  let total = 0;
  return weights.map((weight) => (total += Math.max(1, Math.round(weight))));
}
