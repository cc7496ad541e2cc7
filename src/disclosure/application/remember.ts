import { LRUCache } from 'lru-cache';
import type { Interval } from '../../counting/domain/statistics/interval';
import type { Remembered } from '../domain/remembered';

/** So much of the patterns is kept: some thousand periods of an indicator. */
const MOST_PATTERN_BYTES = 48 * 1024 * 1024;
const MOST_INTERVALS = 100_000;

/** Remembers the patterns of hidden cells and the intervals used last, for all who show tables and charts. */
export function remember(): Required<Remembered> {
  return {
    patterns: new LRUCache<string, Uint8Array>({
      maxSize: MOST_PATTERN_BYTES,
      sizeCalculation: ({ byteLength }) => Math.max(byteLength, 1),
    }),
    intervals: new LRUCache<string, Interval>({ max: MOST_INTERVALS }),
  };
}
