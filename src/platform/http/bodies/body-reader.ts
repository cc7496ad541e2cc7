import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { Problem } from '../problem';
import type { BodyLimits } from './body-limits';
import { BodyMemory } from './body-memory';
import { isPacked, readingFault, unpacked } from './unpacked';

/** What a compressed stream may unpack to; one that comes as it is may be as long as one likes. */
const MOST_UNPACKED_BYTES = 256 << 20;

/** A stream of bytes that is being read, and the account of what is held of it. */
export interface BodyStream {
  readonly chunks: AsyncGenerator<Buffer, void>;
  /** Says how many bytes are held by now; throws a `Problem` 503 when all bodies together hold too much. */
  readonly hold: (bytes: number) => void;
}

/** Reads the bodies of requests: unpacked, and within the time and the memory there is for them. */
export class BodyReader {
  private readonly memory: BodyMemory;

  constructor(private readonly limits: BodyLimits) {
    this.memory = new BodyMemory(limits.memoryBytes);
  }

  /**
   * A whole body as text, '' when there is none. Throws a `Problem`: 408 when it does not arrive in time, 413 when it
   * has more than `most` bytes, unpacked or not, 400 when it is no UTF-8, 415 for an unknown encoding, 503 when bodies
   * hold too much memory.
   */
  async text(request: Request, most: number, remedy: string): Promise<string> {
    const bytes = await this.bytes(request, most, remedy);
    if (!isUtf8(bytes)) throw new Problem(400, 'The body is not UTF-8 text; encode it as UTF-8 and send it again.');
    return bytes.toString('utf8').replace(/^\ufeff/, '');
  }

  /** A whole body as it came, unpacked; throws as `text` does, but for what is no UTF-8. */
  async bytes(request: Request, most: number, remedy: string): Promise<Buffer> {
    const tooLarge = (): Problem => new Problem(413, `The body has more than ${most} bytes. ${remedy}`);
    if (Number(request.headers['content-length'] ?? 0) > most) {
      this.letBy(request);
      throw tooLarge();
    }
    const deadline = performance.now() + this.limits.seconds * 1000;
    const { chunks, hold } = this.open(request, () => deadline - performance.now());
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) throw tooLarge();
      hold(size);
      parts.push(chunk);
    }
    return Buffer.concat(parts, size);
  }

  /** A body that is handled while it arrives; it fails with a `Problem` 408 when it pauses for too long. */
  stream(request: Request): BodyStream {
    const stream = this.open(request, () => this.limits.seconds * 1000);
    return isPacked(request) ? { ...stream, chunks: bounded(stream.chunks) } : stream;
  }

  private open(request: Request, patience: () => number): BodyStream {
    const body = unpacked(request);
    const hold = this.memory.share();
    request.res?.once('close', () => hold(0));
    const unread = (): void => {
      if (body !== request) body.destroy();
      this.letBy(request);
    };
    return { chunks: readPatiently(body.iterator({ destroyOnReturn: false }), patience, unread), hold };
  }

  /** What is left unread is let by for a while, so that the answer reaches the sender. */
  private letBy(request: IncomingMessage): void {
    if (request.complete || request.destroyed) return;
    request.resume();
    const patience = setTimeout(() => request.destroy(), this.limits.seconds * 1000).unref();
    request.once('close', () => clearTimeout(patience));
  }
}

async function* readPatiently(
  chunks: AsyncIterator<unknown>,
  patience: () => number,
  unread: () => void,
): AsyncGenerator<Buffer, void> {
  try {
    for (;;) {
      const next = await within(patience(), chunks.next());
      if (next.done === true) return;
      yield next.value as Buffer;
    }
  } catch (error) {
    throw readingFault(error);
  } finally {
    unread();
  }
}

/** The next part, or a `Problem` 408 when it does not come in time (milliseconds). */
async function within<T>(time: number, next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const say = (): void =>
      reject(new Problem(408, 'The body did not arrive in time. What has no receipt was not kept; send it again.'));
    timer = setTimeout(say, Math.max(0, time));
  });
  return Promise.race([next, late]).finally(() => clearTimeout(timer));
}

async function* bounded(chunks: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_UNPACKED_BYTES) {
      const limit = `The compressed body unpacks to more than ${MOST_UNPACKED_BYTES} bytes.`;
      throw new Problem(413, `${limit} Send what has no receipt as a stream of its own, or not compressed.`);
    }
    yield chunk;
  }
}
