import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { textOf, type Element } from './element';
import { identifiersOf } from './identity';
import type { Reading } from './reading';
import { linked } from './reference';
import { RefusedHere } from './said';

/** The CPR number of whom a resource is about, as it is delivered; throws where it says of nobody. */
export function cprOfSubject(resource: Element, reading: Reading): string {
  if (resource['resourceType'] === 'Patient') return cprOf(resource, 'identifier', reading);
  const path = resource['subject'] === undefined && resource['patient'] !== undefined ? 'patient' : 'subject';
  const patient = linked(resource[path], resource, path, reading);
  if (patient === undefined) throw new RefusedHere(path, FHIR_REFUSED_WORDS.noPerson({ element: path }));
  return cprOf(patient, path, reading);
}

/** The CPR number of a Patient; throws where it has none, with what it has instead. */
function cprOf(patient: Element, path: string, { terms }: Reading): string {
  const identifiers = identifiersOf(patient);
  for (const identifier of identifiers) {
    const value = textOf(identifier['value']);
    if (value !== undefined && identifier['system'] === terms.cpr && identifier['use'] !== 'old') return value;
  }
  const hasReplacement = identifiers.some(({ system }) => terms.replacements.has(system as string));
  const { replacementNumber, noCpr } = FHIR_REFUSED_WORDS;
  throw new RefusedHere(path, hasReplacement ? replacementNumber : noCpr({ system: terms.cpr }));
}
