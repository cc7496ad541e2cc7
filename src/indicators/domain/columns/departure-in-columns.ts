import { CIVIL_STATE_CODE } from '../../../kernel/fact-codes';
import { NO_DAY } from './numbered-feeds';

/** When a person was first dead or abroad, and which. */
export interface Departure {
  readonly from: number;
  readonly state: number;
}

/** The first state, other than alive, that stands on the day or a later one. */
export function departureIn(civilStates: readonly number[], day: number): Departure | undefined {
  const at = firstStanding(civilStates, day, (state) => state !== CIVIL_STATE_CODE.alive);
  return at < 0 ? undefined : { from: civilStates[at] as number, state: civilStates[at + 1] as number };
}

/** The day on which the person died, `NO_DAY` for none; of a death that was taken back before the day nothing is known. */
export function dayOfDeathIn(civilStates: readonly number[], day: number): number {
  const at = firstStanding(civilStates, day, (state) => state === CIVIL_STATE_CODE.dead);
  return at < 0 ? NO_DAY : (civilStates[at] as number);
}

function firstStanding(civilStates: readonly number[], day: number, isMeant: (state: number) => boolean): number {
  for (let at = 0; at < civilStates.length; at += 2) {
    const next = civilStates[at + 2];
    if (isMeant(civilStates[at + 1] as number) && (next === undefined || next > day)) return at;
  }
  return -1;
}
