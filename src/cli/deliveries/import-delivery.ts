import { accessSync, constants } from 'node:fs';
import { FileError } from '../../platform/file-error';
import type { Settings } from '../../platform/config/settings';
import type { TextOutput } from '../../platform/ndjson/text-output';
import { ReceiptTally } from '../../operations/moving/receipt-tally';
import { saidOfReceipts } from '../../operations/deliveries/said-of-delivery';
import { importInto } from '../import-into';
import type { Program } from '../program';
import type { DeliveryOptions } from './delivery-options';
import { withDelivery } from './read-delivery';

function requireReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw FileError.reading(path, error);
  }
}

/**
 * Takes a delivery into whichever store the settings name. It is remembered once its events are in, so that one broken
 * off before is delivered again without anything doubled. Resolves with what is to be said of it.
 */
export async function importDelivery(
  program: Program,
  path: string,
  options: DeliveryOptions & { readonly threads: number },
  settings: Settings,
  rejects: TextOutput | undefined,
): Promise<readonly string[]> {
  requireReadable(path); // Before a store is opened, which may begin one.
  const book = await program.deliveryBook(settings);
  try {
    book.begin(options.format);
    return await withDelivery(path, options, { program, settings, book, rejects }, async ({ staged, said }) => {
      const tally = new ReceiptTally((line) => ({ ...staged.placeOf(line) }), rejects, options.lang);
      const notes = await importInto(program, [staged.file], settings, tally, options.threads);
      book.keep();
      return [...said, saidOfReceipts(tally)[options.lang], ...notes];
    });
  } finally {
    book.close();
  }
}
