import type { Receipt } from '../../kernel/receipt';
import type { Settings } from '../../platform/config/settings';
import { readLines } from '../../platform/ndjson/read-lines';
import type { Line } from '../../platform/ndjson/line-splitter';
import { Progress } from '../../platform/terminal/progress';
import { answered, serverAt } from './client';
import type { ReceiptTally } from '../../operations/moving/receipt-tally';
import type { OwnedElsewhere } from '../program';

const LINES_AT_A_TIME = 5_000;

/**
 * Sends files to the running server that owns the store; it answers each event with a receipt. Events count as received
 * when they say so, as in an import into a store that nobody runs.
 */
export async function sendToOwner(
  owner: OwnedElsewhere,
  files: readonly string[],
  settings: Settings,
  tally: ReceiptTally,
): Promise<void> {
  const server = serverAt(owner);
  const progress = new Progress(process.stderr);
  for await (const batch of readLines(files, settings.lineLimits, LINES_AT_A_TIME)) {
    const body = Buffer.concat(batch.lines.flatMap(({ incoming }) => [bytesOf(incoming), NEWLINE]));
    const receipts = await answered(
      server.POST('/api/v1/events', {
        body: {}, // The document cannot say what stands in a stream of lines.
        bodySerializer: () => body,
        params: { header: { 'rehabspor-received': 'stated' } },
        headers: { 'content-type': 'application/x-ndjson', 'accept-language': tally.language },
      }),
    );
    await tally.add(batch, receipts as Receipt[]);
    progress.show('received', tally.lines, batch.bytesRead, batch.bytesTotal);
  }
  progress.done();
}

const NEWLINE = Buffer.from('\n');

function bytesOf(incoming: Line['incoming']): Uint8Array {
  if ('text' in incoming) return Buffer.from(incoming.text, 'utf8');
  return 'bytes' in incoming ? incoming.bytes : Buffer.from(JSON.stringify(incoming.value), 'utf8');
}
