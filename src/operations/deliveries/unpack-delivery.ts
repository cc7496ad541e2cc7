import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryFault } from '../../formats/domain/delivery-fault';
import { DELIVERY_WORDS } from '../../kernel/words/formats';
import { FileError } from '../../platform/file-error';
import { unpackInto } from '../../platform/tables/unpack-into';

const MOST_BYTES = 512 << 20;
/** A file of the zip itself: none within a folder, and none that leads out of where it is unpacked. */
const FILE = /^[^/\\\0.][^/\\\0]*$/;

/**
 * Where a delivery's files are: where it lies, or, of a zip file, unpacked in a folder of working files. Throws
 * `DeliveryFault` for one that is not whole or unpacks to more than is taken, whatever it says of its size.
 */
export async function unpackedDelivery(path: string, workFolder: string): Promise<string> {
  if (!/\.zip$/i.test(path)) return path;
  const folder = join(workFolder, 'unpacked');
  mkdirSync(folder, { mode: 0o700 });
  const unpacked = await unpackInto(folder, path, FILE, MOST_BYTES).catch((error: unknown) => {
    throw FileError.reading(path, error);
  });
  if (unpacked === 'broken') throw new DeliveryFault([DELIVERY_WORDS.brokenZip]);
  if (unpacked === 'too-much') throw new DeliveryFault([DELIVERY_WORDS.largeZip({ most: MOST_BYTES >> 20 })]);
  return folder;
}
