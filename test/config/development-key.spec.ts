import { readdirSync } from 'node:fs';
import { runService } from '../../src/apps/services/run-service';
import { openDistributed } from '../../src/apps/open-distributed';
import { startServer } from '../../src/apps/start';
import { refuseDevelopmentKey } from '../../src/platform/config/development-key';
import { readSettings, SettingsError } from '../../src/platform/config/settings';
import { temporaryFolder } from '../support/temporary-folder';

const KEY = 'a key for tests only';

test.each(['0.0.0.0', '::', '192.168.1.4', 'registry.example.dk'])(
  'with the development key nothing is started on %s, and no store is begun',
  async (host) => {
    const folder = temporaryFolder();
    const settings = readSettings({ REHABSPOR_DATA: folder, REHABSPOR_HOST: host, REHABSPOR_PORT: '0' });
    const starting = startServer(settings, { silent: true });

    await expect(starting).rejects.toThrow(SettingsError);
    await expect(starting).rejects.toThrow(/REHABSPOR_KEY is not set.*REHABSPOR_HOST/s);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('with the development key no service is started and no command opens Kafka and MongoDB', async () => {
  const settings = readSettings({ REHABSPOR_MODE: 'distributed', REHABSPOR_DATA: temporaryFolder() });

  await expect(runService('reporting', settings)).rejects.toThrow(/distributed mode/);
  await expect(openDistributed(settings, 'read')).rejects.toThrow(/distributed mode/);
});

test.each([
  [{ REHABSPOR_HOST: '127.0.0.1' }],
  [{ REHABSPOR_HOST: 'localhost' }],
  [{ REHABSPOR_HOST: '::1' }],
  [{ REHABSPOR_HOST: '0.0.0.0', REHABSPOR_KEY: KEY }],
  [{ REHABSPOR_MODE: 'distributed', REHABSPOR_KEY: KEY }],
])('%j may start', (environment) => {
  expect(() => refuseDevelopmentKey(readSettings(environment))).not.toThrow();
});
