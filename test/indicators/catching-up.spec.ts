import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeEmbedded } from '../../src/apps/embedded';
import { readSettings } from '../../src/platform/config/settings';
import { SilentLogger } from '../../src/platform/silent-logger';
import { linesOf } from '../support/evaluate';
import { feed, hospital, ODENSE } from '../support/sectors';

test('feed statuses that come while everyone is decided anew neither hold it up for ever nor are passed over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-catching-up-'));
  const settings = readSettings({ REHABSPOR_DATA: folder, REHABSPOR_KEY: 'a key for tests only' });
  const clock = { now: () => Date.parse('2024-06-30T12:00:00Z') };
  const { intake, log, decisions, indicators, database } = composeEmbedded(settings, clock, new SilentLogger());
  const tell = async (told: Parameters<typeof linesOf>[0]): Promise<void> => {
    const lines = linesOf(told).map((text) => ({ text }));
    await intake.receive(lines, { receivedAt: 'clock' });
    await log.settled();
  };
  log.start();
  await tell(hospital().pci('2023-01-03'));
  await indicators.catchUp();
  await tell(feed(ODENSE, 'not-connected', '2023-01-01'));
  const outdated = decisions.outdated.bind(decisions);
  let asked = 0;
  decisions.outdated = async (basis, limit) => {
    const found = await outdated(basis, limit);
    asked += 1;
    if (asked === 1) await tell(feed(ODENSE, 'connected', '2023-06-01'));
    if (asked > 5) throw new Error('Deciding everyone anew does not come to an end.');
    return found;
  };

  expect(await indicators.catchUp()).toBe(1);
  expect(await outdated(await indicators.basisDigest(), 10)).toEqual([]);

  await log.stop();
  await database.close();
  rmSync(folder, { recursive: true });
});
