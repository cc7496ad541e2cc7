import type { PersonKey } from '../../../kernel/clinical-event';

/** A person as far as it matters here: the keys of all numbers, and the pathways. */
export interface Known {
  readonly numbers: readonly PersonKey[];
  readonly units: readonly unknown[];
}

/** Tells of a person how many pathways there were before under any of the person's numbers. */
export type PathwaysBefore = (person: Known) => number;

/**
 * Pathways as known before. A pathway is new when its number is beyond them: joining two numbers makes no new patient,
 * nor does parting them, and a pathway whose index day was corrected is the same.
 */
export function pathwaysBefore(before: readonly Known[]): PathwaysBefore {
  return ({ numbers }) =>
    before
      .filter((known) => known.numbers.some((number) => numbers.includes(number)))
      .reduce((sum, { units }) => sum + units.length, 0);
}
