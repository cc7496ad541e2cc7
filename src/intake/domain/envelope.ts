import { kindOfType, type EventKind } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import { refuse, type Refusal } from './refusal';

/** A sound envelope: what every event says before its content is looked at (interface.md §1). */
export interface Envelope {
  readonly kind: EventKind;
  readonly source: string;
  readonly id: string;
  readonly time: number;
  /** What `receivedtime` says, when it is there. */
  readonly receivedAt?: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** The event as it came. */
  readonly event: Readonly<Record<string, unknown>>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** True for a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the envelope of a parsed line, or says which part of it is not sound, in the order of interface.md §1. */
export function readEnvelope(event: unknown): Envelope | Refusal {
  if (!isJsonObject(event)) {
    return refuse('INVALID_EVENT', undefined, 'An event is one JSON object; send one CloudEvents 1.0 object a line.');
  }
  const { id, source, type, time, receivedtime, data } = event;
  if (event['specversion'] !== '1.0') return unsound('specversion', 'must be the text "1.0"');
  if (!isText(id)) return unsound('id', 'must be a text that is not empty');
  if (!isText(source)) return unsound('source', 'must be a text that is not empty, such as `hospital:<SOR>`');
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined) return unsound('type', 'must be one of the event types in the contracts');
  const at = typeof time === 'string' ? parseInstant(time) : undefined;
  if (at === undefined) return unsound('time', 'must be an RFC 3339 instant with offset, such as 2023-02-10T11:04:09Z');
  let receivedAt: number | undefined;
  if (receivedtime !== undefined && receivedtime !== null) {
    receivedAt = typeof receivedtime === 'string' ? parseInstant(receivedtime) : undefined;
    if (receivedAt === undefined)
      return unsound('receivedtime', 'must be an RFC 3339 instant with offset, or left out');
  }
  if (!isJsonObject(data)) return unsound('data', 'must be a JSON object');
  const deep = tooDeepMember(event);
  if (deep !== undefined) return unsound(deep, `must not be nested more than ${DEEPEST} levels deep`);
  return receivedAt === undefined
    ? { kind, source, id, time: at, data, event }
    : { kind, source, id, time: at, receivedAt, data, event };
}

/** Nothing in the contracts is nested this deep; what is cannot be kept safely. */
const DEEPEST = 64;

/** The first member that is nested deeper than anything should be; undefined when none is. */
function tooDeepMember(event: Readonly<Record<string, unknown>>): string | undefined {
  for (const member in event) {
    const value = event[member];
    if (typeof value === 'object' && isDeeperThan(value, DEEPEST)) return member;
  }
  return undefined;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(item, levels - 1));
  for (const member in value) {
    const nested = (value as Record<string, unknown>)[member];
    if (typeof nested === 'object' && isDeeperThan(nested, levels - 1)) return true;
  }
  return false;
}

function unsound(path: string, remedy: string): Refusal {
  return refuse('INVALID_EVENT', path, `\`${path}\` ${remedy}.`);
}

/** True when reading gave a refusal. */
export function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'message' in result;
}
