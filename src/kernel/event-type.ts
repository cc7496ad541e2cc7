import type { Scheme } from './organisation';

/** The kinds of source events without the `dk.rehabspor.` before and the `.v1` after (interface.md §1). */
export const EVENT_KINDS = [
  'hospital.contact',
  'hospital.diagnosis',
  'hospital.procedure',
  'hospital.referral',
  'hospital.measurement',
  'municipality.measurement',
  'general-practice.measurement',
  'municipality.start',
  'municipality.intervention',
  'municipality.end',
  'laboratory.result',
  'pharmacy.dispensing',
  'patient.questionnaire',
  'person.status',
  'danheart.form',
  'registry.feed-status',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const PREFIX = 'dk.rehabspor.';
const SUFFIX = '.v1';
const kindByType: ReadonlyMap<string, EventKind> = new Map(EVENT_KINDS.map((kind) => [PREFIX + kind + SUFFIX, kind]));

/** The kind of a CloudEvents `type`, or undefined when the type is not known here. */
export function kindOfType(type: string): EventKind | undefined {
  return kindByType.get(type);
}

/** The CloudEvents `type` of a kind. */
export function typeOfKind(kind: EventKind): string {
  return PREFIX + kind + SUFFIX;
}

const schemeByKind: ReadonlyMap<EventKind, Scheme> = new Map(
  EVENT_KINDS.map((kind) => [kind, kind.slice(0, kind.indexOf('.')) as Scheme]),
);

/** The scheme a source must have to send this kind. */
export function schemeOfKind(kind: EventKind): Scheme {
  return schemeByKind.get(kind) as Scheme;
}

/** The field that dates the service: the first date in the type's row; none for person and feed status. */
export const SERVICE_DATE_FIELD: Readonly<Partial<Record<EventKind, string>>> = {
  'hospital.contact': 'startedOn',
  'hospital.diagnosis': 'diagnosedOn',
  'hospital.procedure': 'performedOn',
  'hospital.referral': 'referredOn',
  'hospital.measurement': 'measuredOn',
  'municipality.measurement': 'measuredOn',
  'general-practice.measurement': 'measuredOn',
  'municipality.start': 'startedOn',
  'municipality.intervention': 'deliveredOn',
  'municipality.end': 'endedOn',
  'laboratory.result': 'sampledOn',
  'pharmacy.dispensing': 'dispensedOn',
  'patient.questionnaire': 'answeredOn',
  'danheart.form': 'serviceOn',
};
