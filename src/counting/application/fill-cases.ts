import type { Day } from '../../kernel/day';
import type { CountedPerson } from '../../ports/decision-source';
import { attemptFor, type SetsAside } from '../../kernel/set-aside';
import { othersTurn } from '../../kernel/others-turn';
import { Cases } from '../domain/cases';
import type { RecordKeyOf } from '../domain/keyed-count';
import { countPerson } from './count-person';

/** So long others wait at most while everyone is gone through. */
const MS_AT_A_TIME = 100;

/** How persons are counted; whoever that fails for is told and left out. */
export interface Filling {
  readonly recordKeyOf: RecordKeyOf;
  readonly count?: typeof countPerson;
  readonly setAside?: SetsAside;
}

/** Everyone's decisions as of a day in columns: one pass over all persons, who come in pages. */
export async function fillCases(
  pages: AsyncIterable<readonly CountedPerson[]>,
  asOf: Day,
  indicators: readonly string[],
  { recordKeyOf, count = countPerson, setAside = () => undefined }: Filling,
): Promise<Cases> {
  const cases = new Cases(indicators, asOf, recordKeyOf);
  let yieldedAt = performance.now();
  for await (const persons of pages) {
    for (const one of persons) {
      attemptFor(
        one.person,
        'counting',
        () => count(cases, one),
        (aside) => {
          cases.setPathways(one.person, []); // Nobody is counted by half.
          setAside(aside);
        },
      );
    }
    if (performance.now() - yieldedAt < MS_AT_A_TIME) continue;
    await othersTurn();
    yieldedAt = performance.now();
  }
  return cases;
}
