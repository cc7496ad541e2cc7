import { readExactJson } from '../../kernel/exact-json';
import type { Language } from '../../kernel/language';
import { othersTurn } from '../../kernel/others-turn';
import type { Organisation } from '../../kernel/organisation';
import type { Receipt } from '../../kernel/receipt';
import type { Clock } from '../../ports/clock';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { Incoming } from '../../kernel/incoming';
import { changedEvent, type EventChanges } from '../domain/kept-event';
import { writeJson } from '../../kernel/write-json';
import type { ReceiveEvents } from './receive-events';

const EVENTS_AT_A_TIME = 200;

/** What came of sending a refused event again. */
export type Resent =
  | { readonly result: 'no-such-event' }
  | { readonly result: 'resolved-before' }
  | { readonly result: 'erased' }
  | { readonly result: 'no-object' }
  | { readonly result: 'answered'; readonly receipt: Receipt };

/** Sends refused events again, as they were kept or corrected; once taken in they are resolved. */
export class ResendRejected {
  constructor(
    private readonly rejected: RejectedEvents,
    private readonly intake: ReceiveEvents,
    private readonly clock: Clock,
    /** Reads a kept payload as it was read when it first came. */
    private readonly readPayload: (payload: string | Uint8Array) => Incoming,
  ) {}

  /**
   * `corrected` is the JSON text of an event, of which every digit is kept as of any other, or what of the kept one is
   * to be replaced. With `sentBy` only what that
   * source sent is sent again: another's is none of the list, and a corrected event of another is a `ForeignSource`.
   */
  async resend(
    number: number,
    corrected?: string | EventChanges,
    { language = 'en', sentBy }: { readonly language?: Language; readonly sentBy?: Organisation } = {},
  ): Promise<Resent> {
    const kept = await this.rejected.find(number);
    if (kept === undefined || (sentBy !== undefined && kept.receipt.source !== sentBy))
      return { result: 'no-such-event' };
    if (kept.resolvedAt !== undefined) return { result: 'resolved-before' };
    if (kept.erased === true && typeof corrected !== 'string') return { result: 'erased' };
    const { source } = kept.receipt;
    const text = typeof corrected === 'object' ? this.changed(kept.payload, corrected) : corrected;
    if (text === undefined && corrected !== undefined) return { result: 'no-object' };
    // Kept under whoever sent it: as it came it is nobody else's now either.
    const incoming =
      text === undefined && source !== undefined
        ? { ...this.readPayload(kept.payload), sentBy: source }
        : this.readPayload(text ?? kept.payload);
    const [receipt] = await this.intake.receive([incoming], {
      receivedAt: 'clock',
      notes: 'of-the-person',
      language,
      ...(sentBy === undefined ? undefined : { sentBy }),
    });
    if (receipt === undefined) throw new Error('Receiving one event gave no receipt.');
    if (receipt.status !== 'rejected') await this.rejected.resolve(number, this.clock.now());
    return { result: 'answered', receipt };
  }

  /** The text of what came with some of it replaced; undefined where what came is no JSON object. */
  private changed(payload: string | Uint8Array, changes: EventChanges): string | undefined {
    const came = this.readPayload(payload);
    try {
      const event = 'text' in came ? changedEvent(readExactJson(came.text), changes) : undefined;
      return event === undefined ? undefined : writeJson(event);
    } catch {
      return undefined;
    }
  }

  /** Sends again what the program failed on, as a start does; resolves with how many events that were. */
  async tryAgain(): Promise<number> {
    let tried = 0;
    for (let after = 0; ;) {
      const page = await this.rejected.list({ after, limit: EVENTS_AT_A_TIME });
      for (const { number, receipt } of page) {
        after = number;
        if (receipt.code !== 'NOT_HANDLED') continue;
        await this.resend(number);
        tried += 1;
      }
      if (page.length < EVENTS_AT_A_TIME) return tried;
      await othersTurn();
    }
  }
}
