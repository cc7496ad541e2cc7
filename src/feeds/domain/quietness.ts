import type { Day } from '../../kernel/day';

/** How an organisation delivers, and how long it has been quiet on the judged day. */
export interface Quiet {
  readonly cadence: 'daily' | 'batches';
  /** The first day of the quiet, in which nothing comes, or stragglers only. */
  readonly since: Day;
  readonly days: number;
  /** Events expected since then, in a source that is well. */
  readonly expected: number;
  readonly received: number;
  /** Of a source that is well being quiet for so long; absent where it is not quiet or delivers in batches. */
  readonly probability?: number;
  /** True when it has been quiet for as long more than once before. */
  readonly isUsual: boolean;
  readonly state: 'connected' | 'late' | 'silent';
  /** Expected on an ordinary day. */
  readonly perDay: () => number;
  /** What was expected and came on the last so many days. */
  readonly over: (days: number) => { readonly expected: number; readonly received: number };
  /** How much its days differ, and how many events that stands on. */
  readonly spread: () => { readonly dispersion: number; readonly evidence: number };
}
