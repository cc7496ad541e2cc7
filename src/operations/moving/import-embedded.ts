import { readLines } from '../../platform/ndjson/read-lines';
import type { Progress } from '../../platform/terminal/progress';
import { tidyMemory } from '../../platform/tidy-memory';
import { bringUpToDate } from '../bring-up-to-date';
import type { EmbeddedStore } from '../embedded-store';
import type { ReceiptTally } from './receipt-tally';
import { receiveLines } from './receive-lines';

/** Lines that land together: many, because a unit's claims are written to the ledger as one run, which is then not merged. */
const LINES_A_UNIT = 150_000;

/**
 * Takes files in, one stage after the other: receive all, fold each person, decide each person once. When it
 * resolves, every event is decided. Stopped at any point and run again, it ends the same.
 */
export async function importFiles(
  store: EmbeddedStore,
  files: readonly string[],
  tally: ReceiptTally,
  progress: Progress,
): Promise<void> {
  const { intake, log, settings, database, indicators } = store;
  await bringUpToDate(store);
  const batches = readLines(files, settings.lineLimits);
  for (let isOver = false; !isOver;) {
    await database.run(async () => {
      for (let lines = 0; lines < LINES_A_UNIT && !isOver;) {
        const next = await batches.next();
        if (next.done === true) {
          isOver = true;
        } else {
          await receiveLines(intake, next.value, tally, progress);
          lines += next.value.lines.length;
        }
      }
    });
    tidyMemory();
  }
  const backlog = (topic: string): number =>
    log.lags().reduce((sum, lag) => sum + (lag.topic === topic ? lag.lag : 0), 0);
  for (const [stage, topic] of STAGES) {
    const total = backlog(topic);
    log.start([topic]);
    const shown = setInterval(() => progress.show(stage, total - backlog(topic), total - backlog(topic), total), 200);
    await database.whileNobodyWaits(() => log.settled()).finally(() => clearInterval(shown));
  }
  await indicators.catchUp();
}

const STAGES = [
  ['feed statuses', 'feed-statuses'],
  ['folded', 'clinical-events'],
  ['decided', 'pathway-changes'],
] as const;
