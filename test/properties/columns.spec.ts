import fc from 'fast-check';
import { compileInColumns } from '../../src/indicators/domain/columns/compile-in-columns';
import { DecideInColumns } from '../../src/indicators/domain/columns/decide-in-columns';
import { decisionsOfNumbers } from '../../src/indicators/domain/columns/decisions-of-numbers';
import { compileDefinitions, type CompiledDefinitions } from '../../src/indicators/domain/compile';
import { decidePerson } from '../../src/indicators/domain/decide';
import type { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { dayNumber } from '../../src/kernel/day';
import type { IndicatorDecision } from '../../src/kernel/decision';
import type { PersonPathways } from '../../src/kernel/pathway';
import { columnsOf } from '../../src/kernel/person-columns';
import { unforeseenSet } from '../indicators/unforeseen';
import { compiled, feedsOf, foldStory } from '../support/fold';
import { anyAsOf } from './random-events';
import { anySet } from './random-sets';
import { anyStory } from './random-stories';

const SETS = [
  compiled,
  compileDefinitions(compiled.set, { bugOnReferral: 'lenient' }),
  compileDefinitions(unforeseenSet()),
];

function decidedInColumns(
  definitions: CompiledDefinitions,
  person: PersonPathways,
  feeds: FeedCalendar,
  asOf: string,
): IndicatorDecision[] {
  const inColumns = compileInColumns(definitions);
  if (inColumns === undefined) throw new Error('The set cannot be decided by in columns.');
  const numbers = new DecideInColumns(inColumns).decide(columnsOf(person), feeds, dayNumber(asOf));
  return decisionsOfNumbers(numbers, person, definitions, asOf);
}

describe('deciding in columns is deciding by facts, byte for byte', () => {
  test('under the sets there are', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyStory, anyAsOf, async (events, asOf) => {
        const feeds = await feedsOf(events);
        for (const person of await foldStory(events)) {
          for (const definitions of SETS) {
            const expected = decidePerson(definitions, person, feeds, asOf);
            const decided = decidedInColumns(definitions, person, feeds, asOf);
            expect(JSON.stringify(decided, null, 1)).toBe(JSON.stringify(expected, null, 1));
            for (const { indicator, outcome, reason, denominator } of expected)
              reached.add(`${indicator} ${outcome} ${reason ?? ''} ${denominator ?? ''}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(reached.size).toBeGreaterThan(100);
  });

  test('under any set', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        anyStory,
        anyAsOf,
        fc.array(anySet, { minLength: 1, maxLength: 6 }),
        async (events, asOf, sets) => {
          const feeds = await feedsOf(events);
          const definitions = sets.map((set) => compileDefinitions(set));
          for (const person of await foldStory(events)) {
            for (const one of definitions) {
              const expected = decidePerson(one, person, feeds, asOf);
              const decided = decidedInColumns(one, person, feeds, asOf);
              expect(JSON.stringify(decided, null, 1)).toBe(JSON.stringify(expected, null, 1));
              for (const { outcome, reason, possible, provisional } of expected)
                reached.add(`${outcome} ${reason ?? ''} ${possible?.join() ?? ''} ${provisional ?? ''}`);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(reached.size).toBeGreaterThan(20);
  });
});
