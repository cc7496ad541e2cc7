import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedded } from '../../src/apps/embedded';
import { fillWithDemo } from '../../src/cli/demo';
import { isOpen } from '../../src/feeds/domain/alarm';
import { addDays, danishDay } from '../../src/kernel/day';
import { tellingFeeds } from '../../src/synthetic/demo-feeds';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from '../robustness/embedded';
import { temporaryFolder } from '../support/temporary-folder';

const TODAY = '2026-11-26';
/** Far fewer than the demo has. */
const PATIENTS = 1_500;

const folder = temporaryFolder();
let store: Embedded;

beforeAll(async () => {
  store = openEmbedded(settingsFor(folder), SetClock.at(TODAY));
  await fillWithDemo(store, PATIENTS);
}, 300_000);

afterAll(() => closeEmbedded(store));

test('the last events of the demo are from yesterday', () => {
  const text = readFileSync(join(folder, 'events.ndjson'), 'utf8');
  const received = [...text.matchAll(/"receivedtime":"([^"]+)"/g)].map(([, moment = '']) => moment);

  expect(danishDay(Math.max(...new Set(received.map((moment) => Date.parse(moment.slice(0, 13) + ':00Z')))))).toBe(
    addDays(TODAY, -1),
  );
});

test('an alarm that waits for somebody is one that the demo has to tell; others are overruled and say why', async () => {
  const telling = tellingFeeds(store.basis.organisations.hospitals.values());
  const standing = await store.feedsView.alarms(({ clearedAt }) => clearedAt === undefined);

  expect(standing.length).toBeGreaterThan(0);
  for (const alarm of standing) {
    const { organisation, state } = alarm.finding;
    if (telling.get(organisation) === state) expect(isOpen(alarm)).toBe(true);
    else expect(alarm.verdict).toMatchObject({ what: 'overruled', note: 'By chance: nothing is missing.' });
  }
});
