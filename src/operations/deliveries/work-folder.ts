import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../../platform/private-files';

/** Works in a folder within another that its owner alone may enter; it is gone afterwards. */
export async function inWorkFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  makePrivateFolder(parent);
  const folder = mkdtempSync(join(parent, 'delivery-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
