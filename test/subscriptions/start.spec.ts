import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/apps/start';
import { readSettings } from '../../src/platform/config/settings';
import { temporaryFolder } from '../support/temporary-folder';
import { asDemoUser } from '../support/as-demo-user';
import { until } from '../support/until';

const ORDER = {
  ...{ unit: 'denmark', period: 'month', formats: ['json'], schedule: '0 6 5 * *' },
  delivery: { kind: 'folder', folder: 'land' },
};

test('what was missed while nobody ran is produced once at the start, and not again at the next', async () => {
  const folder = temporaryFolder();
  const environment = { REHABSPOR_DATA: folder, REHABSPOR_PORT: '0', REHABSPOR_KEY: 'a key for tests only' };
  const startAt = (instant: string) =>
    startServer(readSettings(environment), { silent: true, clock: { now: () => Date.parse(instant) } });
  const land = join(folder, 'reports', 'land');
  const whole = (): string[] => (existsSync(land) ? readdirSync(land) : []).filter((name) => name.endsWith('.json'));

  const first = await startAt('2024-05-10T08:00:00Z');
  const headers = { 'content-type': 'application/json', ...(await asDemoUser(first.url, 'registry')) };
  const body = JSON.stringify(ORDER);
  expect((await fetch(`${first.url}/api/v1/subscriptions`, { method: 'POST', headers, body })).status).toBe(201);
  await first.close();
  expect(whole()).toEqual([]);

  const second = await startAt('2024-07-20T08:00:00Z');
  await until('the missed reports are there', () => whole().length === 2);
  await second.close();
  expect(
    whole()
      .sort()
      .map((name) => name.slice(0, 17)),
  ).toEqual(['rehabspor-2024-05', 'rehabspor-2024-06']);

  rmSync(land, { recursive: true });
  const third = await startAt('2024-07-21T08:00:00Z');
  await third.close();
  expect(whole()).toEqual([]);
});
