import type { Incoming } from '../../kernel/incoming';
import type { Organisation } from '../../kernel/organisation';
import type { KeptRejection, RejectedEvents } from '../../ports/rejected-events';
import { shownOf, type ShownEvent } from '../domain/kept-event';
import { parse } from '../domain/parse';

/** A refused event with what it said; `shown` is undefined where that is no JSON object or can be read no more. */
export interface RejectedInFull {
  readonly kept: KeptRejection;
  readonly shown: ShownEvent | undefined;
}

/** Shows a source what it sent that was refused, without the CPR numbers in it. */
export class ReadRejected {
  constructor(
    private readonly rejected: RejectedEvents,
    private readonly readPayload: (payload: string | Uint8Array) => Incoming,
  ) {}

  /** One that waits to be corrected; undefined where this source has none of this number. */
  async find(number: number, source: Organisation): Promise<RejectedInFull | undefined> {
    const kept = await this.rejected.find(number);
    if (kept === undefined || kept.resolvedAt !== undefined || kept.receipt.source !== source) return undefined;
    if (kept.erased === true) return { kept, shown: undefined };
    const parsed = parse(this.readPayload(kept.payload));
    return { kept, shown: 'event' in parsed ? shownOf(parsed.event) : undefined };
  }
}
