import { chmodSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES } from '../formats/adapters/delivery-formats';
import { formatInstant } from '../kernel/instant';
import { droppedIn, RECEIPT_ENDING, REJECTS_ENDING, type DroppedDelivery } from '../operations/deliveries/drop-folder';
import { readSettings, warnOfDevelopmentKey, type Settings } from '../platform/config/settings';
import { FileError, sentenceOf } from '../platform/file-error';
import { StoreError } from '../platform/store-error';
import { SystemClock } from '../platform/system-clock';
import { writeWholeFile } from '../platform/whole-file';
import { importDelivery } from './deliveries/import-delivery';
import { takingOptions, type DeliveryOptions } from './deliveries/delivery-options';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';

interface Options extends Pick<DeliveryOptions, 'extract' | 'acceptDeletions' | 'lang'> {
  readonly once: boolean;
  readonly settle: number;
}

const HELP = `
Put a delivery at <folder>/<format>/<name>, or at <folder>/<format>/<organisation>/<name> where its files do not say who
reports (municipality-0461): a file, or a folder of files. Write it under a name that ends in .part and rename it when it
is whole; anything else is taken once it has lain still. Beside it comes <name>${RECEIPT_ENDING} with what became of it, and
<name>${REJECTS_ENDING} with each row that was not taken. A delivery that is changed afterwards is taken again.

Formats: ${FORMAT_NAMES.join(', ')}.`;

const FILE_MODE = 0o666;

/** `watch`: takes what others put into a folder, as over SFTP, and answers with a receipt beside each delivery. */
export function watchCommand(program: Program): Command {
  const command = new Command('watch')
    .addArgument(new Argument('<folder>', 'the folder that deliveries are put into'))
    .addOption(languageOption('the receipts'))
    .addOption(
      new Option('--settle <seconds>', 'how long a delivery must have lain still').default(10).argParser((text) => {
        const seconds = Number(text);
        if (text.trim() !== '' && seconds >= 0 && seconds <= 86_400) return seconds;
        throw new InvalidArgumentError('It must be a number of seconds from 0 to 86400.');
      }),
    )
    .option('--once', 'take what lies there, then end', false)
    .addHelpText('after', HELP);
  for (const option of takingOptions()) command.addOption(option);
  return command.action(async (folder: string, options: Options) => {
    const settings = readSettings();
    warnOfDevelopmentKey(settings);
    const ended = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
    for (let lain: ReadonlyMap<string, string> = new Map(); !ended.signal.aborted;) {
      const dropped = droppedIn(folder, FORMAT_NAMES);
      const still = dropped.filter(({ path, fingerprint }) => lain.get(path) === fingerprint);
      for (const delivery of still) if (!ended.signal.aborted) await take(program, delivery, options, settings);
      lain = new Map(dropped.map(({ path, fingerprint }) => [path, fingerprint]));
      if (options.once && still.length === dropped.length) return;
      await after(options.settle * 1_000, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  });
}

/** Takes one delivery; whatever is wrong with it is said in its receipt, and the others are taken all the same. */
async function take(program: Program, delivery: DroppedDelivery, options: Options, settings: Settings): Promise<void> {
  const { path, format, source, fingerprint } = delivery;
  const { extract, acceptDeletions, lang } = options;
  const rejectsName = `${path}${REJECTS_ENDING}`;
  const rejects = rejectsFile(rejectsName);
  const asked: DeliveryOptions = {
    format,
    extract,
    acceptDeletions,
    lang,
    ...(source === undefined ? {} : { source }),
  };
  const receipt = { delivery: path, format, ...(source === undefined ? {} : { source }), extract };
  try {
    const said = await importDelivery(program, path, { ...asked, threads: availableParallelism() }, settings, rejects);
    await rejects?.end();
    write(path, { ...receipt, outcome: 'taken', said, rejects: rejectsName, fingerprint });
  } catch (error) {
    await rejects?.end();
    process.stderr.write(`${path}: ${sentenceOf(error)}\n`);
    if (error instanceof StoreError && !error.retriable) throw error; // Nothing can be taken.
    if (!(error instanceof FileError)) return; // It is tried again in the next round.
    write(path, { ...receipt, outcome: 'refused', said: error.message.split('\n'), fingerprint });
  }
}

/** Whoever may read the delivery may read its receipt. */
function write(path: string, receipt: object): void {
  const at = formatInstant(new SystemClock().now());
  const mode = statSync(path).mode & FILE_MODE;
  writeWholeFile(`${path}${RECEIPT_ENDING}`, `${JSON.stringify({ at, ...receipt }, undefined, 2)}\n`, mode);
  chmodSync(`${path}${REJECTS_ENDING}`, mode);
}
