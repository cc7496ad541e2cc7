import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../src/apps/start';
import { readSettings } from '../../src/platform/config/settings';
import { hospital } from '../support/sectors';
import { StoreOwner } from '../../src/platform/sqlite/store-owner';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rehabspor-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = () =>
  readSettings({
    REHABSPOR_DATA: folder,
    REHABSPOR_PORT: '0',
    REHABSPOR_KEY: 'a key for tests only',
  });

/** What whoever may read the store's folder shows. */
const shownByOwner = () => ({ authorization: `Bearer ${StoreOwner.tokenIn(folder)}` });

test('what was received before a stop is there after the next start', async () => {
  const first = await startServer(settings(), { silent: true });
  const body = JSON.stringify(hospital().pci('2023-01-03'));
  const headers = { 'content-type': 'application/json', ...shownByOwner() };
  expect((await fetch(`${first.url}/api/v1/events`, { method: 'POST', headers, body })).status).toBe(202);
  await first.close();

  const second = await startServer(settings(), { silent: true });
  await second.embedded.log.settled();
  const address = `${second.url}/api/v1/indicators/participation/results?period=all&level=denmark`;
  const response = await fetch(address, { headers: shownByOwner() });
  expect(await response.json()).toMatchObject({ rows: [{ reported: { denominator: 1, numerator: 0 } }] });
  await second.close();
});

test('a second server on the same store is told where the first one is', async () => {
  const first = await startServer(settings(), { silent: true });

  await expect(startServer(settings(), { silent: true })).rejects.toThrow(first.url);
  await first.close();
});

test('where the port is taken, no store is begun: neither a folder nor anything in one that is there', async () => {
  const first = await startServer(settings(), { silent: true });
  const there = mkdtempSync(join(tmpdir(), 'rehabspor-start-'));
  const port = new URL(first.url).port;
  for (const data of [join(there, 'new', 'store'), there]) {
    const second = readSettings({ REHABSPOR_DATA: data, REHABSPOR_PORT: port, REHABSPOR_KEY: 'a key for tests only' });
    await expect(startServer(second, { silent: true })).rejects.toThrow(`Cannot listen at 127.0.0.1, port ${port}`);
  }

  expect(readdirSync(there)).toEqual([]);
  rmSync(there, { recursive: true });
  await first.close();
});

test('SIGTERM stops the server in order', async () => {
  const server = await startServer(settings(), { silent: true });
  process.emit('SIGTERM', 'SIGTERM');
  await server.close();

  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

test('a store may be filled before the server answers', async () => {
  const server = await startServer(settings(), {
    silent: true,
    prepare: async ({ intake }) => {
      const events = hospital().pci('2023-01-03');
      await intake.receive(
        events.map((value) => ({ value })),
        { receivedAt: 'clock' },
      );
    },
  });
  await server.embedded.log.settled();

  expect(server.embedded.log.countOf('decisions')).toBe(1);
  await server.close();
});
