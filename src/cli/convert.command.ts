import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { readSettings, warnOfDevelopmentKey } from '../platform/config/settings';
import { deliveryArgument, extractedOption, formatOption, sourceOption } from './deliveries/delivery-options';
import type { DeliveryOptions } from './deliveries/delivery-options';
import { withDelivery } from './deliveries/read-delivery';
import { languageOption } from './language-option';
import type { Program } from './program';
import { rejectsFile } from './rejects-file';

/** `convert`: a delivery in a source's own format as events, looked at alone and kept nowhere. */
export function convertCommand(program: Program): Command {
  return new Command('convert')
    .addArgument(deliveryArgument())
    .addOption(formatOption('the delivery is in').makeOptionMandatory())
    .addOption(sourceOption())
    .addOption(extractedOption())
    .option('--rejects <file>', 'write here what cannot be read, and why, as NDJSON')
    .addOption(languageOption('the reasons'))
    .action(async (delivery: string, options: Omit<DeliveryOptions, 'extract' | 'acceptDeletions'>) => {
      const settings = readSettings();
      warnOfDevelopmentKey(settings);
      const rejects = rejectsFile(options.rejects);
      const alone = { ...options, extract: 'incremental', acceptDeletions: false } as const;
      await withDelivery(delivery, alone, { program, settings, rejects }, async ({ staged, said }) => {
        await pipeline(createReadStream(staged.file), process.stdout, { end: false });
        process.stderr.write(`${said.join('\n')}\n`);
      });
      await rejects?.end();
    });
}
