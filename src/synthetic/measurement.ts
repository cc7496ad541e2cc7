import type { Random } from './random';
import { REHABILITATION } from './rates';
import type { Smoking } from './patient';

/** JSON members of a measured value, as they stand in a measurement after `measuredOn` (interface.md §1). */
export const bloodPressureFields = (systolic: number, diastolic: number): string =>
  `,"kind":"blood-pressure","systolic":${systolic},"diastolic":${diastolic}`;
export const hadsFields = (anxiety: number, depression: number): string =>
  `,"kind":"hads","anxiety":${anxiety},"depression":${depression}`;
export const hjertekostFields = (score: number): string => `,"kind":"hjertekost","score":${score}`;
export const smokingFields = (value: Smoking | 'unknown'): string => `,"kind":"smoking-status","value":"${value}"`;
export const capacityFields = (method: string, phase: 'start' | 'end', value: number): string =>
  `,"kind":"exercise-capacity","method":"${method}","phase":"${phase}","value":${value}`;

/** A number of tenths as a JSON number, written from integers so that no machine formats it otherwise. */
export function tenths(value: number): string {
  return value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`;
}

export interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
}

/** A blood pressure, below 140 and 90 with the stated probability. */
export function drawPressure(random: Random, controlled: number = REHABILITATION.bloodPressureControlled): Pressure {
  if (random.chance(controlled)) {
    return { systolic: Math.min(139, random.bell(126, 8)), diastolic: Math.min(89, random.bell(76, 6)) };
  }
  return { systolic: Math.max(140, random.bell(152, 9)), diastolic: random.bell(88, 7) };
}

export interface HadsScore {
  readonly anxiety: number;
  readonly depression: number;
}

/** A first HADS; about a quarter have 8 or more on one of the scales. */
export function drawHads(random: Random): HadsScore {
  return { anxiety: clampScore(random.bell(5, 4)), depression: clampScore(random.bell(3, 3)) };
}

/** A later HADS of the same person: mostly somewhat lower. */
export function laterHads(random: Random, first: HadsScore): HadsScore {
  return {
    anxiety: clampScore(first.anxiety - random.int(-1, 4)),
    depression: clampScore(first.depression - random.int(-1, 3)),
  };
}

const clampScore = (score: number): number => Math.min(21, Math.max(0, score));
