import { addDays, type Day } from '../../src/kernel/day';
import type { Decision } from '../../src/kernel/decision';
import { linesOf } from '../support/evaluate';
import { civilRegistration, feed, hospital, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { retraction } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import {
  closeEmbedded,
  evaluatedDecisions,
  openEmbedded,
  SetClock,
  settingsFor,
  storedDecisions,
  takeIn,
} from './embedded';
import { cut, populationLines, seededRandom } from './ground';

/** A store over a settable clock that can be compared with `evaluate` on any day. */
function opened(day: Day) {
  const clock = SetClock.at(day);
  const settings = settingsFor(temporaryFolder());
  const embedded = openEmbedded(settings, clock);
  embedded.log.start();
  const lines: string[] = [];
  return {
    clock,
    embedded,
    send: async (sent: readonly string[]): Promise<void> => {
      lines.push(...sent);
      await takeIn(embedded, [sent]);
    },
    stored: () => storedDecisions(embedded),
    evaluated: () => evaluatedDecisions(lines, settings, clock),
  };
}

async function moveTo(day: Day, { clock, embedded }: ReturnType<typeof opened>): Promise<number> {
  clock.set(day);
  return embedded.indicators.catchUp();
}

const outcomesIn = (decisions: readonly string[]): Set<string> =>
  new Set(decisions.map((line) => (JSON.parse(line) as Decision).outcome));

test('on every day of more than a year the store says what evaluate says as of that day', async () => {
  const store = opened('2023-06-01');
  const [first, ...later] = cut(populationLines(6, 41), 60, seededRandom(41));
  await store.send(first ?? []);
  let day: Day = '2023-06-01';
  let daysWithoutWork = 0;
  for (let passed = 0; passed < 400; passed += 1) {
    day = addDays(day, 1);
    if ((await moveTo(day, store)) === 0) daysWithoutWork += 1;
    const arriving = later[passed / 5];
    if (arriving !== undefined) await store.send(arriving);
    const stored = await store.stored();
    const evaluated = await store.evaluated();
    if (stored.join() !== evaluated.join()) expect({ day, decisions: stored }).toEqual({ day, decisions: evaluated });
  }
  const outcomes = outcomesIn(await store.stored());
  await closeEmbedded(store.embedded);

  expect(outcomes.size).toBeGreaterThan(3);
  expect(daysWithoutWork).toBeGreaterThan(0);
});

test('a feed status that arrives late makes unknown what it touches, and its retraction takes that back', async () => {
  const store = opened('2024-06-01');
  await store.send(linesOf([hospital().pci('2023-01-03'), civilRegistration.livesIn('0461')]));
  const before = await store.stored();
  const outcomeOf = async (indicator: string): Promise<string | undefined> =>
    (await store.stored()).map((line) => JSON.parse(line) as Decision).find((one) => one.indicator === indicator)
      ?.outcome;
  expect(await outcomeOf('participation')).toBe('not-met');
  const silence = [
    feed(ODENSE, 'silent', '2023-02-01', '2023-03-31'),
    feed(ODENSE_HOSPITAL, 'not-connected', '2023-02-01', '2023-03-31'),
  ];
  await store.send(linesOf(silence));
  const during = await store.stored();

  expect(during).toEqual(await store.evaluated());
  expect(await outcomeOf('participation')).toBe('unknown');
  expect(during).not.toEqual(before);
  await store.send(linesOf(silence.map((status) => retraction(status))));
  expect(await store.stored()).toEqual(before);
  await closeEmbedded(store.embedded);
});

test('while a source is silent without end, the days of trouble are those of the day asked for', async () => {
  const store = opened('2023-03-01');
  await store.send(
    linesOf([hospital().pci('2023-01-03'), civilRegistration.livesIn('0461'), feed(ODENSE, 'silent', '2023-02-20')]),
  );
  for (let day = '2023-03-02'; day <= '2023-03-20'; day = addDays(day, 1)) {
    await moveTo(day, store);
    expect(await store.stored()).toEqual(await store.evaluated());
  }
  await closeEmbedded(store.embedded);
});
