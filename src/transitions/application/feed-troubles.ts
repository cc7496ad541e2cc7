import type { TroubleOf } from '../domain/handover-state';

/** What was said of deliveries from a viewpoint; equal names, equal answers. */
export interface NamedTroubles {
  readonly name: string;
  readonly troubleOf: TroubleOf;
}

/** Tells which sources were not heard from when, as indicators are decided by (interface.md §3, Trouble). */
export abstract class FeedTroubles {
  /** By what was received by a moment (milliseconds); absent: by everything. */
  abstract at(knownAt?: number): Promise<NamedTroubles>;
}
