import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Organisation } from '../../kernel/organisation';
import { SCHEMES } from '../../kernel/organisation';

/** What stands beside a delivery once it was looked at. */
export const RECEIPT_ENDING = '.receipt.json';
export const REJECTS_ENDING = '.rejects.ndjson';
/** Names under which programs write what is not whole yet, and those that systems hide. */
const NOT_WHOLE = /(^[.~]|\.(part|tmp|filepart|crdownload|swp)$)/i;

/** A delivery that lies in a folder that is watched. */
export interface DroppedDelivery {
  readonly path: string;
  readonly format: string;
  /** Who reports, where its folder says. */
  readonly source?: Organisation;
  /** Another one whenever a file of it changes. */
  readonly fingerprint: string;
}

/**
 * The deliveries in a folder that others put files into, `<folder>/<format>/<delivery>` or
 * `<folder>/<format>/<organisation, as municipality-0461>/<delivery>`: each a file or a folder. Those that have a receipt
 * for how they are now are done.
 */
export function droppedIn(folder: string, formats: readonly string[]): readonly DroppedDelivery[] {
  return formats.flatMap((format) => {
    const place = join(folder, format);
    if (!existsSync(place)) return [];
    return deliveriesIn(place).flatMap((name): DroppedDelivery[] => {
      const source = organisationOf(name);
      if (source === undefined) return delivery(join(place, name), format);
      return deliveriesIn(join(place, name)).flatMap((own) => delivery(join(place, name, own), format, source));
    });
  });
}

function delivery(path: string, format: string, source?: Organisation): DroppedDelivery[] {
  const fingerprint = fingerprintOf(path);
  if (receivedAs(path) === fingerprint) return [];
  return [{ path, format, fingerprint, ...(source === undefined ? undefined : { source }) }];
}

const deliveriesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !NOT_WHOLE.test(name) && !name.endsWith(RECEIPT_ENDING) && !name.endsWith(REJECTS_ENDING))
    .sort();

/** `municipality-0461` names an organisation; a file cannot be called `municipality:0461` everywhere. */
function organisationOf(name: string): Organisation | undefined {
  const scheme = SCHEMES.find((one) => name.startsWith(`${one}-`));
  return scheme === undefined ? undefined : `${scheme}:${name.slice(scheme.length + 1)}`;
}

function fingerprintOf(path: string): string {
  const hash = createHash('sha256');
  const add = (file: string, name: string): void => {
    const { size, mtimeMs } = statSync(file);
    if (statSync(file).isDirectory())
      for (const one of readdirSync(file).sort()) add(join(file, one), `${name}/${one}`);
    else hash.update(`${name} ${size} ${mtimeMs}\n`);
  };
  add(path, '');
  return hash.digest('base64url').slice(0, 22);
}

/** How the delivery was when it got the receipt that lies beside it; undefined without one. */
function receivedAs(path: string): unknown {
  try {
    return (JSON.parse(readFileSync(`${path}${RECEIPT_ENDING}`, 'utf8')) as { fingerprint?: unknown }).fingerprint;
  } catch {
    return undefined; // Whatever lies there is no receipt: the delivery is looked at again, which doubles nothing.
  }
}
