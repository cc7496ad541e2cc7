import { elementOf, elementsOf, extensionOf, textOf, type Element } from '../element';
import { codingsOf } from '../element';
import type { FhirTerms } from '../fhir-terms';
import { identifiersOf } from '../identity';
import { extensionUrl } from '../../../../kernel/fhir-extension';
import type { Reading, ReadResource } from '../reading';
import { linked } from '../reference';
import { isOf } from '../reporter';
import { notSaid, type Said } from '../said';
import { dayAt, present } from '../values';

/**
 * A Patient as `person.status`, where the civil registration reports it: a death by its day, a residence by the day its
 * address begins. Elsewhere a Patient says whom resources are about, and a death it tells of is told as not taken.
 */
export const readPatient: ReadResource = (patient, reading) => {
  if (reading.source === undefined || !isOf('person', reading.source)) return unofficial(patient);
  const source = reading.source;
  const values = statusIn(patient, reading);
  if (values === undefined) return [notSaid('Patient without a dated status')];
  return [{ is: 'registration', kind: 'person.status', source, status: 'active', values }];
};

function unofficial(patient: Element): readonly Said[] {
  const dead = patient['deceasedBoolean'] === true || patient['deceasedDateTime'] !== undefined;
  return dead ? [notSaid('Patient.deceased of others than the civil registration')] : [];
}

function statusIn(patient: Element, reading: Reading): Readonly<Record<string, unknown>> | undefined {
  const [address] = elementsOf(patient['address']);
  const died = dayAt(patient['deceasedDateTime'], 'deceasedDateTime');
  const from = died ?? dayAt(elementOf(address?.['period'])?.['start'], 'address[0].period.start');
  if (from === undefined) return undefined;
  const stated = textOf(extensionOf(patient, extensionUrl('person-state'))?.['valueCode']);
  return present({
    state: stated ?? (died === undefined ? 'alive' : 'dead'),
    from,
    municipality: address === undefined ? undefined : municipalityOf(address, reading.terms),
    replaces: replacedBy(patient, reading),
  });
}

function municipalityOf(address: Element, terms: FhirTerms): string | undefined {
  const concept = extensionOf(address, terms.municipalityOfAddress)?.['valueCodeableConcept'];
  return codingsOf(concept)
    .filter(({ system }) => system === terms.municipalityCodes)
    .map(({ code }) => textOf(code))[0];
}

/** The number of the person that this one takes the place of. */
function replacedBy(patient: Element, reading: Reading): string | undefined {
  const link = elementsOf(patient['link']).find(({ type }) => type === 'replaces');
  const other = link === undefined ? undefined : linked(link['other'], patient, 'link.other', reading);
  if (other === undefined) return undefined;
  const { cpr, replacements } = reading.terms;
  return identifiersOf(other)
    .filter(({ system }) => system === cpr || replacements.has(system as string))
    .map(({ value }) => textOf(value))[0];
}
