import type { Hindrance } from './finding';
import type { Sector } from './organisation';
import type { CivilState, FactKind } from './pathway';

/**
 * The numbers that kinds of facts, sectors, hindrances and civil states go by where facts are numbers; stores keep them,
 * so that none is ever changed or given again.
 */
export const KIND_CODE: Readonly<Record<FactKind, number>> = {
  participation: 0,
  diet: 1,
  'smoking-cessation': 2,
  training: 3,
  'patient-education': 4,
  psychosocial: 5,
  'municipal-start': 6,
  'municipal-end': 7,
  hads: 8,
  'blood-pressure': 9,
  hjertekost: 10,
  'smoking-status': 11,
  'exercise-capacity': 12,
  laboratory: 13,
  dispensing: 14,
  referral: 15,
};
export const SECTOR_CODE: Readonly<Record<Sector, number>> = {
  hospital: 0,
  municipality: 1,
  'general-practice': 2,
  laboratory: 3,
  pharmacy: 4,
  patient: 5,
};
export const HINDRANCE_CODE: Readonly<Record<Hindrance, number>> = {
  DELIVERED_ELSEWHERE: 0,
  REFERRAL_ONLY: 1,
  MISSING_DIAGNOSIS: 2,
  OBS_DIAGNOSIS_ONLY: 3,
  OTHER_DIAGNOSIS_ONLY: 4,
};
export const CIVIL_STATE_CODE: Readonly<Record<CivilState['state'], number>> = { alive: 0, dead: 1, emigrated: 2 };

/** What stands under each number. */
export function byCode<T extends string>(codes: Readonly<Record<T, number>>): readonly T[] {
  const values: T[] = [];
  for (const [value, code] of Object.entries(codes) as [T, number][]) values[code] = value;
  return values;
}
