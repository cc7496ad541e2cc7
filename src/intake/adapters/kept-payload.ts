import { LineSplitter, type LineLimits } from '../../platform/ndjson/line-splitter';
import type { Incoming } from '../../kernel/incoming';

/** Reads what was kept of a refused event as if it came in again as a line. */
export function readKeptPayload(payload: string | Uint8Array, limits: LineLimits): Incoming {
  const splitter = new LineSplitter(limits);
  const [line] = [...splitter.push(Buffer.from(payload as Uint8Array)), ...splitter.end()];
  return line?.incoming ?? { text: '' };
}
