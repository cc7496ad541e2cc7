import { parseInstant } from '../../../kernel/instant';
import type { Bilingual } from '../../../kernel/language';
import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import type { Delivered } from '../delivered';
import { elementOf, textOf, type Element } from './element';
import type { Reading, Scope } from './reading';
import { refusedAt, type Where } from './read-resource';
import { RefusedHere } from './said';
import { BundleScope } from './scope';

/** An entry of a Bundle, counted from 0; without a resource where it brings none. */
export interface Entry {
  readonly number: number;
  readonly fullUrl: string | undefined;
  readonly resource: Element | undefined;
  /** Of a transaction: what is asked to be done. */
  readonly method: string | undefined;
}

/** The entries of a Bundle of whatever type. */
export function entriesOf(bundle: Element): readonly Entry[] {
  const list = bundle['entry'];
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).map((one, number) => {
    const entry = elementOf(one) ?? {};
    return {
      number,
      fullUrl: textOf(entry['fullUrl']),
      resource: elementOf(entry['resource']),
      method: textOf(elementOf(entry['request'])?.['method']),
    };
  });
}

export const isBundle = (resource: Element): boolean => resource['resourceType'] === 'Bundle';

/** The scope of a Bundle's references. */
const scopeOf = (entries: readonly Entry[], delivery: Scope): Scope => new BundleScope(entries, delivery);

/** How the resources of a format's Bundles are read. */
export interface BundleReader {
  /** False for what is none of the format. */
  readonly accepts?: (resource: Element) => boolean;
  /** What a delivery that is not accepted is told. */
  readonly fault?: (file: string) => Bilingual;
  /** True where files are read in the order of their Bundles' `timestamp`. */
  readonly isByTime?: boolean;
  /** What a resource delivers that is no Bundle. */
  readonly read: (resource: Element, where: Where, reading: Reading) => readonly Delivered[];
  /** What the resources of this Bundle are read by beside `reading`. */
  readonly within?: (bundle: Element, entries: readonly Entry[], reading: Reading) => Reading;
}

/** When a Bundle was put together; 0 where it does not say. */
export const timeOf = (resource: Element | undefined): number =>
  parseInstant(textOf(resource?.['timestamp']) ?? '') ?? 0;

/** Bundles within a Bundle by when they were put together: an incremental delivery holds its reports unordered. */
function inOrderOfTime(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(({ resource }) => resource !== undefined && isBundle(resource))) return entries;
  return [...entries].sort((one, other) => timeOf(one.resource) - timeOf(other.resource));
}

/**
 * What a Bundle delivers, Bundles within it included. In a file that is one Bundle, places count its entries from 1; in
 * a line they say `entry[0]` from the line on.
 */
export function readBundle(
  bundle: Element,
  where: Where,
  isFile: boolean,
  reading: Reading,
  reader: BundleReader,
): readonly Delivered[] {
  const entries = entriesOf(bundle);
  const scoped = { ...reading, scope: scopeOf(entries, reading.scope) };
  const inside = reader.within?.(bundle, entries, scoped) ?? scoped;
  const delivered: Delivered[] = [];
  for (const { number, resource, method } of inOrderOfTime(entries)) {
    const at = isFile
      ? { ...where, row: number + 1 }
      : { ...where, path: `${where.path === '' ? '' : `${where.path}.`}entry[${number}]` };
    if (resource === undefined || typeof resource['resourceType'] !== 'string') {
      const { deletion, notResource } = FHIR_REFUSED_WORDS;
      delivered.push(refusedAt(at, new RefusedHere('resource', method === 'DELETE' ? deletion : notResource)));
    } else if (isBundle(resource)) {
      for (const one of readBundle(resource, at, false, reading, reader)) delivered.push(one);
    } else {
      for (const one of reader.read(resource, at, inside)) delivered.push(one);
    }
  }
  return delivered;
}
