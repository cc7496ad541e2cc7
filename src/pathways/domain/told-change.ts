import type { PersonKey } from '../../kernel/clinical-event';
import { journeyOf, type Journey } from '../../kernel/journey';
import type { PersonPathways } from '../../kernel/pathway';
import type { PathwayChange } from '../../kernel/pathway-change';

/** Most entries of a journey that a change tells: some ten times those of a usual one. */
const JOURNEY_IN_A_CHANGE = 50;
const NUMBERS_IN_A_CHANGE = 20;

/**
 * A folded person as a change tells it. A long journey is left out and of many numbers the first are told, so that what
 * a person gathers over the years is not told again with every event; both stand whole with the person.
 */
export function pathwayChangeOf(
  { person, numbers, pathways, civilStates }: PersonPathways,
  position: number,
  cause: PathwayChange['cause'],
): PathwayChange {
  const isMany = numbers.length > NUMBERS_IN_A_CHANGE;
  return {
    person,
    position,
    cause,
    numbers: isMany ? numbers.slice(0, NUMBERS_IN_A_CHANGE) : numbers,
    ...(isMany ? { numbersInAll: numbers.length } : undefined),
    pathways: pathways.map((pathway) => {
      const { number, indexDay, hospital, municipality } = pathway;
      const journey = journeyOf(pathway, civilStates);
      return {
        number,
        indexDay,
        hospital,
        ...(municipality === undefined ? undefined : { municipality }),
        ...(entriesOf(journey) > JOURNEY_IN_A_CHANGE ? undefined : { journey }),
      };
    }),
  };
}

function entriesOf({ referrals = [], starts = [], delivered = [], ends = [], elsewhere = [] }: Journey): number {
  return [referrals, starts, delivered, ends, elsewhere].reduce((sum, { length }) => sum + length, 0);
}

/** A number that is no person of its own any more. */
export function mergedInto(person: PersonKey, newest: PersonKey, position: number): PathwayChange {
  return { person, position, cause: 'numbers', numbers: [person], pathways: [], mergedInto: newest };
}

/** What was said of a person who is set aside holds no longer. */
export function leftOut(person: PersonKey, position: number, cause: PathwayChange['cause']): PathwayChange {
  return { person, position, cause, numbers: [person], pathways: [] };
}
