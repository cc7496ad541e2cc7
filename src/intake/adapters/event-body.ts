import type { Request } from 'express';
import type { Incoming } from '../../kernel/incoming';
import { UNREADABLE_WORDS } from '../../kernel/words/receipts';
import type { BodyReader } from '../../platform/http/bodies/body-reader';
import { elementsOf, parseBody } from '../../platform/http/bodies/json-text';
import { Problem } from '../../platform/http/problem';
import type { EventSlice } from './event-slice';
import type { IntakeLimits } from './intake-limits';

export const REMEDY = 'Send many events as a stream: one event a line, content type application/x-ndjson.';

const EVENTS_AT_A_TIME = 500;

/**
 * Reads a body of one event or an array of events, each as it was written, in slices, so that a long array keeps nobody
 * else waiting. Throws a `Problem` when the body as a whole cannot be read.
 */
export async function readEventBody(
  reader: BodyReader,
  request: Request,
  { lines, maxBodyBytes }: IntakeLimits,
): Promise<Iterable<EventSlice>> {
  const text = await reader.text(request, maxBodyBytes, REMEDY);
  if (text.trim() === '') throw new Problem(400, 'The body is empty; send what /docs describes.');
  const events = Array.isArray(parseBody(text)) ? elementsOf(text) : [text];
  return slicesOf(events, lines.maxEventBytes);
}

function* slicesOf(events: readonly string[], most: number): Iterable<EventSlice> {
  for (let from = 0; from === 0 || from < events.length; from += EVENTS_AT_A_TIME) {
    const end = from + EVENTS_AT_A_TIME;
    const slice = events.slice(from, end).map((event) => withinLimit(event, most));
    yield { events: slice, isLast: end >= events.length };
  }
}

/** An event that is too long is answered with a receipt, as in a stream. */
function withinLimit(text: string, most: number): Incoming {
  if (text.length * 3 <= most) return { text };
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return { text };
  return { unreadable: UNREADABLE_WORDS.eventTooLong({ bytes: bytes.length, most }), bytes };
}
