import type { ClinicalData, MeasuredKind } from '../../kernel/clinical-event';
import { maskCpr } from '../../kernel/cpr-text';
import type { EventKind } from '../../kernel/event-type';

type Fields<K extends EventKind> = readonly Extract<keyof ClinicalData[K], string>[];

/** The values that stand beside a measurement's `kind` or a questionnaire's `instrument`. */
const VALUES_BY_KIND: Readonly<Record<MeasuredKind, readonly string[]>> = {
  'blood-pressure': ['systolic', 'diastolic'],
  hads: ['anxiety', 'depression'],
  hjertekost: ['score'],
  'smoking-status': ['value'],
  'exercise-capacity': ['method', 'phase', 'value'],
  ldl: ['value'],
};
const MEASURED = ['measuredOn', 'kind'] as const;

/** What the program understands of each kind; everything else is kept sealed and has no effect. */
const KNOWN_FIELDS: { readonly [K in EventKind]: readonly string[] } = {
  'hospital.contact': ['contactId', 'courseId', 'mode', 'startedOn', 'endedOn'] satisfies Fields<'hospital.contact'>,
  'hospital.diagnosis': [
    'contactId',
    'courseId',
    'code',
    'role',
    'diagnosedOn',
    'refuted',
  ] satisfies Fields<'hospital.diagnosis'>,
  'hospital.procedure': [
    'contactId',
    'courseId',
    'code',
    'performedOn',
    'purpose',
    'performedBy',
  ] satisfies Fields<'hospital.procedure'>,
  'hospital.referral': ['contactId', 'to', 'interventions', 'referredOn'] satisfies Fields<'hospital.referral'>,
  'hospital.measurement': MEASURED,
  'municipality.measurement': MEASURED,
  'general-practice.measurement': MEASURED,
  'municipality.start': [
    'courseId',
    'startedOn',
    'referredOn',
    'plannedSessions',
  ] satisfies Fields<'municipality.start'>,
  'municipality.intervention': [
    'courseId',
    'kind',
    'form',
    'deliveredOn',
    'profession',
    'attended',
  ] satisfies Fields<'municipality.intervention'>,
  'municipality.end': [
    'courseId',
    'endedOn',
    'outcome',
    'reason',
    'attendedSessions',
    'plannedSessions',
  ] satisfies Fields<'municipality.end'>,
  'laboratory.result': ['npu', 'value', 'unit', 'sampledOn'] satisfies Fields<'laboratory.result'>,
  'pharmacy.dispensing': ['atc', 'dispensedOn'] satisfies Fields<'pharmacy.dispensing'>,
  'patient.questionnaire': ['instrument', 'answeredOn'] satisfies Fields<'patient.questionnaire'>,
  'person.status': ['state', 'from', 'municipality'] satisfies Fields<'person.status'>,
  'danheart.form': [
    'form',
    'serviceOn',
    'submittedOn',
    'smokingStatus',
    'bloodPressure',
    'hads',
    'diet',
    'smokingCessation',
  ] satisfies Fields<'danheart.form'>,
  'registry.feed-status': ['organisation', 'state', 'from', 'to'] satisfies Fields<'registry.feed-status'>,
};

const knownFields = new Map(Object.entries(KNOWN_FIELDS).map(([kind, fields]) => [kind, new Set(fields)]));
const valuesByKind = new Map<unknown, ReadonlySet<string>>(
  Object.entries(VALUES_BY_KIND).map(([kind, fields]) => [kind, new Set(fields)]),
);
const NO_FIELDS: ReadonlySet<string> = new Set();
const OF_EVERY_EVENT = new Set(['cpr', 'recordId', 'version', 'status', 'replaces']);

/** Fields in which people write freely, so that a CPR number may stand in them. */
const FREE_TEXT = new Set(['reason', 'profession', 'instrument', 'unit']);

/** The parts of an event's data: what is understood, and what is kept as it came without effect. */
export interface Translated {
  readonly data: Record<string, unknown>;
  readonly kept?: Readonly<Record<string, unknown>>;
}

/**
 * Splits checked data into known fields (null is absent) and the rest. A number that looks like a CPR in a
 * free text is masked in the known field and kept whole among the rest, which is stored sealed.
 */
export function translate(kind: EventKind, data: Readonly<Record<string, unknown>>): Translated {
  const known = knownFields.get(kind) as ReadonlySet<string>;
  const values = valuesFields(kind, data);
  const translated: Record<string, unknown> = {};
  let kept: Record<string, unknown> | undefined;
  for (const field in data) {
    const value = data[field];
    if (value === null || value === undefined) continue;
    if (!known.has(field) && !values.has(field)) {
      if (!OF_EVERY_EVENT.has(field)) (kept ??= {})[field] = value;
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      translated[field] = numbersOf(value);
    } else if (FREE_TEXT.has(field) && typeof value === 'string') {
      const masked = maskCpr(value);
      if (masked !== value) (kept ??= {})[field] = value;
      translated[field] = masked;
    } else {
      translated[field] = value;
    }
  }
  return kept === undefined ? { data: translated } : { data: translated, kept };
}

/** The value fields that belong to what was measured; fields of another kind have no meaning beside it. */
function valuesFields(kind: EventKind, data: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  if (kind === 'patient.questionnaire') return valuesByKind.get(data['instrument']) ?? NO_FIELDS;
  return kind.endsWith('.measurement') ? (valuesByKind.get(data['kind']) ?? NO_FIELDS) : NO_FIELDS;
}

/** A blood pressure or HADS nested in a form: its numbers, nothing else. */
function numbersOf(nested: object): Record<string, number> {
  return Object.fromEntries(Object.entries(nested).filter(([, value]) => typeof value === 'number'));
}
