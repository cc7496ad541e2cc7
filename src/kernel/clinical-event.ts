import type { Day } from './day';
import type { EventKind } from './event-type';
import type { Organisation } from './organisation';

/** A person's key: `p_` and 128 bits of HMAC-SHA256 over the CPR, base64url. */
export type PersonKey = string;

export type Intervention = 'training' | 'diet' | 'smoking-cessation' | 'patient-education' | 'psychosocial';
type DeliveryForm = 'individual' | 'group' | 'virtual' | 'phone';
export type SmokingStatus = 'smoker' | 'former-smoker' | 'never-smoker' | 'unknown';

export interface BloodPressure {
  readonly systolic: number;
  readonly diastolic: number;
}
export interface Hads {
  readonly anxiety: number;
  readonly depression: number;
}

/** A measured or answered value beside its kind (interface.md §1). */
export type Measured =
  | ({ readonly kind: 'blood-pressure' } & BloodPressure)
  | ({ readonly kind: 'hads' } & Hads)
  | { readonly kind: 'hjertekost'; readonly score: number }
  | { readonly kind: 'smoking-status'; readonly value: SmokingStatus }
  | {
      readonly kind: 'exercise-capacity';
      readonly method: 'watt' | '6mwt' | 'sit-to-stand';
      readonly phase: 'start' | 'end';
      readonly value: number;
    }
  | { readonly kind: 'ldl'; readonly value: number };
export type MeasuredKind = Measured['kind'];

interface Linked {
  readonly contactId?: string;
  readonly courseId?: string;
}
type MeasurementData = { readonly measuredOn: Day } & Measured;

/** What each kind of event says, CPR apart; the words are those of the source events. */
export interface ClinicalData {
  'hospital.contact': {
    readonly contactId: string;
    readonly courseId?: string;
    readonly mode?: 'physical' | 'virtual';
    readonly startedOn: Day;
    readonly endedOn?: Day;
  };
  'hospital.diagnosis': Linked & {
    readonly code: string;
    readonly role: 'A' | 'B' | 'H' | 'M' | 'C' | 'G';
    readonly diagnosedOn: Day;
    readonly refuted?: boolean;
  };
  'hospital.procedure': Linked & {
    readonly code: string;
    readonly performedOn: Day;
    readonly purpose?: 'delivered' | 'referral';
    readonly performedBy?: Organisation;
  };
  'hospital.referral': {
    readonly contactId?: string;
    readonly to: Organisation;
    readonly interventions: readonly Intervention[];
    readonly referredOn: Day;
  };
  'hospital.measurement': MeasurementData;
  'municipality.measurement': MeasurementData;
  'general-practice.measurement': MeasurementData;
  'municipality.start': {
    readonly courseId: string;
    readonly startedOn: Day;
    readonly referredOn?: Day;
    readonly plannedSessions?: number;
  };
  'municipality.intervention': {
    readonly courseId?: string;
    readonly kind: Intervention;
    readonly form?: DeliveryForm;
    readonly deliveredOn: Day;
    readonly profession?: string;
    readonly attended?: boolean;
  };
  'municipality.end': {
    readonly courseId: string;
    readonly endedOn: Day;
    readonly outcome: 'completed' | 'stopped' | 'transferred' | 'died';
    readonly reason?: string;
    readonly attendedSessions?: number;
    readonly plannedSessions?: number;
  };
  'laboratory.result': {
    readonly npu: string;
    /** A number, or a bound such as `<0.5`. */
    readonly value: number | string;
    readonly unit: string;
    readonly sampledOn: Day;
  };
  'pharmacy.dispensing': { readonly atc: string; readonly dispensedOn: Day };
  'patient.questionnaire': { readonly instrument: string; readonly answeredOn: Day } & Partial<
    BloodPressure &
      Hads & {
        readonly score: number;
        readonly value: SmokingStatus | number;
        readonly method: string;
        readonly phase: string;
      }
  >;
  'person.status': {
    readonly state: 'alive' | 'dead' | 'emigrated';
    readonly from: Day;
    readonly municipality?: string;
    /** The key of the number this one replaces. */
    readonly replaces?: PersonKey;
  };
  'danheart.form': {
    readonly form: 'start' | 'end';
    readonly serviceOn: Day;
    readonly submittedOn: Day;
    readonly smokingStatus: SmokingStatus;
    readonly bloodPressure: BloodPressure;
    readonly hads?: Hads;
    readonly diet?: boolean;
    readonly smokingCessation?: boolean;
  };
  'registry.feed-status': {
    readonly organisation: Organisation;
    readonly state: 'connected' | 'not-connected' | 'silent';
    readonly from: Day;
    readonly to?: Day;
  };
}

type RegistrationStatus = 'active' | 'retracted';

/** An accepted event as the rooms after intake see it: no CPR, a person key instead. */
export interface ClinicalEventOf<K extends EventKind> {
  /** The person's key; for a feed status the organisation it speaks of. */
  readonly person: PersonKey;
  readonly kind: K;
  readonly source: Organisation;
  readonly id: string;
  readonly recordId: string;
  readonly version: number;
  readonly status: RegistrationStatus;
  /** When the source recorded it: milliseconds since 1970-01-01T00:00Z. */
  readonly time: number;
  /** When it was received, likewise. */
  readonly receivedAt: number;
  /** The person's date of birth by the CPR; absent on a feed status. */
  readonly born?: Day;
  /** Complete when active; of a retracted event only what the source still gave. */
  readonly data: ClinicalData[K];
  /** Fields the program does not know, sealed as they came; only in the log. */
  readonly sealed?: string;
  /** Another person with events of this same registration: a correction may move a record to another CPR. */
  readonly sharedWith?: PersonKey;
}

export type ClinicalEvent = { [K in EventKind]: ClinicalEventOf<K> }[EventKind];

/** Two keys that have to be looked at together: one number replaced the other, or both sent the same registration. */
export interface Relation {
  readonly person: PersonKey;
  readonly other: PersonKey;
}
