import type { Settings } from '../platform/config/settings';
import { Progress } from '../platform/terminal/progress';
import type { ReceiptTally } from '../operations/moving/receipt-tally';
import type { Program } from './program';
import { sendToOwner } from './remote/send-to-owner';

/** Imports files of events into whichever store the settings name; resolves with what is left to say. */
export async function importInto(
  program: Program,
  files: readonly string[],
  settings: Settings,
  tally: ReceiptTally,
  threads: number,
): Promise<readonly string[]> {
  const opened = await program.open(settings, 'change');
  if ('address' in opened) {
    await sendToOwner(opened, files, settings, tally);
    return [];
  }
  const progress = new Progress(process.stderr);
  return opened.operations.import(files, tally, progress, threads).finally(async () => {
    await opened.close();
    progress.done();
  });
}
