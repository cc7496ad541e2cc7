import fc from 'fast-check';
import { faqCases } from '../../src/synthetic/faq-cases';
import { unforeseenSet } from '../indicators/unforeseen';
import { anyEvents } from '../properties/random-events';
import { definitions } from '../support/evaluate';
import { population } from '../synthetic/fixture';
import { compared, differences, type Compared } from './oracle';
import { personsOf, type Asked, type World } from './worlds';

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);
const outcomesIn = ({ ours }: Compared): Set<string | null> =>
  new Set([...ours.values()].flatMap((all) => all.map(({ outcome }) => outcome)));
const decidedIn = ({ ours }: Compared): number =>
  [...ours.values()].flat().filter(({ outcome }) => outcome !== null).length;

/** Everyone in the worlds, decided by us and by the oracle. */
async function bothDecide(worlds: readonly World[], asked: Asked, each = false): Promise<Compared> {
  const persons = (await Promise.all(worlds.map((world) => personsOf(world, asked)))).flat();
  return compared(persons, asked, each);
}

test('a synthetic population is decided by the oracle as by us, patient by patient, on every indicator', async () => {
  const both = await bothDecide([{ name: 'synthetic', lines: linesOf(population(220, 11, 2)) }], {
    asOf: '2026-06-30',
    by: definitions,
  });

  expect(differences(both)).toEqual([]);
  expect(decidedIn(both)).toBeGreaterThan(180 * definitions.indicators.length);
  expect([...outcomesIn(both)]).toEqual(
    expect.arrayContaining(['met', 'not-met', 'unknown', 'excluded', 'not-applicable']),
  );
});

test('every Measure by itself, as it is exported, decides the same', async () => {
  const worlds = [
    { name: 'faq', lines: faqCases().map((event) => JSON.stringify(event)) },
    { name: 'few', lines: linesOf(population(16, 3)) },
  ];
  const both = await bothDecide(worlds, { asOf: '2026-06-30', by: definitions }, true);

  expect(differences(both)).toEqual([]);
  expect(decidedIn(both)).toBeGreaterThan(10 * definitions.indicators.length);
});

const RANDOM = fc
  .sample(anyEvents, { numRuns: 180, seed: 20_261_127 })
  .map((events, at): World => ({ name: `random-${at}`, lines: events.map((event) => JSON.stringify(event)) }));

test.each([
  ['long after', '2025-12-31', {}, RANDOM.slice(0, 80)],
  ['on the last day of the windows of 180 days', '2023-07-02', { bugOnReferral: 'lenient' }, RANDOM.slice(80, 130)],
  ['on the last day of the windows of 12 months', '2024-01-03', {}, RANDOM.slice(130)],
])('random histories on the edges of everything are decided alike %s', async (_, asOf, policy, worlds) => {
  const by = unforeseenSet();
  const both = await bothDecide(worlds, { asOf, by, policy });

  expect(differences(both)).toEqual([]);
  expect(decidedIn(both)).toBeGreaterThan(20 * by.indicators.length);
});
