import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the style sheets, scripts, fonts and icons of pages lie. */
export const ASSETS = join(__dirname, '..', 'assets');
/** Below which address they are served. */
export const ASSETS_AT = '/assets';

const known = new Map<string, string>();

/** The address of an asset, which changes with its content, so that browsers may keep it. */
export function assetAt(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const digest = createHash('sha256')
    .update(readFileSync(join(ASSETS, name)))
    .digest('hex');
  const address = `${ASSETS_AT}/${name}?v=${digest.slice(0, 12)}`;
  known.set(name, address);
  return address;
}
