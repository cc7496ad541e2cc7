import type { KafkaMessage } from 'kafkajs';
import type { LoggedMessage, Topic, Topics } from '../../ports/event-log';
import { traceOf } from './kafka-headers';
import { Unreadable } from './poison';
import { NO_VALUE, NOT_JSON, NOT_OBJECT, type Why } from './why-poison';

/** Why a message is none that its topic may hold, never what it holds; undefined when it is sound. */
export type FaultOf = (message: LoggedMessage) => Why | undefined;

/** A message of our own topics as subscribers get it; what `faultOf` lets through is what the topic holds. */
export function loggedMessage<T extends Topic>(
  _topic: T,
  { offset, key, value, headers }: KafkaMessage,
  faultOf: FaultOf = () => undefined,
): LoggedMessage<Topics[T]> | Unreadable {
  if (value === null) return new Unreadable(NO_VALUE);
  let parsed: unknown;
  try {
    parsed = JSON.parse(value.toString('utf8'));
  } catch {
    // What the parser says quotes the value.
    return new Unreadable(NOT_JSON);
  }
  if (typeof parsed !== 'object' || parsed === null) return new Unreadable(NOT_OBJECT);
  const message = {
    offset: Number(offset),
    key: key?.toString('utf8') ?? '',
    value: parsed as Topics[T],
    ...traceOf(headers),
  };
  const fault = faultOf(message);
  return fault === undefined ? message : new Unreadable(fault);
}
