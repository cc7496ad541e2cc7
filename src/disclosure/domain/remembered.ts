import type { KnownIntervals } from '../../counting/domain/statistics/interval';
import type { KnownPatterns } from './known-patterns';

/** What those who show tables and charts remember between questions; without it everything is worked out anew. */
export abstract class Remembered {
  abstract readonly patterns?: KnownPatterns;
  abstract readonly intervals?: KnownIntervals;
}
