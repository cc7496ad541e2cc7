import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../src/apps/program';
import { rekeyCommand } from '../../src/cli/rekey.command';
import { startServer } from '../../src/apps/start';
import { linesOf } from '../support/evaluate';
import { runCommand } from '../support/run-command';
import { hospital } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, differencesIn, openEmbedded, SetClock, settingsFor, takeIn } from './embedded';
import { SECRET } from './ground';

const clock = SetClock.at('2024-03-01');
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

/** A store with a key file, whose keys the test chooses. */
function aStore() {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'keys.json');
  const choose = (current: number, ...versions: readonly number[]): void =>
    writeFileSync(
      file,
      JSON.stringify({ current, keys: Object.fromEntries(versions.map((version) => [version, key(version)])) }),
      { mode: 0o600 },
    );
  choose(1, 1);
  const environment = { REHABSPOR_DATA: folder, REHABSPOR_KEY: SECRET, REHABSPOR_KEY_FILE: file };
  const settings = () => settingsFor(folder, { REHABSPOR_KEY_FILE: file });
  const take = async (cpr: string): Promise<void> => {
    const store = openEmbedded(settings(), clock);
    store.log.start();
    await takeIn(store, [linesOf(hospital().pci('2023-01-03', { cpr })), ['no JSON']]);
    await closeEmbedded(store);
  };
  const numbersOf = async (...cprs: readonly string[]): Promise<unknown> => {
    const store = openEmbedded(settings(), clock);
    const numbers = await store.vault.numbersOf(cprs.map((cpr) => store.keys.keyOf(cpr)));
    await closeEmbedded(store);
    return [...numbers.values()].sort();
  };
  return { choose, environment, settings, take, numbersOf };
}

test('a store filled under two keys is whole, and after rekey without the older one', async () => {
  const { choose, environment, settings, take, numbersOf } = aStore();
  await take(ANNA);
  choose(2, 1, 2);
  await take(BO);
  expect(await differencesIn(settings(), clock)).toEqual([]);

  const { out, exitCode } = await runCommand(rekeyCommand(program), [], environment);
  expect([exitCode, out]).toEqual([
    0,
    '2 sealed anew; 2 CPR numbers and 1 refused events are under the current key.\n',
  ]);
  choose(2, 2);
  expect(await differencesIn(settings(), clock)).toEqual([]);
  expect(await numbersOf(ANNA, BO)).toEqual([ANNA, BO].sort());
});

test('a store whose older key went too early says whose numbers do not open', async () => {
  const { choose, settings, take } = aStore();
  await take(ANNA);
  choose(2, 2);

  expect((await differencesIn(settings(), clock)).join()).toMatch(/the vault’s number for p_.* does not open/);
});

test('where a server has the store, it seals anew itself, and the command says so', async () => {
  const { environment, settings } = aStore();
  const server = await startServer({ ...settings(), http: { ...settings().http, port: 0 } }, { silent: true });
  const { out } = await runCommand(rekeyCommand(program), [], environment);
  await server.close();

  expect(out).toMatch(new RegExp(`The server at ${server.url} has this store and does it by itself`));
});
