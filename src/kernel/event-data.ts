// Made by `npm run generate` from contracts/schemas: change those and run it again, never this file.
import type { Day } from './day';
import type { Organisation } from './organisation';

/** A measured or answered value beside its `kind`. */
export type Measurement =
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'blood-pressure';
      /** Systolic pressure in mmHg. */
      readonly systolic: number;
      /** Diastolic pressure in mmHg. */
      readonly diastolic: number;
    }
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'hads';
      /** Anxiety subscale, 0–21. */
      readonly anxiety: number;
      /** Depression subscale, 0–21. */
      readonly depression: number;
    }
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'hjertekost';
      /** Score; below 75 at the hospital shows the need for diet treatment. */
      readonly score: number;
    }
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'smoking-status';
      /** Smoking status. */
      readonly value: 'smoker' | 'former-smoker' | 'never-smoker' | 'unknown';
    }
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'exercise-capacity';
      /** How it was tested. */
      readonly method: 'watt' | '6mwt' | 'sit-to-stand';
      /** Start or end of the rehabilitation. */
      readonly phase: 'start' | 'end';
      /** Watt, metres or repetitions. */
      readonly value: number;
    }
  | {
      /** The day it was measured. */
      readonly measuredOn: Day;
      /** What was measured. */
      readonly kind: 'ldl';
      /** LDL in mmol/L. */
      readonly value: number;
    };

/** What each kind of event says when it is active, CPR apart. */
export interface EventData {
  /** A contact with the hospital. */
  readonly 'hospital.contact': {
    /** The contact. */
    readonly contactId: string;
    /** The course the record belongs to. */
    readonly courseId?: string;
    /** Physical or virtual. */
    readonly mode?: 'physical' | 'virtual';
    /** First day. */
    readonly startedOn: Day;
    /** Last day. */
    readonly endedOn?: Day;
  };
  /** A diagnosis given by the hospital. */
  readonly 'hospital.diagnosis': {
    /** The hospital contact the record belongs to. */
    readonly contactId?: string;
    /** The course the record belongs to. */
    readonly courseId?: string;
    /** SKS diagnosis code. */
    readonly code: string;
    /** Type of diagnosis; A and B count. */
    readonly role: 'A' | 'B' | 'H' | 'M' | 'C' | 'G';
    /** The day it was given. */
    readonly diagnosedOn: Day;
    /** True when it was later refuted; the row stays and does not count. */
    readonly refuted?: boolean;
  };
  /** A procedure reported by the hospital. */
  readonly 'hospital.procedure': {
    /** The hospital contact the record belongs to. */
    readonly contactId?: string;
    /** The course the record belongs to. */
    readonly courseId?: string;
    /** SKS procedure code. */
    readonly code: string;
    /** The day it was performed. */
    readonly performedOn: Day;
    /** Whether the service was delivered or only referred to. */
    readonly purpose?: 'delivered' | 'referral';
    /** The organisation that performed it, when another than the source. */
    readonly performedBy?: Organisation;
  };
  /** A referral from the hospital. */
  readonly 'hospital.referral': {
    /** The hospital contact the record belongs to. */
    readonly contactId?: string;
    /** The organisation referred to. */
    readonly to: Organisation;
    /** What the patient is referred for. */
    readonly interventions: readonly (
      'training' | 'diet' | 'smoking-cessation' | 'patient-education' | 'psychosocial'
    )[];
    /** The day of the referral. */
    readonly referredOn: Day;
  };
  readonly 'hospital.measurement': Measurement;
  readonly 'municipality.measurement': Measurement;
  readonly 'general-practice.measurement': Measurement;
  /** The start of a municipal course. */
  readonly 'municipality.start': {
    /** The municipal course. */
    readonly courseId: string;
    /** First day. */
    readonly startedOn: Day;
    /** The day the referral was received. */
    readonly referredOn?: Day;
    /** Sessions planned. */
    readonly plannedSessions?: number;
  };
  /** An intervention delivered by the municipality. */
  readonly 'municipality.intervention': {
    /** The course the record belongs to. */
    readonly courseId?: string;
    /** The intervention. */
    readonly kind: 'training' | 'diet' | 'smoking-cessation' | 'patient-education' | 'psychosocial';
    /** How it was delivered. */
    readonly form?: 'individual' | 'group' | 'virtual' | 'phone';
    /** The day it was delivered. */
    readonly deliveredOn: Day;
    /** Who delivered it, by profession. */
    readonly profession?: string;
    /** False when the patient stayed away; absent means attended. */
    readonly attended?: boolean;
  };
  /** The end of a municipal course. */
  readonly 'municipality.end': {
    /** The municipal course. */
    readonly courseId: string;
    /** Last day. */
    readonly endedOn: Day;
    /** How the course ended. */
    readonly outcome: 'completed' | 'stopped' | 'transferred' | 'died';
    /** Why, in the words of the source. */
    readonly reason?: string;
    /** Sessions attended. */
    readonly attendedSessions?: number;
    /** Sessions planned. */
    readonly plannedSessions?: number;
  };
  /** A result from the laboratory database. */
  readonly 'laboratory.result': {
    /** NPU or local laboratory code. */
    readonly npu: string;
    /** A number, or a bound as text such as `<0.5`. */
    readonly value: number | string;
    /** Unit of the value. */
    readonly unit: string;
    /** The day of the sample. */
    readonly sampledOn: Day;
  };
  /** A dispensing from the prescription register. */
  readonly 'pharmacy.dispensing': {
    /** ATC code. */
    readonly atc: string;
    /** The day it was dispensed. */
    readonly dispensedOn: Day;
  };
  /** A questionnaire the patient answered. */
  readonly 'patient.questionnaire': {
    /** The questionnaire; other ones than the kinds of measurement are kept without effect. */
    readonly instrument: string;
    /** The day it was answered. */
    readonly answeredOn: Day;
    /** Systolic pressure in mmHg. */
    readonly systolic?: number;
    /** Diastolic pressure in mmHg. */
    readonly diastolic?: number;
    /** HADS anxiety subscale, 0–21. */
    readonly anxiety?: number;
    /** HADS depression subscale, 0–21. */
    readonly depression?: number;
    /** Hjertekostskema score. */
    readonly score?: number;
    /** Smoking status, work capacity or LDL, by instrument. */
    readonly value?: 'smoker' | 'former-smoker' | 'never-smoker' | 'unknown' | number;
    /** How work capacity was tested. */
    readonly method?: string;
    /** Start or end of the rehabilitation. */
    readonly phase?: string;
  };
  /** What the civil registration says of a person. */
  readonly 'person.status': {
    /** The state from that day on. */
    readonly state: 'alive' | 'dead' | 'emigrated';
    /** First day of the state and the residence. */
    readonly from: Day;
    /** Municipality of residence, four digits. */
    readonly municipality?: string;
    /** The key of the number this one replaces. */
    readonly replaces?: string;
  };
  /** A form from DanHeart, which closed in January 2023. */
  readonly 'danheart.form': {
    /** Start or end form. */
    readonly form: 'start' | 'end';
    /** The day of the service. */
    readonly serviceOn: Day;
    /** The day the form was submitted. */
    readonly submittedOn: Day;
    /** Smoking status. */
    readonly smokingStatus: 'smoker' | 'former-smoker' | 'never-smoker' | 'unknown';
    /** Blood pressure in mmHg. */
    readonly bloodPressure: {
      /** Systolic pressure in mmHg. */
      readonly systolic: number;
      /** Diastolic pressure in mmHg. */
      readonly diastolic: number;
    };
    /** Hospital Anxiety and Depression Scale. */
    readonly hads?: {
      /** Anxiety subscale, 0–21. */
      readonly anxiety: number;
      /** Depression subscale, 0–21. */
      readonly depression: number;
    };
    /** Whether diet treatment was given. */
    readonly diet?: boolean;
    /** Whether smoking cessation was given. */
    readonly smokingCessation?: boolean;
  };
  /** What the registry says of an organisation's deliveries. */
  readonly 'registry.feed-status': {
    /** The organisation it speaks of. */
    readonly organisation: Organisation;
    /** The state of the deliveries. */
    readonly state: 'connected' | 'not-connected' | 'silent';
    /** First day. */
    readonly from: Day;
    /** Last day; without it the state lasts until the day before the organisation's next `from`. */
    readonly to?: Day;
  };
}

/** The fields of a kind in the order of its row: its own, and those that come with one value of `choice`. */
export interface EventFields {
  readonly own: readonly string[];
  readonly choice?: string;
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** The fields of each object that stands in the data, by its dotted path from there. */
  readonly nested?: Readonly<Record<string, readonly string[]>>;
}

const VALUES_1 = {
  'blood-pressure': ['systolic', 'diastolic'],
  hads: ['anxiety', 'depression'],
  hjertekost: ['score'],
  'smoking-status': ['value'],
  'exercise-capacity': ['method', 'phase', 'value'],
  ldl: ['value'],
};

export const EVENT_FIELDS: Readonly<Record<keyof EventData, EventFields>> = {
  'hospital.contact': { own: ['contactId', 'courseId', 'mode', 'startedOn', 'endedOn'] },
  'hospital.diagnosis': { own: ['contactId', 'courseId', 'code', 'role', 'diagnosedOn', 'refuted'] },
  'hospital.procedure': { own: ['contactId', 'courseId', 'code', 'performedOn', 'purpose', 'performedBy'] },
  'hospital.referral': { own: ['contactId', 'to', 'interventions', 'referredOn'] },
  'hospital.measurement': { own: ['measuredOn', 'kind'], choice: 'kind', values: VALUES_1 },
  'municipality.measurement': { own: ['measuredOn', 'kind'], choice: 'kind', values: VALUES_1 },
  'general-practice.measurement': { own: ['measuredOn', 'kind'], choice: 'kind', values: VALUES_1 },
  'municipality.start': { own: ['courseId', 'startedOn', 'referredOn', 'plannedSessions'] },
  'municipality.intervention': { own: ['courseId', 'kind', 'form', 'deliveredOn', 'profession', 'attended'] },
  'municipality.end': { own: ['courseId', 'endedOn', 'outcome', 'reason', 'attendedSessions', 'plannedSessions'] },
  'laboratory.result': { own: ['npu', 'value', 'unit', 'sampledOn'] },
  'pharmacy.dispensing': { own: ['atc', 'dispensedOn'] },
  'patient.questionnaire': { own: ['instrument', 'answeredOn'], choice: 'instrument', values: VALUES_1 },
  'person.status': { own: ['state', 'from', 'municipality', 'replaces'] },
  'danheart.form': {
    own: ['form', 'serviceOn', 'submittedOn', 'smokingStatus', 'bloodPressure', 'hads', 'diet', 'smokingCessation'],
    nested: { bloodPressure: ['systolic', 'diastolic'], hads: ['anxiety', 'depression'] },
  },
  'registry.feed-status': { own: ['organisation', 'state', 'from', 'to'] },
};
