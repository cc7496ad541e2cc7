import { kindOfType, type EventKind } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import { REMEDY_WORDS, RECEIPT_WORDS } from '../../kernel/words/receipts';
import { illTyped, refuse, type Refusal } from './refusal';

/** A sound envelope: what every event says before its content is looked at (interface.md §1). */
export interface Envelope {
  readonly kind: EventKind;
  readonly source: string;
  readonly id: string;
  readonly time: number;
  /** What `receivedtime` says, when it is there. */
  readonly receivedAt: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** The event as it came. */
  readonly event: Readonly<Record<string, unknown>>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** True for a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the envelope of a parsed line, or says which parts of it are not sound, in the order of interface.md §1. */
export function readEnvelope(event: unknown): Envelope | readonly Refusal[] {
  if (!isJsonObject(event)) return [refuse('INVALID_EVENT', undefined, RECEIPT_WORDS.noObject)];
  const { id, source, type, time, receivedtime, data } = event;
  const faults: Refusal[] = [];
  if (event['specversion'] !== '1.0') faults.push(illTyped('specversion', REMEDY_WORDS.version));
  if (!isText(id)) faults.push(illTyped('id', REMEDY_WORDS.text));
  if (!isText(source)) faults.push(illTyped('source', REMEDY_WORDS.text));
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined) faults.push(illTyped('type', REMEDY_WORDS.type));
  const at = typeof time === 'string' ? parseInstant(time) : undefined;
  if (at === undefined) faults.push(illTyped('time', REMEDY_WORDS.time));
  let receivedAt: number | undefined;
  if (receivedtime !== undefined && receivedtime !== null) {
    receivedAt = typeof receivedtime === 'string' ? parseInstant(receivedtime) : undefined;
    if (receivedAt === undefined) faults.push(illTyped('receivedtime', REMEDY_WORDS.receivedtime));
  }
  if (!isJsonObject(data)) faults.push(illTyped('data', REMEDY_WORDS.object));
  if (faults.length > 0) return faults;
  return { kind, source, id, time: at, receivedAt, data, event } as Envelope; // Each is what it must be where there is no fault.
}
