import type { Incoming } from '../../kernel/incoming';
import type { Receipt } from '../../kernel/receipt';
import { isJsonObject, isRefusal, readEnvelope, type Envelope } from './envelope';
import { exactlyKept } from './exactly-kept';
import { momentOfReceipt, type ReceivingOptions } from './moment-of-receipt';
import { parse } from './parse';
import type { Refusal } from './refusal';
import { readContent, type Reading, type SoundEvent } from './source-event';

/** An event that passed the checks; whether it came before is not known yet. */
export interface Candidate {
  readonly result: 'candidate';
  readonly arrival: Incoming;
  /** The event as it came. */
  readonly event: Envelope['event'];
  readonly sound: SoundEvent;
}

/** An event that did not pass the checks. */
export interface Refused {
  readonly result: 'refused';
  readonly arrival: Incoming;
  /** The event as it came; undefined where it is no JSON. */
  readonly event: unknown;
  readonly receipt: Receipt;
  /** The moment its delivery counts at (milliseconds). */
  readonly receivedAt: number;
}

/** How events are received, and what the clock shows (milliseconds). */
export interface Receiving extends ReceivingOptions {
  readonly now: number;
}

/** Checks one event in the order of interface.md §1, Receipts; undefined when it is passed over by `knownAt`. */
export function classify(arrival: Incoming, by: Receiving, reading: Reading): Refused | Candidate | undefined {
  const parsed = parse(arrival);
  if ('failure' in parsed) return refused(arrival, undefined, parsed.failure, by.now);
  const { event } = parsed;
  const envelope = readEnvelope(event);
  if (isRefusal(envelope)) return refused(arrival, event, envelope, by.now);
  const receivedAt = momentOfReceipt(envelope, by.receivedAt, arrival.arrivedAt ?? by.now);
  if (by.knownAt !== undefined && receivedAt > by.knownAt) return undefined;
  const sound = readContent(envelope, receivedAt, reading);
  if (isRefusal(sound)) return refused(arrival, event, sound, receivedAt);
  const exact = 'text' in arrival ? exactlyKept(sound, arrival.text) : sound;
  return { result: 'candidate', arrival, event: envelope.event, sound: exact };
}

function refused(arrival: Incoming, event: unknown, refusal: Refusal, receivedAt: number): Refused {
  return { result: 'refused', arrival, event, receipt: rejectionReceipt(event, refusal), receivedAt };
}

/** A rejected receipt; it names id and source where the event has them as text. */
export function rejectionReceipt(event: unknown, { code, path, message }: Refusal): Receipt {
  const { id, source } = isJsonObject(event) ? event : {};
  return {
    ...(typeof id === 'string' ? { id } : undefined),
    ...(typeof source === 'string' ? { source } : undefined),
    status: 'rejected',
    code,
    ...(path === undefined ? undefined : { path }),
    message,
  };
}
