import type { Intervention, SmokingStatus } from '../../src/kernel/clinical-event';
import { sourceEvent, type Extra, type SourceEvent } from './source-event';

export const ODENSE_HOSPITAL = 'hospital:330901000016003';
export const OTHER_HOSPITAL = 'hospital:440401000016009';
export const ODENSE = 'municipality:0461';
export const LAB = 'laboratory:lab-database';
export const PHARMACY = 'pharmacy:prescription-register';

/** What three sectors can measure in the same words. */
function measuring(kind: 'hospital' | 'municipality' | 'general-practice', source: string) {
  const measurement = (on: string, values: Extra, extra?: Extra): SourceEvent =>
    sourceEvent(`${kind}.measurement`, source, on, { measuredOn: on, ...values }, extra);
  return {
    measurement,
    bloodPressure: (systolic: number, diastolic: number, on: string, extra?: Extra) =>
      measurement(on, { kind: 'blood-pressure', systolic, diastolic }, extra),
    hads: (anxiety: number, depression: number, on: string, extra?: Extra) =>
      measurement(on, { kind: 'hads', anxiety, depression }, extra),
    dietScore: (score: number, on: string, extra?: Extra) => measurement(on, { kind: 'hjertekost', score }, extra),
    smoking: (value: SmokingStatus, on: string, extra?: Extra) =>
      measurement(on, { kind: 'smoking-status', value }, extra),
    exercise: (phase: 'start' | 'end', value: number, on: string, extra?: Extra) =>
      measurement(on, { kind: 'exercise-capacity', method: '6mwt', phase, value }, extra),
    ldl: (value: number, on: string, extra?: Extra) => measurement(on, { kind: 'ldl', value }, extra),
  };
}

/** What a hospital sends. */
export function hospital(source = ODENSE_HOSPITAL) {
  const diagnosis = (code: string, on: string, extra?: Extra): SourceEvent =>
    sourceEvent('hospital.diagnosis', source, on, { code, role: 'A', diagnosedOn: on }, extra);
  const procedure = (code: string, on: string, extra?: Extra): SourceEvent =>
    sourceEvent('hospital.procedure', source, on, { code, performedOn: on }, extra);
  return {
    ...measuring('hospital', source),
    diagnosis,
    procedure,
    contact: (contactId: string, on: string, extra?: Extra) =>
      sourceEvent('hospital.contact', source, on, { contactId, startedOn: on }, extra),
    referral: (to: string, interventions: readonly Intervention[], on: string, extra?: Extra) =>
      sourceEvent('hospital.referral', source, on, { to, interventions, referredOn: on }, extra),
    /** A PCI with its diagnosis on one contact: the usual beginning of a story. */
    pci: (on: string, extra: Extra = {}): SourceEvent[] => {
      const contact = { contactId: `pci-${on}`, ...extra };
      return [procedure('KFNG02', on, contact), diagnosis('DI209', on, contact)];
    },
    /** A service at a contact that has its diagnosis. */
    service: (code: string, on: string, extra: Extra = {}): SourceEvent[] => {
      const contact = { contactId: `visit-${on}`, ...('cpr' in extra ? { cpr: extra['cpr'] } : undefined) };
      return [diagnosis('DI251', on, contact), procedure(code, on, { ...contact, ...extra })];
    },
  };
}

/** What a municipality sends, by its four-digit code. */
export function municipality(code = '0461') {
  const source = `municipality:${code}`;
  return {
    ...measuring('municipality', source),
    start: (on: string, extra?: Extra) =>
      sourceEvent('municipality.start', source, on, { courseId: 'f-1', startedOn: on }, extra),
    intervention: (kind: Intervention, on: string, extra?: Extra) =>
      sourceEvent('municipality.intervention', source, on, { courseId: 'f-1', kind, deliveredOn: on }, extra),
    end: (on: string, extra?: Extra) =>
      sourceEvent('municipality.end', source, on, { courseId: 'f-1', endedOn: on, outcome: 'completed' }, extra),
  };
}

/** What a general practice sends. */
export const generalPractice = (ydernummer = '012345') =>
  measuring('general-practice', `general-practice:${ydernummer}`);

export const laboratory = {
  hba1c: (value: number | string, on: string, extra?: Extra): SourceEvent =>
    sourceEvent('laboratory.result', LAB, on, { npu: 'NPU27300', value, unit: 'mmol/mol', sampledOn: on }, extra),
  ldl: (value: number | string, on: string, extra?: Extra): SourceEvent =>
    sourceEvent('laboratory.result', LAB, on, { npu: 'NPU01568', value, unit: 'mmol/L', sampledOn: on }, extra),
};

export const pharmacy = {
  dispensing: (atc: string, on: string, extra?: Extra): SourceEvent =>
    sourceEvent('pharmacy.dispensing', PHARMACY, on, { atc, dispensedOn: on }, extra),
};

export const patient = {
  questionnaire: (instrument: string, on: string, values: Extra, extra?: Extra): SourceEvent =>
    sourceEvent('patient.questionnaire', 'patient:pro', on, { instrument, answeredOn: on, ...values }, extra),
};

/** What the hospital's DanHeart forms said, through 2022. */
export function danheart(source = 'danheart:330901000016003') {
  const form = (which: 'start' | 'end', on: string, extra?: Extra): SourceEvent =>
    sourceEvent(
      'danheart.form',
      source,
      on,
      {
        form: which,
        serviceOn: on,
        submittedOn: on,
        smokingStatus: 'never-smoker',
        bloodPressure: { systolic: 130, diastolic: 80 },
      },
      extra,
    );
  return {
    start: (on: string, extra?: Extra) => form('start', on, extra),
    end: (on: string, extra?: Extra) => form('end', on, extra),
  };
}

/** What civil registration says of a person from a day on. */
export const civilRegistration = {
  status: (state: 'alive' | 'dead' | 'emigrated', from: string, extra?: Extra): SourceEvent =>
    sourceEvent('person.status', 'person:civil-registration', from, { state, from }, extra),
  livesIn: (code: string, from = '2020-01-01', extra?: Extra): SourceEvent =>
    sourceEvent(
      'person.status',
      'person:civil-registration',
      from,
      { state: 'alive', from, municipality: code },
      extra,
    ),
  newNumber: (cpr: string, replaces: string, from: string, extra?: Extra): SourceEvent =>
    sourceEvent('person.status', 'person:civil-registration', from, { cpr, state: 'alive', from, replaces }, extra),
};

/** What the registry says of an organisation's deliveries; without `to` it has no end. */
export const feed = (
  organisation: string,
  state: 'connected' | 'not-connected' | 'silent',
  from: string,
  to?: string,
  extra?: Extra,
): SourceEvent =>
  sourceEvent(
    'registry.feed-status',
    'registry:rkkp',
    from,
    { organisation, state, from, ...(to === undefined ? undefined : { to }) },
    extra,
  );
