import { maskCpr } from '../../../kernel/cpr-text';
import type { ReadResource } from './reading';
import { readBasic } from './read/basic';
import { readCondition } from './read/condition';
import { readCarePlan, readEpisodeOfCare } from './read/course';
import { readEncounter } from './read/encounter';
import { readMedicationDispense } from './read/medication-dispense';
import { readObservation } from './read/observation';
import { readPatient } from './read/patient';
import { readProcedure } from './read/procedure';
import { readQuestionnaireResponse } from './read/questionnaire-response';
import { readServiceRequest } from './read/service-request';
import { notSaid } from './said';

const READERS: ReadonlyMap<unknown, ReadResource> = new Map([
  ['Patient', readPatient],
  ['Encounter', readEncounter],
  ['EpisodeOfCare', readEpisodeOfCare],
  ['Condition', readCondition],
  ['Procedure', readProcedure],
  ['ServiceRequest', readServiceRequest],
  ['Observation', readObservation],
  ['QuestionnaireResponse', readQuestionnaireResponse],
  ['CarePlan', readCarePlan],
  ['MedicationDispense', readMedicationDispense],
  ['Basic', readBasic],
]);

/** Types that only others are read by. */
const LINKS: ReadonlySet<unknown> = new Set(['Organization', 'Practitioner', 'PractitionerRole', 'Location']);

/** Reads a resource by its type; one of a type that is not read is told by it. */
export const readAny: ReadResource = (resource, reading) => {
  const type = resource['resourceType'];
  const read = READERS.get(type);
  if (read !== undefined) return read(resource, reading);
  return LINKS.has(type) ? [] : [notSaid(maskCpr(String(type)))];
};
