import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../../platform/file-error';
import type { NotWritten, WriteDelivery } from '../../domain/written-event';
import { patientEntry, personOf, writeEvent } from '../../domain/fhir/write/write-event';
import { WrittenCodes } from '../../domain/fhir/write/writing';
import { fhirTerms } from './load-terms';
import { PersonBundles } from './person-bundles';

/** The file that a delivery's folder holds. */
const FILE = 'bundles.ndjson';

/**
 * Writes events as FHIR R4 (docs/formats/fhir.md) into `bundles.ndjson` of a folder, which is made: one Bundle of type
 * collection for each person, with a resource for every event, one Bundle a line; feed statuses, which are of no person,
 * as a Bundle of their own. Reading it back gives the same events. Persons are gathered in working files beside it, their
 * owner's alone, so that memory holds a small part of them.
 */
export const writeFhir: WriteDelivery = async (events, path) => {
  const codes = new WrittenCodes(fhirTerms());
  const left = new Map<string, number>();
  makeFolder(path);
  const bundles = new PersonBundles(join(path, FILE));
  try {
    for await (const batch of events) {
      for (const event of batch) {
        const person = personOf(event.data);
        const reason = whyNot(person, event.kind, event.data['recordId']);
        if (reason !== undefined) {
          left.set(reason, (left.get(reason) ?? 0) + 1);
          continue;
        }
        try {
          bundles.add(person ?? '', JSON.stringify(writeEvent(event, person, codes)));
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          left.set(TOO_LONG, (left.get(TOO_LONG) ?? 0) + 1);
        }
      }
    }
    await bundles.finish((person) => (person === '' ? undefined : JSON.stringify(patientEntry(person, codes))));
  } finally {
    bundles.close();
  }
  return [...left].map(([what, count]): NotWritten => ({ what, count }));
};

const TOO_LONG = 'a number of more digits than JSON programs hold';

/** What FHIR has no place for. */
function whyNot(person: string | undefined, kind: string, record: unknown): string | undefined {
  if (typeof record !== 'string' || record === '') return `${kind} without a recordId`;
  return person === undefined && kind !== 'registry.feed-status' ? `${kind} without a CPR number` : undefined;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw FileError.writing(path, error);
  }
}
