import type { DecisionChanged } from '../kernel/decision-change';

/**
 * The topic of changed decisions, read from anywhere without a consumer group.
 *
 * Promises: what comes after a place comes once and, within a person, in order; nothing that did not land.
 */
export abstract class DecisionFeed {
  /** Reads from now on. */
  abstract fromNow(): Promise<DecisionReader>;

  /** Reads what comes after a place that `read` told earlier, here or in another process; undefined if it is no place. */
  abstract after(place: string): Promise<DecisionReader | undefined>;
}

/** One reading of the feed. */
export interface DecisionReader {
  /** What is new, at most `limit` changes, each with the place to go on after; empty when there is nothing yet. */
  read(limit: number): Promise<readonly PlacedChange[]>;
  close(): Promise<void>;
}

export interface PlacedChange {
  readonly place: string;
  readonly change: DecisionChanged;
}
