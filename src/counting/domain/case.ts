import type { PersonKey } from '../../kernel/clinical-event';
import { dayNumber, type Day } from '../../kernel/day';
import type { Journey } from '../../kernel/journey';
import type { Organisation } from '../../kernel/organisation';
import type { Credit, Mark } from './mark';

/** A pathway as it is counted: when it began and under which organisations. */
export interface CountedPathway {
  readonly number: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly journey?: Journey;
}

/** One decision of one pathway, taken out of the columns. */
export interface Case {
  readonly person: PersonKey;
  readonly pathway: number;
  readonly indexDay: Day;
  readonly hospital: Organisation;
  readonly municipality?: Organisation;
  readonly indicator: string;
  /** The day it is counted on. */
  readonly day: Day;
  readonly mark: Mark;
  readonly credit: Credit;
}

/** A stretch of days, both ends included; open where none is given. */
export interface Stretch {
  readonly from?: Day;
  readonly to?: Day;
}

/**
 * Is told of a decision: its slot, the number of its mark (never 0), the day it is counted on as a number, the place of
 * its indicator among those asked about, and the number of its credit (0: nobody’s).
 */
export type Visit = (slot: number, mark: number, day: number, asked: number, credit: number) => void;

const FIRST_NUMBER = -(2 ** 30);
const LAST_NUMBER = 2 ** 30;

/** The numbers of a stretch's first and last day. */
export function numbered({ from, to }: Stretch): readonly [from: number, to: number] {
  return [from === undefined ? FIRST_NUMBER : dayNumber(from), to === undefined ? LAST_NUMBER : dayNumber(to)];
}
