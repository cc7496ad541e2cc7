import type { Day } from './day';

/** From where decisions are looked at. */
export interface Viewpoint {
  readonly asOf: Day;
  /** Only what was received by then (milliseconds); absent: everything. */
  readonly knownAt?: number;
}
