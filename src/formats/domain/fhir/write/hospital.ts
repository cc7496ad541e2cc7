import type { CodeableConcept } from 'fhir/r4';
import { CONTACT_SYSTEM, COURSE_EXTENSION } from '../identity';
import { conceptOf, contactReference, courseReference, dayOr, textOr, type WriteResource } from './writing';

const UNKNOWN_CLASS = { system: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code: 'UNK' };
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';

/** `hospital.contact` as an Encounter. */
export const writeContact: WriteResource = (data, { codes, source, subject, retracted }) => {
  const [start, end, contact] = [dayOr(data['startedOn']), dayOr(data['endedOn']), textOr(data['contactId'])];
  const course = courseReference(data['courseId']);
  return {
    resourceType: 'Encounter',
    ...(contact !== undefined && { identifier: [{ system: CONTACT_SYSTEM, value: contact }] }),
    status: retracted ? 'entered-in-error' : end === undefined ? 'in-progress' : 'finished',
    class: codes.coding(data['mode'], codes.terms.modes) ?? UNKNOWN_CLASS,
    subject,
    ...(course && { episodeOfCare: [course] }),
    ...(start !== undefined && { period: { start, ...(end !== undefined && { end }) } }),
    serviceProvider: codes.organisation(source),
  };
};

/** `hospital.diagnosis` as a Condition. */
export const writeDiagnosis: WriteResource = (data, { codes, subject, retracted }) => {
  const role = codes.concept(data['role'], codes.terms.diagnosisRoles);
  const code = conceptOf(firstOf(codes.terms.diagnoses), data['code']);
  const [encounter, recordedDate] = [contactReference(data['contactId']), dayOr(data['diagnosedOn'])];
  const course = courseReference(data['courseId']);
  const verified = retracted ? 'entered-in-error' : data['refuted'] === true ? 'refuted' : 'confirmed';
  return {
    resourceType: 'Condition',
    ...(course && { extension: [{ url: COURSE_EXTENSION, valueReference: course }] }),
    verificationStatus: conceptOf(VERIFICATION, verified) as CodeableConcept,
    ...(role && { category: [role] }),
    ...(code && { code }),
    subject,
    ...(encounter && { encounter }),
    ...(recordedDate !== undefined && { recordedDate }),
  };
};

/** `hospital.procedure` as a Procedure. */
export const writeProcedure: WriteResource = (data, { codes, source, subject, retracted }) => {
  const category = codes.concept(data['purpose'], codes.terms.purposes);
  const code = conceptOf(firstOf(codes.terms.procedures), data['code']);
  const [encounter, course] = [contactReference(data['contactId']), courseReference(data['courseId'])];
  const performedDateTime = dayOr(data['performedOn']);
  return {
    resourceType: 'Procedure',
    ...(course && { extension: [{ url: COURSE_EXTENSION, valueReference: course }] }),
    status: retracted ? 'entered-in-error' : 'completed',
    ...(category && { category }),
    ...(code && { code }),
    subject,
    ...(encounter && { encounter }),
    ...(performedDateTime !== undefined && { performedDateTime }),
    performer: [{ actor: codes.organisation(textOr(data['performedBy']) ?? source) }],
  };
};

/** `hospital.referral` as a ServiceRequest. */
export const writeReferral: WriteResource = (data, { codes, source, subject, retracted }) => {
  const named = Array.isArray(data['interventions']) ? (data['interventions'] as readonly unknown[]) : [];
  const [code, ...others] = named
    .map((name) => codes.concept(name, codes.terms.interventions))
    .filter((concept) => concept !== undefined);
  const [encounter, authoredOn, to] = [
    contactReference(data['contactId']),
    dayOr(data['referredOn']),
    textOr(data['to']),
  ];
  return {
    resourceType: 'ServiceRequest',
    status: retracted ? 'entered-in-error' : 'active',
    intent: 'order',
    ...(code && { code }),
    ...(others.length > 0 && { orderDetail: others }),
    subject,
    ...(encounter && { encounter }),
    ...(authoredOn !== undefined && { authoredOn }),
    requester: codes.organisation(source),
    ...(to !== undefined && { performer: [codes.organisation(to)] }),
  };
};

export const firstOf = (systems: ReadonlySet<string>): string => systems.values().next().value ?? '';
