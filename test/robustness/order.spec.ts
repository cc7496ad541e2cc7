import { addDays } from '../../src/kernel/day';
import type { SourceEvent } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import {
  closeEmbedded,
  differencesIn,
  evaluatedDecisions,
  openEmbedded,
  SetClock,
  settingsFor,
  storedDecisions,
  takeIn,
} from './embedded';
import { cut, populationLines, seededRandom, shuffled } from './ground';

/** The lines in any order, one in ten of them twice. */
function anyArrival(lines: readonly string[], random: () => number): string[] {
  return shuffled([...lines, ...lines.filter(() => random() < 0.1)], random);
}

const clock = SetClock.at('2024-03-01');

test.each([1, 2, 3])(
  'the store decides what evaluate decides, whatever the order, repetition and batches (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const lines = populationLines(300, seed);
    const settings = settingsFor(temporaryFolder());
    const embedded = openEmbedded(settings, clock);
    const batches = cut(anyArrival(lines, random), seed % 2 === 0 ? 4_000 : 400, random);
    const half = Math.floor(batches.length / 2);
    await takeIn(embedded, batches.slice(0, half));
    embedded.log.start();
    await takeIn(embedded, batches.slice(half));
    const stored = await storedDecisions(embedded);
    await closeEmbedded(embedded);

    expect(stored.length).toBeGreaterThan(300 * 12 * 0.9);
    expect(stored).toEqual(await evaluatedDecisions(lines, settings, clock));
    expect(await differencesIn(settings, clock)).toEqual([]);
  },
);

test.each([21, 22])(
  'of persons with hundreds of events the store comes to the same, whatever is held of them between batches (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const lines = [...populationLines(20, seed), ...manyOfOne(populationLines(20, seed), 600)];
    const settings = settingsFor(temporaryFolder());
    const embedded = openEmbedded(settings, clock);
    embedded.log.start();
    await takeIn(embedded, cut(anyArrival(lines, random), 60, random));
    const stored = await storedDecisions(embedded);
    await closeEmbedded(embedded);

    expect(stored).toEqual(await evaluatedDecisions(lines, settings, clock));
    expect(await differencesIn(settings, clock)).toEqual([]);
  },
);

/** So many measurements more of each of the first two persons that a practice measured, on days of their pathways. */
function manyOfOne(lines: readonly string[], count: number): string[] {
  const measured = lines
    .map((line) => JSON.parse(line) as SourceEvent)
    .filter(({ type }) => type === 'dk.rehabspor.general-practice.measurement.v1');
  const persons = [...new Map(measured.map((event) => [event.data['cpr'], event])).values()].slice(0, 2);
  return persons.flatMap((event) =>
    Array.from({ length: count }, (_none, at) => {
      const measuredOn = addDays(String(event.data['measuredOn']), -(at % 90));
      const data = { ...event.data, recordId: `many-${at >> 1}`, version: 1 + (at & 1), measuredOn };
      return JSON.stringify({ ...event, id: `many-${at}`, data });
    }),
  );
}

test.each([11])('live, a few events at a time, the store comes to the same (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const lines = populationLines(40, seed);
  const settings = settingsFor(temporaryFolder());
  const embedded = openEmbedded(settings, clock);
  embedded.log.start();
  const batches = cut(anyArrival(lines, random), 8, random);
  const senders = [0, 1, 2].map((sender) =>
    takeIn(
      embedded,
      batches.filter((_, at) => at % 3 === sender),
    ),
  );
  await Promise.all(senders);
  const stored = await storedDecisions(embedded);
  await closeEmbedded(embedded);

  expect(stored).toEqual(await evaluatedDecisions(lines, settings, clock));
  expect(await differencesIn(settings, clock)).toEqual([]);
});
