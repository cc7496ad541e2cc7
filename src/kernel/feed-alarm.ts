import type { Day } from './day';
import type { EventKind } from './event-kinds';
import type { Organisation } from './organisation';

/** What there is to tell of an organisation's deliveries, the worst first; last the good news that a silence is made good. */
export const FEED_TROUBLES = [
  'silent',
  'clock-ahead',
  'repeated-batch',
  'backlog-burst',
  'halved',
  'partial',
  'late',
  'made-good',
] as const;
export type FeedTrouble = (typeof FEED_TROUBLES)[number];

/** How an organisation delivers; `learning` while too little came to expect anything, `closed` when nothing may come. */
export type FeedState = 'connected' | 'learning' | 'closed' | Exclude<FeedTrouble, 'made-good'>;

/** What was found wrong, and on what basis. */
export interface FeedFinding {
  readonly organisation: Organisation;
  readonly state: FeedTrouble;
  /** Of `partial`: which kind or code family stopped. */
  readonly kind?: EventKind;
  readonly family?: string;
  /** The first day it is so. */
  readonly since: Day;
  /** Of `made-good`: the last day of the silence. */
  readonly until?: Day;
  /** Events expected and received since then (of an odd day: on it; of `made-good`: dated in the silent days). */
  readonly expected: number;
  readonly received: number;
  /** Of as long a silence in a source that is well; absent where none is computed. */
  readonly probability?: number;
  /** The region whose hospitals are silent together. */
  readonly together?: string;
}

/** A step in the life of an alarm; `at` in milliseconds, `on` the last day that was judged. */
export type AlarmStep =
  | { readonly what: 'raised'; readonly at: number; readonly on: Day; readonly finding: FeedFinding }
  | { readonly what: 'cleared'; readonly at: number; readonly on: Day }
  | {
      readonly what: 'confirmed' | 'overruled';
      readonly at: number;
      readonly by: string;
      readonly note?: string;
      /** The feed status event that says so, where one does. */
      readonly event?: string;
    };

/** A step as it is told: of which alarm and organisation, and its place among the alarm's steps (0 is the first). */
export type AlarmStepTold = AlarmStep & {
  readonly alarm: string;
  readonly place: number;
  readonly organisation: Organisation;
};
