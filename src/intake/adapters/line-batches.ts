import type { Readable } from 'node:stream';
import { LineSplitter, type Line, type LineLimits } from '../../platform/ndjson/line-splitter';
import type { Incoming } from '../../kernel/incoming';

const LINES_AT_A_TIME = 2_000;
const BYTES_AT_A_TIME = 8 << 20;
const PATIENCE_MS = 20;

/**
 * Cuts a stream of NDJSON into batches of events: about 2,000 lines, fewer when the sender pauses, so that a slow
 * sender gets its receipts too. Nothing is read while a batch is being handled.
 */
export async function* lineBatches(stream: Readable, limits: LineLimits): AsyncGenerator<Incoming[]> {
  const splitter = new LineSplitter(limits);
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncGenerator<Buffer>;
  let gathered: Incoming[] = [];
  let bytes = 0;
  const gather = (lines: readonly Line[]): void => {
    for (const { incoming } of lines) gathered.push(incoming);
  };
  const take = (): Incoming[] => {
    const batch = gathered;
    gathered = [];
    bytes = 0;
    return batch;
  };
  try {
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (gathered.length > 0 && (await isLate(next))) yield take();
      const { done, value } = (await next) as IteratorResult<Buffer, undefined>;
      if (done === true) break;
      bytes += value.length;
      gather(splitter.push(value));
      if (gathered.length >= LINES_AT_A_TIME || (bytes >= BYTES_AT_A_TIME && gathered.length > 0)) yield take();
    }
    gather(splitter.end());
    if (gathered.length > 0) yield take();
  } finally {
    await chunks.return(undefined);
    stream.resume(); // What is left unread after a failure is let by, so that the answer reaches the sender.
  }
}

/** True when the next chunk does not come within a moment; a failing stream is not late. */
async function isLate(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), PATIENCE_MS);
  });
  const arrived = next.then(
    () => false,
    () => false,
  );
  return Promise.race([arrived, patience]).finally(() => clearTimeout(timer));
}
