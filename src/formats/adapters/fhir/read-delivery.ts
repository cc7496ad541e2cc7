import { basename, extname } from 'node:path';
import type { Bilingual } from '../../../kernel/language';
import { FHIR_FAULT_WORDS, FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import type { Delivered, DeliveryAsked } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';
import { isBundle, readBundle, timeOf, type BundleReader } from '../../domain/fhir/bundle';
import { elementOf } from '../../domain/fhir/element';
import type { Reading } from '../../domain/fhir/reading';
import { refusedAt } from '../../domain/fhir/read-resource';
import { RefusedHere } from '../../domain/fhir/said';
import { deliveryFiles } from './delivery-files';
import { DeliveryScope } from './delivery-scope';
import { jsonParts, type JsonPart } from './json-parts';
import { fhirTerms } from './load-terms';

const BATCH = 2_000;

/**
 * Reads a delivery of FHIR resources as a format's `reader` does: a `.json` Bundle or resource, an `.ndjson` file with
 * one a line, or a folder of these.
 */
export async function* readDelivery(
  path: string,
  { source }: DeliveryAsked,
  reader: BundleReader,
): AsyncGenerator<readonly Delivered[]> {
  const { files, others } = deliveryFiles(path);
  const scope = new DeliveryScope(files);
  const reading: Reading = { terms: fhirTerms(), scope, ...(source !== undefined && { source }) };
  let batch: Delivered[] = others.map((file): Delivered => ({
    is: 'unmapped',
    place: { file: basename(file), row: 1 },
    what: `file ${extname(file)}`,
  }));
  for (const file of reader.isByTime === true ? await byTime(files) : files) {
    for await (const parts of jsonParts(file)) {
      for (const part of parts) {
        for (const one of await scope.reading(() => partDelivered(part, reading, reader))) {
          batch.push(one);
          if (batch.length < BATCH) continue;
          yield batch;
          batch = [];
        }
      }
    }
  }
  if (batch.length > 0) yield batch;
}

const notFhir = (file: string): Bilingual => FHIR_FAULT_WORDS.notFhir({ file });

/** Files by the time of their first Bundle, else by name. */
async function byTime(files: readonly string[]): Promise<readonly string[]> {
  const timed: { file: string; time: number }[] = [];
  for (const file of files) timed.push({ file, time: await timeOfFirst(file) });
  return timed.sort((one, other) => one.time - other.time).map(({ file }) => file);
}

async function timeOfFirst(file: string): Promise<number> {
  for await (const [first] of jsonParts(file)) return timeOf(elementOf(first?.value));
  return 0;
}

/** What a file or a line delivers. Throws `DeliveryFault` for a file, or a first line, that is JSON and no FHIR. */
function partDelivered(
  { file, row, isFile, value }: JsonPart,
  reading: Reading,
  reader: BundleReader,
): readonly Delivered[] {
  const where = { file, row, path: '' };
  const resource = elementOf(value);
  if (resource === undefined || typeof resource['resourceType'] !== 'string') {
    if (isFile || (row === 1 && value !== undefined)) throw new DeliveryFault([notFhir(file)]);
    const { lineNotJson, notResource } = FHIR_REFUSED_WORDS;
    return [refusedAt(where, new RefusedHere('', value === undefined ? lineNotJson : notResource))];
  }
  if (reader.accepts?.(resource) === false) throw new DeliveryFault([(reader.fault ?? notFhir)(file)]);
  return isBundle(resource)
    ? readBundle(resource, where, isFile, reading, reader)
    : reader.read(resource, where, reading);
}
