/** So many met of so many decided. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
}

/** A share that something is said of: a level, a change, a place. */
export interface Rate extends Proportion {
  /** Of how many decisions is known what it says: fewer than the denominator where it is a bound. Absent: of all. */
  readonly restsOn?: number;
}

/** So few, but not nobody, that nothing is said of a rate. */
export function isTooFew({ denominator, restsOn = denominator }: Rate, fewest: number): boolean {
  return denominator > 0 && restsOn < fewest;
}

/** Whether a rate is no more than the least or greatest there can be: then it is not compared with others. */
export const isBound = ({ denominator, restsOn = denominator }: Rate): boolean => restsOn < denominator;

/** As a fraction of one; null when nothing was decided. */
export function fractionOf({ numerator, denominator }: Proportion): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
