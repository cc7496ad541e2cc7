import type { Incoming } from '../../kernel/incoming';
import type { Language } from '../../kernel/language';
import type { Receipt, ReceiptFault } from '../../kernel/receipt';
import { fieldFaultsOf } from './content-faults';
import { isJsonObject, readEnvelope, type Envelope } from './envelope';
import { exactlyKept } from './exactly-kept';
import { asSentBy, foreignSource } from './foreign-source';
import { momentOfReceipt, type ReceivingOptions } from './moment-of-receipt';
import type { Note } from './note';
import { notesOf } from './notes';
import { parse } from './parse';
import { isRefused, type Refusal } from './refusal';
import type { Reading } from './reading';
import { sealIdentifiers } from './sealed-identifiers';
import { readContent, type SoundEvent } from './source-event';

/** An event that passed the checks; whether it came before is not known yet. */
export interface Candidate {
  readonly result: 'candidate';
  readonly arrival: Incoming;
  /** The event as it came. */
  readonly event: Envelope['event'];
  readonly sound: SoundEvent;
  /** What it is told; undefined when that is nothing. */
  readonly notes: readonly Note[] | undefined;
}

/** An event that did not pass the checks. */
export interface Refused {
  readonly result: 'refused';
  readonly arrival: Incoming;
  /** The event as it came, under its sender's name where that is known; undefined where it is no JSON. */
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
  if ('failure' in parsed) return refused(arrival, undefined, [parsed.failure], by.now, by);
  const { event } = parsed;
  const foreign = foreignSource(event, arrival.sentBy);
  if (foreign !== undefined) return refused(arrival, event, [foreign], by.now, by);
  const envelope = readEnvelope(event);
  if (isRefused(envelope)) {
    return refused(arrival, event, [...envelope, ...fieldFaultsOf(event, reading)], by.now, by);
  }
  const receivedAt = momentOfReceipt(envelope, by.receivedAt, arrival.arrivedAt ?? by.now);
  if (by.knownAt !== undefined && receivedAt > by.knownAt) return undefined;
  const sound = readContent(envelope, receivedAt, reading);
  if (isRefused(sound)) return refused(arrival, event, sound, receivedAt, by);
  const exact = 'text' in arrival ? exactlyKept(sound, arrival.text) : sound;
  const { sound: sealed, paths } = sealIdentifiers(exact, reading.keyOf);
  const notes = notesOf(sound, reading, by.now, paths);
  return { result: 'candidate', arrival, event: envelope.event, sound: sealed, notes };
}

function refused(
  arrival: Incoming,
  came: unknown,
  faults: readonly Refusal[],
  receivedAt: number,
  by: Receiving,
): Refused {
  const language = arrival.language ?? by.language;
  const event = asSentBy(came, arrival.sentBy);
  return { result: 'refused', arrival, event, receipt: rejectionReceipt(event, faults, language), receivedAt };
}

/** So many faults are told of one event; whoever mends them is told the next. */
const MOST_FAULTS = 50;

/** A rejected receipt for faults, the first of which decides; it names id and source where the event has them as text. */
export function rejectionReceipt(event: unknown, faults: readonly Refusal[], language: Language = 'en'): Receipt {
  const { id, source } = isJsonObject(event) ? event : {};
  const told = faults
    .slice(0, MOST_FAULTS)
    .map((fault): ReceiptFault => ({ ...fault, message: fault.message[language] }));
  return {
    ...(typeof id === 'string' ? { id } : undefined),
    ...(typeof source === 'string' ? { source } : undefined),
    status: 'rejected',
    ...told[0],
    ...(told.length > 1 ? { faults: told } : undefined),
  };
}
