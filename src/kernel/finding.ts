import type { Day } from './day';
import type { PersonKey } from './clinical-event';
import type { Organisation } from './organisation';
import type { SetAsideStage } from './set-aside';

/** Why a hospital service does not count, in the order they apply (interface.md §2). */
export const HINDRANCES = [
  'DELIVERED_ELSEWHERE',
  'REFERRAL_ONLY',
  'MISSING_DIAGNOSIS',
  'OBS_DIAGNOSIS_ONLY',
  'OTHER_DIAGNOSIS_ONLY',
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

export type FindingCode = Hindrance | 'UNIT_NOT_USED' | 'CORRECTION_REJECTED';

/** Something that was kept but has no effect, with the event it is about. */
export interface Finding {
  readonly code: FindingCode;
  readonly source: Organisation;
  readonly event: string;
  readonly record: string;
}

/** A person whom something fails for, among the findings. */
export interface SetAsideFinding {
  readonly code: 'PERSON_SET_ASIDE';
  readonly about: 'person';
  readonly person: PersonKey;
  readonly stage: SetAsideStage;
  /** Why, in a sentence. */
  readonly message: string;
}

/** A finding as staff see it in the list of findings. */
export interface PersonFinding extends Finding {
  readonly person?: PersonKey;
  readonly on?: Day;
  /** What is held back: a qualifying event, a rehabilitation service, a value or a correction. */
  readonly about: 'qualifying-event' | 'service' | 'value' | 'correction';
}
