import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { startServer, type RunningServer } from '../../src/apps/start';
import { StoreOwner } from '../../src/platform/sqlite/store-owner';
import { asDemoUser } from '../support/as-demo-user';
import { temporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { closeEmbedded, openEmbedded, SetClock, settingsFor } from './embedded';
import { populationLines } from './ground';

const told: string[] = [];
const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (details: object): void => void told.push(inspect(details)),
};
const start = (folder: string, more: NodeJS.ProcessEnv = {}): Promise<RunningServer> =>
  startServer(settingsFor(folder, { REHABSPOR_PORT: '0', ...more }), { silent: true, logger });

async function send(url: string, lines: readonly string[]): Promise<Response> {
  const headers = { 'content-type': 'application/x-ndjson', ...(await asDemoUser(url, 'operator')) };
  return fetch(`${url}/api/v1/events`, { method: 'POST', headers, body: lines.join('\n') });
}
const healthAt = async (url: string, path = '') => {
  const response = await fetch(`${url}/health${path}`);
  return { status: response.status, body: (await response.json()) as { ready: boolean; waitingFor?: string[] } };
};

test('a folder deleted under a running server is told loudly: no write is taken and it is not ready', async () => {
  const folder = join(temporaryFolder(), 'store');
  const server = await start(folder);
  const lines = populationLines(4, 5);
  expect((await send(server.url, lines.slice(0, 10))).status).toBe(202);
  rmSync(folder, { recursive: true });
  const refused = await send(server.url, lines.slice(10));

  expect(refused.status).toBe(503);
  expect(await refused.text()).not.toContain('"accepted"');
  for (const path of ['', '/ready']) {
    expect(await healthAt(server.url, path)).toMatchObject({
      status: 503,
      body: { ready: false, waitingFor: [expect.stringMatching(/store .* is gone: its folder was deleted/)] },
    });
  }
  expect(told.join('\n')).toMatch(/StoreError/);
  await server.close();
  expect(existsSync(folder)).toBe(false);
});

test('a server that lost its folder leaves alone what another makes in its place', async () => {
  const folder = join(temporaryFolder(), 'store');
  const first = await start(folder);
  rmSync(folder, { recursive: true });
  const second = await start(folder);
  expect((await send(first.url, populationLines(1, 5))).status).toBe(503);
  await first.close();

  expect(StoreOwner.addressIn(folder)).toBe(second.url);
  expect((await healthAt(second.url)).status).toBe(200);
  await second.close();
});

test('a second server does not take the address of the first, on whatever folder', async () => {
  const folder = join(temporaryFolder(), 'store');
  const first = await start(folder);
  rmSync(folder, { recursive: true });

  await expect(start(folder, { REHABSPOR_PORT: new URL(first.url).port })).rejects.toThrow(/another program has it/);
  await first.close();
});

test('a store that is full before everything is handled is not ready, and says why', async () => {
  const folder = join(temporaryFolder(), 'store');
  const filling = openEmbedded(settingsFor(folder), SetClock.at('2024-03-01'));
  await filling.intake.receive(
    populationLines(40, 9).map((text) => ({ text })),
    { receivedAt: 'stated-or-clock' },
  );
  const size = filling.database.sizeInBytes();
  await closeEmbedded(filling);
  const server = await start(folder, { REHABSPOR_STORE_MAX_BYTES: String(size) });
  await until('it is not ready', async () => (await healthAt(server.url, '/ready')).status === 503);

  expect((await healthAt(server.url)).body).toMatchObject({
    ready: false,
    waitingFor: [expect.stringMatching(/^\d+ messages wait to be handled: The store .* cannot grow/)],
  });
  await server.close();
});
