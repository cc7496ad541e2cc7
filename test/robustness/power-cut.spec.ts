import { copyFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, differencesIn, openEmbedded, SetClock, settingsFor, storedDecisions, takeIn } from './embedded';
import { populationLines, seededRandom } from './ground';

const CUTS = 6;
const clock = SetClock.at('2025-03-01');
const lines = populationLines(40, 11);

/** A store that took lines in and derives all they lead to, and what lay on its disk before and after that. */
async function derivedStore() {
  const folder = temporaryFolder();
  const [file, wal] = ['rehabspor.db', 'rehabspor.db-wal'].map((name) => join(folder, name)) as [string, string];
  const embedded = openEmbedded(settingsFor(folder), clock);
  const { database, log } = embedded;
  const kept = (): Promise<unknown> =>
    database.run(() => Promise.resolve(database.prepare('PRAGMA synchronous').get<{ synchronous: number }>()));
  await embedded.intake.receive(
    lines.map((text) => ({ text })),
    { receivedAt: 'stated-or-clock' },
  );
  const before = { bytes: statSync(wal).size, kept: await kept() };
  const copy = join(temporaryFolder(), 'copy');
  const derived = await database.whileDeriving(async () => {
    log.start();
    await takeIn(embedded, []);
    copyFileSync(file, copy);
    copyFileSync(wal, `${copy}-wal`);
    return { bytes: statSync(wal).size, kept: await kept() };
  });
  const all = {
    decisions: await storedDecisions(embedded),
    events: log.countOf('clinical-events'),
    kept: await kept(),
  };
  await closeEmbedded(embedded);
  return { copy, before, derived, all };
}

/** A store as a power cut leaves it that takes away what was written after so many bytes. */
async function afterCut(copy: string, bytes: number) {
  const settings = settingsFor(temporaryFolder());
  const file = join(settings.dataFolder, 'rehabspor.db');
  copyFileSync(copy, file);
  copyFileSync(`${copy}-wal`, `${file}-wal`);
  truncateSync(`${file}-wal`, bytes);
  const embedded = openEmbedded(settings, clock);
  const events = embedded.log.countOf('clinical-events');
  const behind = embedded.log.lags().reduce((sum, { lag }) => sum + lag, 0);
  embedded.log.start();
  await takeIn(embedded, []);
  const decisions = await storedDecisions(embedded);
  await closeEmbedded(embedded);
  return { events, behind, decisions, differences: await differencesIn(settings, clock) };
}

test('what a power cut takes of what was derived is derived again, and nothing of the log is among it', async () => {
  const { copy, before, derived, all } = await derivedStore();
  const random = seededRandom(5);
  const cuts = Array.from({ length: CUTS }, () => before.bytes + Math.floor(random() * (derived.bytes - before.bytes)));
  const left = [];
  for (const bytes of [before.bytes, ...cuts]) left.push(await afterCut(copy, bytes));

  expect(left.filter(({ behind }) => behind > 0).length).toBeGreaterThan(CUTS / 2);
  for (const { events, decisions, differences } of left) {
    expect(events).toBe(all.events);
    expect(decisions).toEqual(all.decisions);
    expect(differences).toEqual([]);
  }
  expect(all.decisions.length).toBeGreaterThan(100);
});

test('only while something is derived does a transaction not wait for the disk', async () => {
  const { before, derived, all } = await derivedStore();

  expect([before.kept, derived.kept, all.kept]).toEqual([{ synchronous: 2 }, { synchronous: 1 }, { synchronous: 2 }]);
});
