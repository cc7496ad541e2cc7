import { DecisionFeed, type DecisionReader, type PlacedChange } from '../../ports/decision-feed';
import type { SqliteEventLog } from './sqlite-event-log';

const PLACE = /^\d{1,15}$/;

/** Changed decisions, read from the embedded log; its topic has one partition, so offsets are places. */
export class LogDecisionFeed extends DecisionFeed {
  constructor(private readonly log: SqliteEventLog) {
    super();
  }

  override fromNow(): Promise<DecisionReader> {
    return Promise.resolve(new LogDecisionReader(this.log, this.log.landedEnd('decisions', 0)));
  }

  override after(place: string): Promise<DecisionReader | undefined> {
    if (!PLACE.test(place)) return Promise.resolve(undefined);
    const next = Math.min(Number(place) + 1, this.log.landedEnd('decisions', 0));
    return Promise.resolve(new LogDecisionReader(this.log, next));
  }
}

class LogDecisionReader implements DecisionReader {
  constructor(
    private readonly log: SqliteEventLog,
    private next: number,
  ) {}

  read(limit: number): Promise<readonly PlacedChange[]> {
    const messages = this.log.read('decisions', 0, this.next, limit);
    this.next = (messages.at(-1)?.offset ?? this.next - 1) + 1;
    return Promise.resolve(messages.map(({ offset, value }) => ({ place: String(offset), change: value })));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
