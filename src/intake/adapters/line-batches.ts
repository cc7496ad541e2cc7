import type { BodyStream } from '../../platform/http/bodies/body-reader';
import { LineSplitter, type LineLimits } from '../../platform/ndjson/line-splitter';
import type { Incoming } from '../../kernel/incoming';
import type { EventSlice } from './event-slice';

const LINES_AT_A_TIME = 2_000;
const BYTES_AT_A_TIME = 8 << 20;
const PATIENCE_MS = 20;

/**
 * Cuts a stream of NDJSON into slices of events: at most 2,000 lines, fewer when the sender pauses, so that a slow sender
 * gets its receipts too. Nothing is read while a slice is being handled; a line that has not ended counts as held.
 */
export async function* lineBatches({ chunks, hold }: BodyStream, limits: LineLimits): AsyncGenerator<EventSlice> {
  const splitter = new LineSplitter(limits);
  let gathered: Incoming[] = [];
  let bytes = 0;
  const take = (): EventSlice => {
    const events = gathered.slice(0, LINES_AT_A_TIME);
    gathered = gathered.slice(LINES_AT_A_TIME);
    bytes = 0;
    return { events, isLast: false };
  };
  try {
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (gathered.length > 0 && (await isLate(next))) yield take();
      const { done, value } = await next;
      if (done === true) break;
      bytes += value.length;
      for (const { incoming } of splitter.push(value)) gathered.push(incoming);
      hold(splitter.heldBytes);
      while (gathered.length >= LINES_AT_A_TIME) yield take();
      if (bytes >= BYTES_AT_A_TIME && gathered.length > 0) yield take();
    }
    for (const { incoming } of splitter.end()) gathered.push(incoming);
    while (gathered.length > LINES_AT_A_TIME) yield take();
    if (gathered.length > 0) yield { events: gathered, isLast: true };
  } finally {
    await chunks.return();
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
