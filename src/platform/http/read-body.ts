import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem';

/** Reads a whole body as text; throws a `Problem` when it is empty, longer than `most` bytes or no UTF-8. */
export async function readBody(request: IncomingMessage, most: number, remedy: string): Promise<string> {
  const tooLarge = (): Problem => new Problem(413, `The body has more than ${most} bytes. ${remedy}`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      request.resume();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  if (!isUtf8(bytes)) throw new Problem(400, 'The body is not UTF-8 text; encode it as UTF-8 and send it again.');
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (text.trim() === '') throw new Problem(400, 'The body is empty; send what /docs describes.');
  return text;
}

/** Parses a body as JSON; throws a `Problem` that does not repeat it. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'The body is not JSON; it may be cut off. Send one whole JSON value.');
  }
}
