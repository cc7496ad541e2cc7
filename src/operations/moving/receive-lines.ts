import type { ReceiveEvents } from '../../intake/application/receive-events';
import type { Progress } from '../../platform/terminal/progress';
import type { ReadBatch } from './read-ahead';
import type { ReceiptTally } from './receipt-tally';

/** Few enough that what a batch needs is gone before memory is tidied. */
const LINES_AT_A_TIME = 1_000;

/** Receives the lines of a file that an operator brings: what it says of when they were received counts. */
export async function receiveLines(
  intake: ReceiveEvents,
  batch: ReadBatch,
  tally: ReceiptTally,
  progress: Progress,
): Promise<void> {
  for (let from = 0; from < batch.lines.length; from += LINES_AT_A_TIME) {
    const lines = batch.lines.slice(from, from + LINES_AT_A_TIME);
    const receipts = await intake.receive(
      lines.map(({ incoming, read }) => read ?? incoming),
      { receivedAt: 'stated-or-clock', language: tally.language },
    );
    await tally.add({ file: batch.file, lines }, receipts);
    progress.show('received', tally.lines, batch.bytesRead, batch.bytesTotal);
  }
}
