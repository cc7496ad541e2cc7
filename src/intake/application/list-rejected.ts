import type { RejectionCode } from '../../kernel/receipt';
import type { KeptRejection, RejectedAsked, RejectedEvents } from '../../ports/rejected-events';

export interface RejectedPage {
  readonly items: readonly KeptRejection[];
  /** Number to go on after; undefined when all were seen. */
  readonly next?: number;
}

/** Lists the refused events that wait to be corrected, oldest first. */
export class ListRejected {
  constructor(private readonly rejected: RejectedEvents) {}

  /** The next `limit` that are asked for, after a number; fewer only when no more follow. */
  async page(asked: RejectedAsked, after: number, limit: number): Promise<RejectedPage> {
    const found = await this.rejected.list({ after, limit: limit + 1 }, asked);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last !== undefined ? { items, next: last.number } : { items };
  }

  /** How many are asked for of each code. */
  codes(asked: RejectedAsked): Promise<ReadonlyMap<RejectionCode, number>> {
    return this.rejected.codes(asked);
  }
}
