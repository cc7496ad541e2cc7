import { Command } from 'commander';
import type { Language } from '../kernel/language';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { sizesOf } from '../platform/ndjson/read-lines';
import { Progress } from '../platform/terminal/progress';
import { ReceiptTally } from '../operations/moving/receipt-tally';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';
import { sendToOwner } from './remote/send-to-owner';

interface Options {
  readonly rejects?: string;
  readonly lang: Language;
}

/** `import`: files of events into the store (interface.md §4). */
export function importCommand(program: Program): Command {
  return new Command('import')
    .description(
      'Take files of events (NDJSON) into the store; safe to repeat. Sends them to a running server, if there is one. ' +
        'In distributed mode they go to Kafka and MongoDB, and the services do the rest.',
    )
    .argument('<file...>', 'files of events, one a line; - is standard input')
    .option('--rejects <file>', 'write rejected and duplicate receipts here as NDJSON')
    .addOption(languageOption('the receipts'))
    .action(async (files: string[], options: Options) => {
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      sizesOf(files); // Before a store is opened, which may begin one.
      const rejects = rejectsFile(options.rejects);
      const tally = new ReceiptTally(files.length > 1, rejects, options.lang);
      const notes = await importInto(program, files, settings, tally);
      await rejects?.end();
      process.stderr.write(`${[tally.summary(), ...notes].join('\n')}\n`);
    });
}

/** Imports into whichever store the settings name; resolves with what is left to say. */
async function importInto(
  program: Program,
  files: readonly string[],
  settings: Settings,
  tally: ReceiptTally,
): Promise<readonly string[]> {
  const opened = await program.open(settings, 'change');
  if ('address' in opened) {
    await sendToOwner(opened, files, settings, tally);
    return [];
  }
  const progress = new Progress(process.stderr);
  return opened.operations.import(files, tally, progress).finally(async () => {
    await opened.close();
    progress.done();
  });
}
