import type { Day } from './day';
import type { Organisation } from './organisation';

/** What is unusual about looking. */
export const UNUSUAL_CODES = [
  'MANY_PERSONS_IN_AN_HOUR',
  'MANY_PERSONS_IN_A_DAY',
  'NO_RELATION',
  'OUTSIDE_HOURS',
  'OWN_RECORD',
  'COLLEAGUE',
  'NAMESAKE',
] as const;
export type UnusualCode = (typeof UNUSUAL_CODES)[number];

/** That somebody looked in an unusual way on a Danish day, as it is told; at whom stands in the log of looks alone. */
export interface LookAlarm {
  /** The same for the same reader, day and code. */
  readonly alarm: string;
  readonly code: UnusualCode;
  /** For which organisation they looked; what the message goes by. */
  readonly organisation: Organisation;
  readonly day: Day;
  readonly subject: string;
  readonly name: string;
  /** At how many persons, when it was raised. */
  readonly persons: number;
  /** The numbers of the looks it is about, the first of them. */
  readonly looks: readonly number[];
  /** When it was raised: milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
}
