import { DecisionFeed, type DecisionReader, type PlacedChange } from '../../ports/decision-feed';
import type { SqliteEventLog } from './sqlite-event-log';

const PLACE = /^\d{1,15}$/;

/** Changed decisions, read from the embedded log; its topic has one partition, so offsets are places. */
export class LogDecisionFeed extends DecisionFeed {
  constructor(private readonly log: SqliteEventLog) {
    super();
  }

  override fromStart(): Promise<DecisionReader> {
    return Promise.resolve(new LogDecisionReader(this.log, 0));
  }

  override fromNow(): Promise<DecisionReader> {
    return Promise.resolve(new LogDecisionReader(this.log, this.log.landedEnd('decisions', 0)));
  }

  override after(place: string): Promise<DecisionReader | undefined> {
    if (!PLACE.test(place)) return Promise.resolve(undefined);
    const next = Math.min(Number(place) + 1, this.log.landedEnd('decisions', 0));
    return Promise.resolve(new LogDecisionReader(this.log, next));
  }

  override placeOf([next = 0]: readonly number[]): string {
    return String(next - 1);
  }
}

class LogDecisionReader implements DecisionReader {
  constructor(
    private readonly log: SqliteEventLog,
    private after: number,
  ) {}

  read(limit: number): Promise<readonly PlacedChange[]> {
    const messages = this.log.read('decisions', 0, this.after, limit);
    this.after = (messages.at(-1)?.offset ?? this.after - 1) + 1;
    return Promise.resolve(
      messages.map(({ offset, value }) => ({ place: String(offset), lane: 0, offset, change: value })),
    );
  }

  next(): readonly number[] {
    return [this.after];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
