import { createWriteStream } from 'node:fs';
import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { readLines } from '../platform/ndjson/read-lines';
import { TextOutput } from '../platform/ndjson/text-output';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { StderrLogger } from '../platform/stderr-logger';
import { SystemClock } from '../platform/system-clock';
import { tidyMemory } from '../platform/tidy-memory';
import { Progress } from '../platform/terminal/progress';
import { bringUpToDate, composeEmbedded, type Embedded } from '../apps/embedded';
import { receiveLines } from '../operations/moving/receive-lines';
import { ReceiptTally } from '../operations/moving/receipt-tally';
import { sendToOwner } from './send-to-owner';

interface Options {
  readonly rejects?: string;
}

/** `import`: files of events into the store (interface.md §4). */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Take files of events (NDJSON) into the store; safe to repeat. Sends them to a running server, if there is one. ' +
        'In distributed mode they go to Kafka and MongoDB, and the services do the rest.',
    )
    .argument('<file...>', 'files of events, one a line; - is standard input')
    .option('--rejects <file>', 'write rejected and duplicate receipts here as NDJSON')
    .action(async (files: string[], options: Options) => {
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      const rejects =
        options.rejects === undefined ? undefined : new TextOutput(createWriteStream(options.rejects), options.rejects);
      const tally = new ReceiptTally(files.length > 1, rejects);
      const notes = await importInto(files, settings, tally);
      await rejects?.end();
      process.stderr.write(`${[tally.summary(), ...notes].join('\n')}\n`);
    });
}

/** Imports into whichever store the settings name; resolves with what is left to say. */
async function importInto(
  files: readonly string[],
  settings: Settings,
  tally: ReceiptTally,
): Promise<readonly string[]> {
  if (settings.mode === 'distributed') {
    const { importDistributed } = await import('../operations/moving/import-distributed'); // Brokers' clients load only where used.
    const progress = new Progress(process.stderr);
    return importDistributed(files, settings, tally, progress).finally(() => progress.done());
  }
  const address = StoreOwner.addressIn(settings.dataFolder);
  if (address !== undefined && StoreOwner.isTaken(settings.dataFolder)) {
    await sendToOwner(address, files, settings, tally);
  } else {
    await importIntoStore(files, settings, tally);
  }
  return [];
}

/** Lines that land together: many, because every unit writes most pages of the ledger's indexes. */
const LINES_A_UNIT = 150_000;

async function importIntoStore(files: readonly string[], settings: Settings, tally: ReceiptTally): Promise<void> {
  const owner = StoreOwner.take(settings.dataFolder);
  const progress = new Progress(process.stderr);
  try {
    const embedded = composeEmbedded(settings, new SystemClock(), new StderrLogger());
    try {
      await importFiles(embedded, files, tally, progress);
    } finally {
      await embedded.log.stop();
      await embedded.database.close();
    }
  } finally {
    progress.done();
    owner.release();
  }
}

/**
 * Takes files in, one stage after the other: receive all, fold each person, decide each person once. When it
 * resolves, every event is decided. Stopped at any point and run again, it ends the same.
 */
export async function importFiles(
  embedded: Embedded,
  files: readonly string[],
  tally: ReceiptTally,
  progress: Progress,
): Promise<void> {
  const { intake, log, settings, database, indicators } = embedded;
  await bringUpToDate(embedded);
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
    await log.settled().finally(() => clearInterval(shown));
  }
  await indicators.catchUp();
}

const STAGES = [
  ['feed statuses', 'feed-statuses'],
  ['folded', 'clinical-events'],
  ['decided', 'pathway-changes'],
] as const;
