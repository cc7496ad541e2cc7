import type { ThrottlerStorage } from '@nestjs/throttler';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../ports/clock';

/** Whoever was not heard of for longest is forgotten first. */
const MOST_COUNTED = 100_000;

interface Window {
  readonly ends: number;
  hits: number;
}

/** Counts requests by who sends them, in windows that begin with the first one; by the clock of the program. */
export class RequestsCounted implements ThrottlerStorage {
  private readonly windows = new LRUCache<string, Window>({ max: MOST_COUNTED });

  constructor(private readonly clock: Clock) {}

  /** Counts one more within `windowMs`; more than `limit` are too many, and 0 is without limit. Times come in seconds. */
  increment(key: string, windowMs: number, limit: number) {
    const now = this.clock.now();
    const open = this.windows.get(key);
    const window = open === undefined || open.ends <= now ? { ends: now + windowMs, hits: 0 } : open;
    window.hits += 1;
    this.windows.set(key, window);
    const seconds = Math.ceil((window.ends - now) / 1000);
    return Promise.resolve({
      totalHits: window.hits,
      timeToExpire: seconds,
      isBlocked: limit > 0 && window.hits > limit,
      timeToBlockExpire: seconds,
    });
  }
}
