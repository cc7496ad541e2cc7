import type { DecisionChanged } from '../kernel/decision-change';
import type { PathwayChange } from '../kernel/pathway-change';

/** Something that changes what is counted, as its topic tells it. */
export type Change =
  | { readonly topic: 'pathway-changes'; readonly pathways: PathwayChange }
  | { readonly topic: 'decisions'; readonly decisions: DecisionChanged };

/**
 * The topics `pathway-changes` and `decisions`, read from anywhere without a consumer group.
 *
 * Promises: what comes after a place comes, within a topic and a person in order; nothing that did not land. Between
 * the two topics there is no order.
 */
export abstract class ChangeSource {
  /** Reads from now on. */
  abstract fromNow(): Promise<ChangeReader>;

  /**
   * Reads what comes after a place told earlier, by this process or another; undefined if it is no place of this log, or
   * of a log whose places are good for one reading only: then everything is to be counted anew.
   */
  abstract after(place: string): Promise<ChangeReader | undefined>;
}

/** One reading of the changes. */
export interface ChangeReader {
  /** What is new, at most about `limit` changes; empty when there is nothing yet. */
  read(limit: number): Promise<readonly Change[]>;
  /** The place after what was read, to go on from later. */
  place(): string;
  close(): Promise<void>;
}
