import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Skipped } from './server';

/** The checkout, found from the source as well as from what the benches compile into dist. */
export function checkout(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`No package.json above ${__dirname}.`);
}

/**
 * The folder that `make` filled once for this name, or why it could not.
 * Another process sees a whole folder or none: it is made aside and moved into place.
 */
export async function cached(
  name: string,
  make: (folder: string) => Promise<Skipped | undefined>,
): Promise<{ readonly folder: string } | Skipped> {
  const cache = join(checkout(), 'node_modules', '.cache', 'rehabspor-servers');
  const folder = join(cache, name);
  if (existsSync(folder)) return { folder };
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(`${folder}.making-`);
  try {
    const skipped = await make(aside);
    if (skipped !== undefined) return skipped;
    // Whoever was first has made the same.
    if (!existsSync(folder)) renameSync(aside, folder);
    return { folder };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
