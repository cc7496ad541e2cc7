import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { countingOver, liveCasesOver } from '../../src/counting/counting.composition';
import { composeEmbedded, type Embedded } from '../../src/apps/embedded';
import { LogChangeSource } from '../../src/platform/sqlite/log-change-source';
import { readSettings } from '../../src/platform/config/settings';
import { FileSnapshots } from '../../src/platform/snapshots/file-snapshots';
import { SilentLogger } from '../../src/platform/silent-logger';
import type { Cases } from '../../src/counting/domain/cases';
import { casesBehind, countByUnit } from '../../src/counting/domain/counting';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { CONTEXTS_OF, LEVELS } from '../../src/kernel/unit';
import { linesOf } from '../support/evaluate';
import { hospital, ODENSE } from '../support/sectors';
import { ANNA, type SourceEvent } from '../support/source-event';
import { anyEvents } from '../properties/random-events';

const all = parsePeriod('all') as Period;
let now = Date.parse('2024-02-01T12:00:00Z');
let folder: string;
let embedded: Embedded;
beforeEach(() => {
  now = Date.parse('2024-02-01T12:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'rehabspor-live-'));
  embedded = open();
});
afterEach(async () => {
  await embedded.log.stop();
  await embedded.database.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Embedded {
  const settings = readSettings({ REHABSPOR_DATA: folder, REHABSPOR_KEY: 'a key for tests only' });
  const opened = composeEmbedded(settings, { now: () => now }, new SilentLogger());
  opened.log.start();
  return opened;
}

const live = () => {
  const followed = liveCasesOver(embedded, {
    changes: new LogChangeSource(embedded.log),
    snapshots: new FileSnapshots(folder),
    upToDate: () => embedded.indicators.catchUp(),
  });
  return { live: followed, counted: countingOver(embedded, followed).counted };
};
const today = (): string => new Date(now).toISOString().slice(0, 10);
const whole = async (): Promise<Cases> => (await countingOver(embedded).counted.at({ asOf: today() })).cases;

async function tell(events: readonly SourceEvent[]): Promise<void> {
  const incoming = linesOf(events).map((text) => ({ text }));
  await embedded.intake.receive(incoming, { receivedAt: 'clock' });
  await embedded.log.settled();
}

/** Everything that can be counted of the columns, in an order that does not depend on how they came to be. */
function everythingOf(cases: Cases): object {
  return cases.indicators.map((indicator) => ({
    indicator,
    tables: LEVELS.flatMap((level) =>
      CONTEXTS_OF[level].map((context) => {
        const counting = { organisations: embedded.basis.organisations, period: all, level, context };
        const tallies = countByUnit(cases, counting, [indicator]).get(indicator) ?? new Map<string, never>();
        return [...tallies].map(([id, tally]) => [id, tally.counts()]).sort();
      }),
    ),
    cases: casesBehind(
      cases,
      { organisations: embedded.basis.organisations, period: all, level: 'denmark', context: 'treated' },
      { indicator },
    ),
  }));
}

test('whatever arrives in whatever batches, the followed columns count what a pass over everyone counts', async () => {
  const { counted, live: followed } = live();
  await followed.current();
  let told = 0;
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.integer({ min: 1, max: 20 }), async (events, size) => {
      const renamed = events.map((event) => ({ ...event, id: `${told++}-${event.id}` }));
      for (let at = 0; at < renamed.length; at += size) await tell(renamed.slice(at, at + size));
      const { cases } = await counted.at({ asOf: today() });

      expect(everythingOf(cases)).toEqual(everythingOf(await whole()));
    }),
    { numRuns: 25 },
  );
  const { cases } = await counted.at({ asOf: today() });
  expect(cases.length).toBeGreaterThan(0);
});

test('a day that passes is counted as soon as someone asks', async () => {
  const { counted } = live();
  await tell(fc.sample(anyEvents, { numRuns: 6, seed: 3 }).flat());
  await counted.at({ asOf: today() });
  for (const day of ['2024-03-01', '2024-07-02', '2025-01-04', '2026-03-01']) {
    now = Date.parse(`${day}T00:30:00Z`);
    const { cases } = await counted.at({ asOf: day });

    expect(everythingOf(cases)).toEqual(everythingOf(await whole()));
  }
});

test('after a restart the columns are read back and only what came since is read from the log', async () => {
  const [first = [], second = []] = fc.sample(anyEvents, { numRuns: 2, seed: 11 });
  const before = live();
  await tell(first);
  await before.live.current();
  await before.live.close();
  await tell(second.map((event) => ({ ...event, id: `later-${event.id}` })));
  const passes = jest.spyOn(embedded.decisionsAt, 'everyone');
  const { cases } = await live().counted.at({ asOf: today() });

  expect(passes).not.toHaveBeenCalled();
  passes.mockRestore();
  expect(everythingOf(cases)).toEqual(everythingOf(await whole()));
});

test('a snapshot of another store, or one that is damaged, is not used', async () => {
  const [events = []] = fc.sample(anyEvents, { numRuns: 1, seed: 5 });
  const snapshots = new FileSnapshots(folder);
  await snapshots.write('counted', { layout: 2, basis: 'another', place: 'x 0-0-0-0-0', columns: {} });
  await tell(events);
  const { cases } = await live().counted.at({ asOf: today() });

  expect(everythingOf(cases)).toEqual(everythingOf(await whole()));
});

test('a journey too long for what is told of it is counted from where it stands', async () => {
  const { live: followed } = live();
  const { pci, referral } = hospital();
  await tell(pci('2023-01-03', { cpr: ANNA }));
  await followed.current();
  const referrals = Array.from({ length: 60 }, () => referral(ODENSE, ['diet'], '2023-02-01', { cpr: ANNA }));
  for (let at = 0; at < referrals.length; at += 20) await tell(referrals.slice(at, at + 20));
  const { cases } = await followed.current();
  const journeysOf = (counted: Cases) => [...counted.slotsOfPathways()].map((slot) => counted.journeyAt(slot));

  expect(journeysOf(cases)[0]?.referrals).toHaveLength(60);
  expect(journeysOf(cases)).toEqual(journeysOf(await whole()));
  expect(everythingOf(cases)).toEqual(everythingOf(await whole()));
});
