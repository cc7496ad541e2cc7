import { Argument, InvalidArgumentError, Option } from 'commander';
import { FORMAT_NAMES } from '../../formats/adapters/delivery-formats';
import type { Organisation } from '../../kernel/organisation';
import { parseInstant } from '../../kernel/instant';
import type { Language } from '../../kernel/language';

/** What is said of a delivery on the command line. */
export interface DeliveryOptions {
  readonly format: string;
  readonly source?: Organisation;
  readonly extract: 'full' | 'incremental';
  readonly extracted?: string;
  readonly acceptDeletions: boolean;
  readonly rejects?: string;
  readonly lang: Language;
}

export const formatOption = (purpose: string): Option =>
  new Option('--format <format>', `the format ${purpose}`).choices(FORMAT_NAMES);

export const sourceOption = (): Option =>
  new Option(
    '--source <organisation>',
    'who reports, where the files do not say: hospital:<SOR>, municipality:<code>, …',
  );

export const extractedOption = (): Option =>
  new Option(
    '--extracted <time>',
    'when the delivery was drawn (RFC 3339), which dates what the format does not date; default: now',
  ).argParser((text: string) => {
    if (parseInstant(text) !== undefined) return text;
    throw new InvalidArgumentError('It must be a time with its offset, as 2024-05-01T06:00:00Z.');
  });

/** The options by which a delivery takes the place of those before. */
export const takingOptions = (): readonly Option[] => [
  new Option(
    '--extract <what>',
    'full: what a source in the delivery no longer has is retracted; incremental: it stays',
  )
    .choices(['full', 'incremental'])
    .default('incremental'),
  new Option('--accept-deletions', 'retract even where that is more than a fifth of what a source delivered').default(
    false,
  ),
];

export const deliveryArgument = (): Argument => new Argument('<delivery>', 'the file or folder of the delivery');
