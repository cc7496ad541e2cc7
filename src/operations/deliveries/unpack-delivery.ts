import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeliveryFault } from '../../formats/domain/delivery-fault';
import { DELIVERY_WORDS } from '../../kernel/words/formats';
import { PRIVATE_FILE_MODE } from '../../platform/private-files';
import { unpackWithin } from '../../platform/tables/unpack-within';

const MOST_BYTES = 512 << 20;
/** A file of the zip itself: none within a folder, and none that leads out of where it is unpacked. */
const FILE = /^[^/\\\0.][^/\\\0]*$/;

/**
 * Where a delivery's files are: where it lies, or, of a zip file, unpacked in a folder of working files. Throws
 * `DeliveryFault` for one that is not whole or unpacks to more than is taken, whatever it says of its size.
 */
export function unpackedDelivery(path: string, workFolder: string): string {
  if (!/\.zip$/i.test(path)) return path;
  const parts = unpackWithin(readFileSync(path), FILE, MOST_BYTES);
  if (parts === 'broken') throw new DeliveryFault([DELIVERY_WORDS.brokenZip]);
  if (parts === 'too-much') throw new DeliveryFault([DELIVERY_WORDS.largeZip({ most: MOST_BYTES >> 20 })]);
  const folder = join(workFolder, 'unpacked');
  mkdirSync(folder, { mode: 0o700 });
  for (const [name, bytes] of Object.entries(parts))
    writeFileSync(join(folder, name), bytes, { mode: PRIVATE_FILE_MODE, flag: 'wx' });
  return folder;
}
