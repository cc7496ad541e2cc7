import { ReadPosition } from '../../ports/read-position';
import type { SqliteEventLog } from './sqlite-event-log';

/** How far folding and feed statuses have landed: what every decision of the embedded store stands on. */
export class LogReadPosition extends ReadPosition {
  constructor(private readonly log: SqliteEventLog) {
    super();
  }

  override current(): Promise<string> {
    const landed = [this.landed('pathways', 'clinical-events'), this.landed('feeds', 'feed-statuses')];
    return Promise.resolve(landed.join('/'));
  }

  private landed(group: string, topic: 'clinical-events' | 'feed-statuses'): number {
    let landed = 0;
    for (let partition = 0; partition < this.log.partitionsOf(topic); partition += 1) {
      landed += this.log.committed(group, topic, partition);
    }
    return landed;
  }
}
