import { EVENT_KINDS, typeOfKind, type EventKind } from '../../src/kernel/event-kinds';
import { completeExample, rowInContract } from '../support/complete-example';
import {
  danheart,
  civilRegistration,
  feed,
  hospital,
  municipality,
  laboratory,
  patient,
  pharmacy,
} from '../support/sectors';
import { generalPractice } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

/** A sound event with every field of its type, and the fields in the order of the type's row. */
export interface Row {
  readonly what: string;
  readonly event: SourceEvent;
  readonly fields: readonly string[];
  readonly optional: readonly string[];
}

const on = '2023-02-10';
const links = { contactId: 'K-1', courseId: 'F-1' };
const ward = hospital();
const odense = municipality('0461');

const row = (what: string, event: SourceEvent, fields: string, optional = ''): Row => ({
  what,
  event,
  fields: fields.split(' '),
  optional: optional === '' ? [] : optional.split(' '),
});

const measuring = (sector: string, { measurement }: Pick<typeof ward, 'measurement'>): Row[] => [
  row(
    `${sector} blood pressure`,
    measurement(on, { kind: 'blood-pressure', systolic: 130, diastolic: 80 }),
    'measuredOn kind systolic diastolic',
  ),
  row(
    `${sector} HADS`,
    measurement(on, { kind: 'hads', anxiety: 3, depression: 4 }),
    'measuredOn kind anxiety depression',
  ),
  row(`${sector} diet score`, measurement(on, { kind: 'hjertekost', score: 70 }), 'measuredOn kind score'),
  row(
    `${sector} smoking status`,
    measurement(on, { kind: 'smoking-status', value: 'smoker' }),
    'measuredOn kind value',
  ),
  row(
    `${sector} exercise capacity`,
    measurement(on, { kind: 'exercise-capacity', method: 'watt', phase: 'start', value: 120 }),
    'measuredOn kind method phase value',
  ),
];

/** The types as the interface has them; measurements and questionnaires once a kind of value. */
const STATED: readonly Row[] = [
  row(
    'contact',
    ward.contact('K-1', on, { courseId: 'F-1', mode: 'physical', endedOn: on }),
    'contactId courseId mode startedOn endedOn',
    'courseId mode endedOn',
  ),
  row(
    'diagnosis',
    ward.diagnosis('DI209', on, { ...links, refuted: false }),
    'contactId courseId code role diagnosedOn refuted',
    'contactId courseId refuted',
  ),
  row(
    'procedure',
    ward.procedure('BUG1', on, { ...links, purpose: 'delivered', performedBy: 'hospital:330901000016003' }),
    'contactId courseId code performedOn purpose performedBy',
    'contactId courseId purpose performedBy',
  ),
  row(
    'referral',
    ward.referral('municipality:0461', ['diet'], on, { contactId: 'K-1' }),
    'contactId to interventions referredOn',
    'contactId',
  ),
  ...measuring('hospital', ward),
  ...measuring('municipal', odense),
  ...measuring('general practice', generalPractice()),
  row('municipal LDL', odense.ldl(1.2, on), 'measuredOn kind value'),
  row(
    'municipal start',
    odense.start(on, { referredOn: on, plannedSessions: 24 }),
    'courseId startedOn referredOn plannedSessions',
    'referredOn plannedSessions',
  ),
  row(
    'municipal intervention',
    odense.intervention('diet', on, { form: 'group', profession: 'dietitian', attended: true }),
    'courseId kind form deliveredOn profession attended',
    'courseId form profession attended',
  ),
  row(
    'municipal end',
    odense.end(on, { reason: 'done', attendedSessions: 20, plannedSessions: 24 }),
    'courseId endedOn outcome reason attendedSessions plannedSessions',
    'reason attendedSessions plannedSessions',
  ),
  row('laboratory result', laboratory.ldl(1.3, on), 'npu value unit sampledOn'),
  row('dispensing', pharmacy.dispensing('B01AC06', on), 'atc dispensedOn'),
  row(
    'questionnaire HADS',
    patient.questionnaire('hads', on, { anxiety: 3, depression: 4 }),
    'instrument answeredOn anxiety depression',
  ),
  row(
    'questionnaire exercise',
    patient.questionnaire('exercise-capacity', on, { method: 'watt', phase: 'end', value: 90 }),
    'instrument answeredOn method phase value',
  ),
  row(
    'civil status',
    civilRegistration.status('alive', on, { municipality: '0461', replaces: '0201609995' }),
    'state from municipality replaces',
    'municipality replaces',
  ),
  row(
    'DanHeart form',
    danheart().start('2022-12-05', { hads: { anxiety: 3, depression: 4 }, diet: true, smokingCessation: false }),
    'form serviceOn submittedOn smokingStatus bloodPressure hads diet smokingCessation',
    'hads diet smokingCessation',
  ),
  row('feed status', feed('pharmacy:prescription-register', 'silent', on, on), 'organisation state from to', 'to'),
];

/** A type that is not stated above, as its schema and its complete example have it. */
const rowOf = (kind: EventKind): Row => ({ what: kind, event: completeExample(kind), ...rowInContract(kind) });
const stated = new Set(STATED.map(({ event }) => event.type));

/** Every type with all its fields. */
export const ROWS: readonly Row[] = [
  ...STATED,
  ...EVENT_KINDS.filter((kind) => !stated.has(typeOfKind(kind))).map(rowOf),
];

/** The fields every event's data begins with; a feed status is about no person. */
export function commonFields({ type }: SourceEvent): readonly string[] {
  return type === ('dk.rehabspor.registry.feed-status.v1' satisfies `dk.rehabspor.${EventKind}.v1`)
    ? ['recordId', 'version', 'status']
    : ['cpr', 'recordId', 'version', 'status'];
}
