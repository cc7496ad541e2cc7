import type { DecisionChanged } from '../kernel/decision-change';
import { DecisionFeed } from '../ports/decision-feed';
import type { LoggedMessage } from '../ports/event-log';
import type { Embedded } from './embedded';

/** Changed decisions, read from the embedded log; its topic has one partition, so offsets count through. */
export class LogDecisionFeed extends DecisionFeed {
  constructor(private readonly log: Embedded['log']) {
    super();
  }

  override end(): number {
    return this.log.countOf('decisions');
  }

  override read(from: number, limit: number): Promise<readonly LoggedMessage<DecisionChanged>[]> {
    return Promise.resolve(this.log.read('decisions', 0, from, limit) as LoggedMessage<DecisionChanged>[]);
  }
}
