import { LRUCache } from 'lru-cache';
import type { Interval } from '../../counting/domain/statistics/interval';
import type { View } from '../../kernel/view';
import { Exit } from '../domain/exit';

const MOST_INTERVALS = 100_000;

/** The one exit of a program's counts in the view that is shown; the intervals used last are remembered. */
export const exitOver = (shown: { readonly view: View }): Exit =>
  new Exit(shown, new LRUCache<string, Interval>({ max: MOST_INTERVALS }));
