import { chained, firstBatches, readLines } from '../../platform/ndjson/read-lines';
import type { Progress } from '../../platform/terminal/progress';
import { tidyGrownMemory, tidyMemory } from '../../platform/tidy-memory';
import { bringUpToDate } from '../bring-up-to-date';
import type { Language } from '../../kernel/language';
import type { EmbeddedStore } from '../embedded-store';
import type { ReceiptTally } from './receipt-tally';
import { readAhead, type ReadBatch, type ReadingThread } from './read-ahead';
import { receiveLines } from './receive-lines';

/** Lines that land together: many, because a unit's claims are written to the ledger as one run, which is then not merged. */
const LINES_A_UNIT = 150_000;

/** So much is taken in sooner than threads begin that read ahead. */
const FEW_BYTES = 8 << 20;

const TENDING_MS = 50;
/** One thread writes, which more than so many could not keep busy. */
const MOST_THREADS = 4;

/** Begins so many threads that read ahead, in the language receipts are asked for in. */
export type BeginReading = (count: number, language: Language) => readonly ReadingThread[];

/** How many threads may work, and how those begin that read ahead. */
export interface ReadingAhead {
  readonly count: number;
  readonly begin: BeginReading;
}

/**
 * Takes files in, one stage after the other: receive all, fold each person, decide each person once. When it
 * resolves, every event is decided. Stopped at any point and run again, it ends the same. Where there are threads, these
 * read what is more than a few megabytes while what comes before it is taken; what ends in the store is the same.
 */
export async function importFiles(
  store: EmbeddedStore,
  files: readonly string[],
  tally: ReceiptTally,
  progress: Progress,
  reading?: ReadingAhead,
): Promise<void> {
  const { database, indicators } = store;
  await bringUpToDate(store);
  const { first, rest } = await firstBatches(readLines(files, store.settings.lineLimits), FEW_BYTES);
  const isAhead = rest !== undefined && reading !== undefined && reading.count > 1;
  const threads = isAhead ? reading.begin(Math.min(reading.count, MOST_THREADS), tally.language) : [];
  const ahead = rest === undefined || threads.length === 0 ? rest : readAhead(rest, threads, () => store.clock.now());
  try {
    await receiveAll(store, chained(first, ahead), tally, progress);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  await database.whileDeriving(async () => {
    await deriveAll(store, progress);
    await indicators.catchUp();
  });
}

async function deriveAll({ log }: Pick<EmbeddedStore, 'log'>, progress: Progress): Promise<void> {
  const backlog = (topic: string): number =>
    log.lags().reduce((sum, lag) => sum + (lag.topic === topic ? lag.lag : 0), 0);
  for (const [stage, topic] of STAGES) {
    const total = backlog(topic);
    log.start([topic]);
    const tending = setInterval(() => {
      progress.show(stage, total - backlog(topic), total - backlog(topic), total);
      tidyGrownMemory();
    }, TENDING_MS);
    await log.settled().finally(() => clearInterval(tending));
  }
}

async function receiveAll(
  { database, intake }: Pick<EmbeddedStore, 'database' | 'intake'>,
  batches: AsyncGenerator<ReadBatch>,
  tally: ReceiptTally,
  progress: Progress,
): Promise<void> {
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
}

const STAGES = [
  ['feed statuses', 'feed-statuses'],
  ['folded', 'clinical-events'],
  ['decided', 'pathway-changes'],
] as const;
