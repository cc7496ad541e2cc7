import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { sizesOf } from '../platform/ndjson/read-lines';
import { lineIn, ReceiptTally } from '../operations/moving/receipt-tally';
import {
  extractedOption,
  formatOption,
  sourceOption,
  takingOptions,
  type DeliveryOptions,
} from './deliveries/delivery-options';
import { importDelivery } from './deliveries/import-delivery';
import { threadsOption } from './threads-option';
import { importInto } from './import-into';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';
import { UsageError } from './usage-error';

type Options = Omit<DeliveryOptions, 'format'> &
  Partial<Pick<DeliveryOptions, 'format'>> & { readonly threads: number };

/** `import`: files of events into the store, or a delivery in a source's own format (interface.md §4). */
export function importCommand(program: Program): Command {
  const command = new Command('import')
    .argument('<file...>', 'files of events, one a line; - is standard input; with --format a file or folder')
    .option('--rejects <file>', 'write rejected and duplicate receipts here as NDJSON')
    .addOption(languageOption('the receipts'))
    .addOption(formatOption('the delivery is in; without it: events, one a line'))
    .addOption(sourceOption())
    .addOption(extractedOption())
    .addOption(threadsOption());
  for (const option of takingOptions()) command.addOption(option);
  return command.action(async (files: string[], options: Options) => {
    const settings = readSettings();
    warnOfDevelopmentKey(settings);
    const rejects = rejectsFile(options.rejects);
    const said = await take(program, files, options, rejects);
    await rejects?.end();
    process.stderr.write(`${said.join('\n')}\n`);
  });
}

async function take(
  program: Program,
  files: readonly string[],
  { format, ...options }: Options,
  rejects: ReturnType<typeof rejectsFile>,
): Promise<readonly string[]> {
  const settings = readSettings();
  if (format === undefined) {
    sizesOf(files); // Before a store is opened, which may begin one.
    const tally = new ReceiptTally(lineIn(files), rejects, options.lang);
    const notes = await importInto(program, files, settings, tally, options.threads);
    return [tally.summary(), ...notes];
  }
  const [delivery = '', ...more] = files;
  if (more.length > 0) throw new UsageError('With --format, name one delivery at a time: a file or a folder.');
  return importDelivery(program, delivery, { format, ...options }, settings, rejects);
}
