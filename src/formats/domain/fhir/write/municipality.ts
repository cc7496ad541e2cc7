import type { EpisodeOfCare, Extension } from 'fhir/r4';
import { COURSE_EXTENSION, COURSE_SYSTEM } from '../identity';
import { extensionUrl } from '../../../../kernel/fhir-extension';
import { firstOf } from './hospital';
import { courseReference, dayOr, textOr, wholeOr, type Data, type WriteResource, type Writing } from './writing';

/** `municipality.start` as an EpisodeOfCare that is open. */
export const writeStart: WriteResource = (data, writing) => {
  const [start, referred] = [dayOr(data['startedOn']), dayOr(data['referredOn'])];
  return course(data, writing, {
    status: writing.retracted ? 'entered-in-error' : 'active',
    ...(start !== undefined && { period: { start } }),
    extension: [
      ...counted('planned-sessions', data['plannedSessions']),
      ...(referred === undefined ? [] : [{ url: extensionUrl('referred-on'), valueDate: referred }]),
    ],
  });
};

/** `municipality.end` as an EpisodeOfCare that is closed. */
export const writeEnd: WriteResource = (data, writing) => {
  const [end, outcome, reason] = [dayOr(data['endedOn']), textOr(data['outcome']), textOr(data['reason'])];
  return course(data, writing, {
    status: writing.retracted ? 'entered-in-error' : 'finished',
    ...(end !== undefined && { period: { end } }),
    extension: [
      ...(outcome === undefined || /\s/.test(outcome) ? [] : [{ url: extensionUrl('outcome'), valueCode: outcome }]),
      ...(reason === undefined ? [] : [{ url: extensionUrl('reason'), valueString: reason }]),
      ...counted('attended-sessions', data['attendedSessions']),
      ...counted('planned-sessions', data['plannedSessions']),
    ],
  });
};

function course(
  data: Data,
  { codes, source, subject }: Writing,
  said: Pick<EpisodeOfCare, 'status' | 'period' | 'extension'>,
): EpisodeOfCare {
  const value = textOr(data['courseId']);
  return {
    resourceType: 'EpisodeOfCare',
    ...(value !== undefined && { identifier: [{ system: COURSE_SYSTEM, value }] }),
    ...said,
    patient: subject,
    managingOrganization: codes.organisation(source),
  };
}

function counted(name: string, value: unknown): readonly Extension[] {
  const whole = wholeOr(value);
  return whole === undefined ? [] : [{ url: extensionUrl(name), valueInteger: whole }];
}

/** `municipality.intervention` as a Procedure: not done where the patient stayed away. */
export const writeIntervention: WriteResource = (data, { codes, source, subject, retracted }) => {
  const { interventions, forms, procedures } = codes.terms;
  const sks = textOr(data['code']);
  const coding = [
    ...(codes.concept(data['kind'], interventions)?.coding ?? []),
    ...(sks === undefined || /\s/.test(sks) ? [] : [{ system: firstOf(procedures), code: sks }]),
  ];
  const category = codes.concept(data['form'], forms);
  const [episode, performedDateTime] = [courseReference(data['courseId']), dayOr(data['deliveredOn'])];
  const profession = textOr(data['profession']);
  return {
    resourceType: 'Procedure',
    ...(episode && { extension: [{ url: COURSE_EXTENSION, valueReference: episode }] }),
    status: retracted ? 'entered-in-error' : data['attended'] === false ? 'not-done' : 'completed',
    ...(category && { category }),
    ...(coding.length > 0 && { code: { coding } }),
    subject,
    ...(performedDateTime !== undefined && { performedDateTime }),
    performer: [
      {
        ...(profession !== undefined && { function: { text: profession } }),
        actor: codes.organisation(source),
      },
    ],
  };
};
