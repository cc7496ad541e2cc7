import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyNoteOf } from '../../src/access/domain/key-note';
import { composeEmbedded } from '../../src/apps/embedded';
import { readSettings } from '../../src/platform/config/settings';
import { SilentLogger } from '../../src/platform/silent-logger';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { StoreError } from '../../src/platform/store-error';
import { closeEmbedded, openEmbedded, SetClock, settingsFor, takeIn } from '../robustness/embedded';
import { populationLines } from '../robustness/ground';
import { temporaryFolder } from '../support/temporary-folder';

const KEY = 'the key it is filled under';
const OTHER = 'a key it is not filled under';
const clock = SetClock.at('2024-03-01');

/** A closed store of a few patients under a key; `undefined` is the development key. */
async function filledUnder(key: string | undefined): Promise<string> {
  const folder = temporaryFolder();
  const embedded = openEmbedded(settingsUnder(folder, key), clock);
  embedded.log.start();
  await takeIn(embedded, [populationLines(3, 7)]);
  await closeEmbedded(embedded);
  return folder;
}

const settingsUnder = (folder: string, key: string | undefined) =>
  key === undefined ? readSettings({ REHABSPOR_DATA: folder }) : settingsFor(folder, { REHABSPOR_KEY: key });

const contentOf = (folder: string): Buffer => readFileSync(join(folder, 'rehabspor.db'));

test.each([
  ['another key', KEY, OTHER, /filled under another REHABSPOR_KEY, not under the one that is set: set REHABSPOR_KEY/],
  ['the development key, by a real one', undefined, KEY, /filled under the development key.*: leave REHABSPOR_KEY out/],
  ['a real key, by the development key', KEY, undefined, /another REHABSPOR_KEY, not under the development key/],
])('a store filled under %s is refused with what to do, and is not changed', async (_title, filled, own, sentence) => {
  const folder = await filledUnder(filled);
  const before = contentOf(folder);
  for (const readOnly of [true, false]) {
    const open = (): unknown => composeEmbedded(settingsUnder(folder, own), clock, new SilentLogger(), { readOnly });
    expect(open).toThrow(sentence);
    expect(open).toThrow(StoreError);
  }
  expect(contentOf(folder).equals(before)).toBe(true);
  const again = openEmbedded(settingsUnder(folder, filled), clock);

  expect(await again.states.count()).toBeGreaterThan(0);
  await closeEmbedded(again);
});

test('a store whose note of the key is gone is refused', async () => {
  const folder = await filledUnder(KEY);
  const database = new SqliteConnection(join(folder, 'rehabspor.db'));
  database.exec("DELETE FROM store_note WHERE name = 'key'");
  database.close();

  expect(() => openEmbedded(settingsUnder(folder, KEY), clock)).toThrow(/does not say which key/);
});

test('the key itself is not in the store, and its note names the algorithm', async () => {
  const folder = await filledUnder(KEY);
  const content = contentOf(folder).toString('latin1');

  expect(content.includes(keyNoteOf(settingsUnder(folder, KEY)))).toBe(true);
  expect(keyNoteOf(settingsUnder(folder, KEY))).toMatch(/^secret hmac-sha256:[\w-]{43}$/);
  expect(content.includes(KEY)).toBe(false);
});
