import type { IncomingMessage } from 'node:http';
import { parseBody, readBody } from '../../platform/http/read-body';
import type { Incoming } from '../../kernel/incoming';
import { writeJson } from '../domain/write-json';
import type { IntakeLimits } from './intake-limits';

const REMEDY = 'Send many events as a stream: one event a line, content type application/x-ndjson.';

/** Reads a body of one event or an array of events; throws a `Problem` when the body as a whole cannot be read. */
export async function readEventBody(
  request: IncomingMessage,
  { lines, maxBodyBytes }: IntakeLimits,
): Promise<Incoming[]> {
  const text = await readBody(request, maxBodyBytes, REMEDY);
  const body = parseBody(text);
  const events: unknown[] = Array.isArray(body) ? body : [body];
  if (Buffer.byteLength(text) <= lines.maxEventBytes) return events.map((value) => ({ value }));
  return events.map((value) => withinLimit(value, lines.maxEventBytes));
}

/** An event that is too long is answered with a receipt, as in a stream. */
function withinLimit(value: unknown, most: number): Incoming {
  const bytes = Buffer.from(writeJson(value));
  if (bytes.length <= most) return { value };
  const unreadable = `This event has ${bytes.length} bytes; an event may have at most ${most}. Raise REHABSPOR_MAX_EVENT_BYTES.`;
  return { unreadable, bytes };
}
