import type { BloodPressure, Hads, Intervention, PersonKey, SmokingStatus } from './clinical-event';
import type { Day } from './day';
import type { Hindrance, PersonFinding } from './finding';
import type { Organisation, Sector } from './organisation';

/** Something that happened, as indicators use it: dated, attributed, without its registration's history. */
interface FactBase {
  readonly sector: Sector;
  readonly source: Organisation;
  readonly event: string;
  readonly record: string;
  readonly on: Day;
  readonly time: number;
}

/** A rehabilitation service or start; `hindrances` (in order) say why it does not count. */
export interface ServiceFact extends FactBase {
  readonly kind: 'participation' | 'diet' | 'smoking-cessation' | 'training' | 'patient-education' | 'psychosocial';
  readonly form?: string;
  readonly hindrances?: readonly Hindrance[];
  /** Who delivered it, where the hospital says that it was another. */
  readonly by?: Organisation;
}
interface MunicipalStartFact extends FactBase {
  readonly kind: 'municipal-start';
  readonly course: string;
  readonly planned?: number;
  /** When the municipality says it was asked. */
  readonly referredOn?: Day;
}
interface MunicipalEndFact extends FactBase {
  readonly kind: 'municipal-end';
  readonly course: string;
  readonly outcome: string;
  readonly attended?: number;
  readonly planned?: number;
  /** In the municipality's own words. */
  readonly reason?: string;
}
/** A hospital sends a patient on; what comes of it is for the one it is sent to. */
interface ReferralFact extends FactBase {
  readonly kind: 'referral';
  readonly to: Organisation;
  readonly interventions: readonly Intervention[];
}
interface HadsFact extends FactBase, Hads {
  readonly kind: 'hads';
}
interface BloodPressureFact extends FactBase, BloodPressure {
  readonly kind: 'blood-pressure';
}
interface DietScoreFact extends FactBase {
  readonly kind: 'hjertekost';
  readonly score: number;
}
interface SmokingStatusFact extends FactBase {
  readonly kind: 'smoking-status';
  readonly status: SmokingStatus;
}
interface ExerciseCapacityFact extends FactBase {
  readonly kind: 'exercise-capacity';
  readonly method: string;
  readonly phase: string;
  readonly value: number;
}
/** A laboratory result, or (without `npu`) a typed LDL value, which informs only. */
interface LaboratoryFact extends FactBase {
  readonly kind: 'laboratory';
  readonly npu: string;
  readonly value: number | string;
  readonly unit: string;
}
interface DispensingFact extends FactBase {
  readonly kind: 'dispensing';
  readonly atc: string;
}

export type Fact =
  | ServiceFact
  | MunicipalStartFact
  | MunicipalEndFact
  | HadsFact
  | BloodPressureFact
  | DietScoreFact
  | SmokingStatusFact
  | ExerciseCapacityFact
  | LaboratoryFact
  | DispensingFact
  | ReferralFact;
export type FactKind = Fact['kind'];

/** One course of rehabilitation after one index day. */
export interface Pathway {
  /** Counts from 1 within the person. */
  readonly number: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  /** `municipality:<code>` of residence on the index day, when known. */
  readonly municipality?: Organisation;
  /** Ordered by date, time, event id, source. */
  readonly facts: readonly Fact[];
}

/** The civil state from a day on, until the next entry's day. */
export interface CivilState {
  readonly from: Day;
  readonly state: 'alive' | 'dead' | 'emigrated';
}

/** Everything evaluation needs to know of one person, all the person's numbers folded together. */
export interface PersonPathways {
  /** The key of the person's newest number. */
  readonly person: PersonKey;
  /** The keys of all the person's numbers, ordered. */
  readonly numbers: readonly PersonKey[];
  /** By the newest CPR. */
  readonly born: Day;
  /** One entry a day at most, ordered by day. */
  readonly civilStates: readonly CivilState[];
  readonly pathways: readonly Pathway[];
  /** What is held back and why, ordered as facts are. */
  readonly findings: readonly PersonFinding[];
}
