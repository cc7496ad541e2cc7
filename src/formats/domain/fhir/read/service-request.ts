import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { codingsOf, elementsOf, type Element } from '../element';
import { meaningOfCoding, type FhirTerms } from '../fhir-terms';
import type { ReadResource } from '../reading';
import { encounterOf, isOf, notOf, organisationOf, reporterOf, type Led } from '../reporter';
import { notSaid, RefusedHere } from '../said';
import { dayNeeded, present, standingOf } from '../values';
import { contactIdOf } from './encounter';

/**
 * A ServiceRequest as `hospital.referral`: `requester` refers to the first `performer`, on the day of `authoredOn`, to
 * what `code`, `orderDetail` and `category` name. One that was revoked has no effect any more.
 */
export const readServiceRequest: ReadResource = (request, reading) => {
  const standing = standingOf(request, reading.terms);
  if (standing === 'passed') return [notSaid(`ServiceRequest ${String(request['status'])}`)];
  const encounter = encounterOf(request, reading);
  const requesters: readonly Led[] = [[request['requester'], 'requester']];
  const source =
    reading.reporter ??
    organisationOf(requesters, request, reading) ??
    organisationOf([[encounter?.['serviceProvider'], 'encounter.serviceProvider']], encounter ?? request, reading) ??
    reporterOf(requesters, request, reading);
  if (!isOf('hospital', source)) return [notOf(request, source)];
  const kind = 'hospital.referral';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  const performers = elementsOf(request['performer']).map((performer, at): Led => [performer, `performer[${at}]`]);
  const to = organisationOf(performers, request, reading);
  if (to === undefined) throw new RefusedHere('performer', FHIR_REFUSED_WORDS.noPerformer);
  const interventions = interventionsOf(request, reading.terms);
  if (interventions.length === 0) throw new RefusedHere('code', FHIR_REFUSED_WORDS.noIntervention);
  const values = present({
    contactId: encounter === undefined ? undefined : contactIdOf(encounter),
    to,
    interventions,
    referredOn: dayNeeded(request['authoredOn'], 'authoredOn'),
  });
  return [{ is: 'registration', kind, source, status: 'active', values }];
};

/** What is referred to, each once, in the order in which it stands. */
function interventionsOf(request: Element, { interventions }: FhirTerms): readonly string[] {
  const named = new Set<string>();
  for (const concept of [request['code'], ...elementsOf(request['orderDetail']), ...elementsOf(request['category'])]) {
    for (const coding of codingsOf(concept)) {
      const intervention = meaningOfCoding(coding, interventions);
      if (intervention !== undefined) named.add(intervention);
    }
  }
  return [...named];
}
