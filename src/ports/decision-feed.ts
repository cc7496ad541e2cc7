import type { DecisionChanged } from '../kernel/decision-change';
import type { LoggedMessage } from './event-log';

/**
 * The topic of changed decisions, read from anywhere without a consumer group.
 *
 * Promises: messages come in the order of their offsets, each once; nothing that did not land.
 */
export abstract class DecisionFeed {
  /** The offset the next message will have. */
  abstract end(): number;

  /** At most `limit` messages from an offset on. */
  abstract read(from: number, limit: number): Promise<readonly LoggedMessage<DecisionChanged>[]>;
}
