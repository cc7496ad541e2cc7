import { danishDay, type Day } from '../../kernel/day';
import type { RejectionCode } from '../../kernel/receipt';
import { othersTurn } from '../../kernel/others-turn';
import type { KeptRejection, RejectedEvents } from '../../ports/rejected-events';

const LOOKED_AT_A_TIME = 200;

/** Which refused events are asked for; what is absent does not matter. */
export interface RejectedQuestion {
  readonly source?: string;
  readonly code?: RejectionCode;
  /** Days they came in on, both included. */
  readonly since?: Day;
  readonly until?: Day;
}

export interface RejectedPage {
  readonly items: readonly KeptRejection[];
  /** Number to go on after; undefined when all were seen. */
  readonly next?: number;
}

/** Lists the refused events that wait to be corrected, oldest first. */
export class ListRejected {
  constructor(private readonly rejected: RejectedEvents) {}

  /** The next `limit` that are asked for, after a number; fewer only when no more follow. */
  async page(question: RejectedQuestion, after: number, limit: number): Promise<RejectedPage> {
    const items: KeptRejection[] = [];
    for (let from = after; ;) {
      const kept = await this.rejected.list({ after: from, limit: LOOKED_AT_A_TIME });
      for (const rejection of kept) {
        if (!isAsked(rejection, question)) continue;
        const last = items.at(-1);
        if (items.length === limit && last !== undefined) return { items, next: last.number };
        items.push(rejection);
      }
      const last = kept.at(-1);
      if (last === undefined || kept.length < LOOKED_AT_A_TIME) return { items };
      from = last.number;
      await othersTurn();
    }
  }
}

function isAsked({ receipt, receivedAt }: KeptRejection, { source, code, since, until }: RejectedQuestion): boolean {
  if (source !== undefined && receipt.source !== source) return false;
  if (code !== undefined && receipt.code !== code) return false;
  if (since === undefined && until === undefined) return true;
  const day = danishDay(receivedAt);
  return (since === undefined || day >= since) && (until === undefined || day <= until);
}
