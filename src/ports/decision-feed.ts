import type { DecisionChanged } from '../kernel/decision-change';

/**
 * The topic of changed decisions, read from anywhere without a consumer group.
 *
 * Promises: what comes after a place comes once and, within a person, in order; nothing that did not land.
 */
export abstract class DecisionFeed {
  /** Reads everything that was ever told. */
  abstract fromStart(): Promise<DecisionReader>;

  /** Reads from now on. */
  abstract fromNow(): Promise<DecisionReader>;

  /** Reads what comes after a place that `read` told earlier, here or in another process; undefined if it is no place. */
  abstract after(place: string): Promise<DecisionReader | undefined>;

  /** The place of whoever has everything before the next offsets, one a lane. */
  abstract placeOf(next: readonly number[]): string;
}

/** One reading of the feed. */
export interface DecisionReader {
  /** What is new, at most `limit` changes, each with the place to go on after; empty when there is nothing yet. */
  read(limit: number): Promise<readonly PlacedChange[]>;
  /** Of each lane the offset after the last change that was given. */
  next(): readonly number[];
  close(): Promise<void>;
}

export interface PlacedChange {
  readonly place: string;
  /** Changes of one lane come in the order of their offsets. */
  readonly lane: number;
  readonly offset: number;
  readonly change: DecisionChanged;
}
