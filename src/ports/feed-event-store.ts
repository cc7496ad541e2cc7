import type { ClinicalEventOf } from '../kernel/clinical-event';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/**
 * Every `registry.feed-status` event that was accepted.
 *
 * Promises: appending an event again (by source, id and moment of receipt) changes nothing; all are loaded, in no
 * particular order.
 */
export abstract class FeedEventStore {
  abstract append(events: readonly FeedStatusEvent[]): Promise<void>;

  abstract all(): Promise<readonly FeedStatusEvent[]>;

  /** At least what was appended after a stamp was asked for; from 0 on everything. Cheap where little is new. */
  abstract since(stamp: number): Promise<readonly FeedStatusEvent[]>;

  /** Events that would not be known again as already there, or not where `since` looks for them, by their ids. */
  abstract misfiled(): Promise<readonly string[]>;

  /** Equal stamps, equal events: a cheap question that tells whether there is anything new. */
  abstract stamp(): Promise<number>;
}
