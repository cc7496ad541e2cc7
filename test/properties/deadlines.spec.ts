import fc from 'fast-check';
import { decidePerson } from '../../src/indicators/domain/decide';
import { nextDeadline } from '../../src/indicators/domain/deadline';
import { addDays, dayFromNumber, dayNumber } from '../../src/kernel/day';
import { compiled, feedsOf, foldStory } from '../support/fold';
import { anyDay, anyEvents } from './random-events';

const LONG_AFTER = '2035-01-01';

test('until the day before the next deadline time alone changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, anyDay, fc.double({ min: 0, max: 1, noNaN: true }), async (events, asOf, share) => {
      const feeds = await feedsOf(events);
      for (const person of await foldStory(events)) {
        const decidedOn = (day: string): string => JSON.stringify(decidePerson(compiled, person, feeds, day));
        const deadline = nextDeadline(compiled, person, feeds, asOf);
        const lastDay = deadline === undefined ? LONG_AFTER : addDays(deadline, -1);
        const between = Math.round(dayNumber(asOf) + share * (dayNumber(lastDay) - dayNumber(asOf)));

        if (deadline !== undefined) expect(deadline > asOf).toBe(true);
        const now = decidedOn(asOf);
        for (const day of [lastDay, dayFromNumber(between)]) expect(decidedOn(day)).toBe(now);
      }
    }),
    { numRuns: 400 },
  );
});

test('going from deadline to deadline finds every change a daily round would find', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, async (events) => {
      const feeds = await feedsOf(events);
      for (const person of await foldStory(events)) {
        if (person.pathways.length === 0) continue;
        let deadline = nextDeadline(compiled, person, feeds, '2022-11-01');
        let known = JSON.stringify(decidePerson(compiled, person, feeds, '2022-11-01'));
        for (let day = '2022-11-02'; day < '2025-12-31'; day = addDays(day, 1)) {
          if (day === deadline) {
            known = JSON.stringify(decidePerson(compiled, person, feeds, day));
            deadline = nextDeadline(compiled, person, feeds, day);
          } else {
            expect(JSON.stringify(decidePerson(compiled, person, feeds, day))).toBe(known);
          }
        }
      }
    }),
    { numRuns: 12 },
  );
});
