import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { othersTurn } from '../../src/kernel/others-turn';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { SilentLogger } from '../../src/platform/silent-logger';
import { SqliteDatabase } from '../../src/platform/sqlite/sqlite-database';
import { SqliteEventLog } from '../../src/platform/sqlite/sqlite-event-log';
import { StoreError } from '../../src/platform/store-error';
import { StoreOwner } from '../../src/platform/sqlite/store-owner';
import { takingAnything, type AnyLog } from '../support/any-log';
import { temporaryFolder } from '../support/temporary-folder';
import { KEY_NOTE_OF_TESTS, openSqlite } from './sqlite-platform';

test('a store whose making was stopped before anything was in it is made anew', async () => {
  const folder = temporaryFolder();
  const stopped = new SqliteConnection(join(folder, 'rehabspor.db'));
  stopped.pragma('journal_mode = WAL');
  stopped.close();
  expect(() => new SqliteDatabase({ folder, maxBytes: 0, readOnly: true, keyNote: KEY_NOTE_OF_TESTS })).toThrow(
    /holds nothing yet/,
  );
  const { vault } = openSqlite(folder);
  await vault.put([{ person: 'p_anna', digits: '1502779995' }]);

  expect((await vault.numbersOf(['p_anna'])).size).toBe(1);
});

test('a store that tells events apart by other digests is refused with what to do, and is not changed', async () => {
  const folder = temporaryFolder();
  const { database, vault } = openSqlite(folder);
  await vault.put([{ person: 'p_anna', digits: '1502779995' }]);
  await database.close();
  const file = join(folder, 'rehabspor.db');
  const store = new SqliteConnection(file);
  expect(store.prepare("UPDATE store_note SET value = 'sha-512, 64 bits' WHERE name = 'digests'").run().changes).toBe(
    1,
  );
  store.close();
  const before = readFileSync(file);
  for (const readOnly of [true, false]) {
    const open = (): unknown => new SqliteDatabase({ folder, maxBytes: 0, readOnly, keyNote: KEY_NOTE_OF_TESTS });
    expect(open).toThrow(
      /tells events apart by sha-512, 64 bits, this program by .* import the file into a new folder/,
    );
    expect(open).toThrow(StoreError);
  }

  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a store that is full is told to whoever waits for the log to settle, and takes all when it may grow', async () => {
  const folder = temporaryFolder();
  const events = Array.from({ length: 200 }, (_, at) => ({ key: `p_${at}`, value: { text: 'x'.repeat(500) } }));
  const full = new SqliteDatabase({ folder, maxBytes: 400_000, keyNote: KEY_NOTE_OF_TESTS });
  const fullLog = takingAnything(new SqliteEventLog(full, new SilentLogger()));
  const copy = (log: AnyLog): void =>
    log.subscribe<object>({
      group: 'copying',
      topic: 'clinical-events',
      maxBatch: 1_000,
      handle: async ({ messages }) => {
        for (let time = 0; time < 3; time += 1) await log.publish('pathway-changes', messages);
      },
    });
  copy(fullLog);
  await fullLog.publish('clinical-events', events);
  fullLog.start();
  await expect(fullLog.settled()).rejects.toThrow(StoreError);
  await expect(fullLog.settled()).rejects.toThrow(/REHABSPOR_STORE_MAX_BYTES/);
  await fullLog.stop();
  await full.close();
  const { log, start } = openSqlite(folder);
  copy(log);
  start();
  await log.settled();

  expect(log.countOf('pathway-changes')).toBe(600);
});

describe('while no time passes', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  /** Two slow units; what is seen from outside of the first when the second begins. */
  async function seenOfTheFirst() {
    const { database, vault } = openSqlite();
    const slowly = (digits: string): Promise<void> =>
      database.run(async () => {
        await vault.put([{ person: `p_${digits}`, digits }]);
        jest.advanceTimersByTime(1_000);
      });
    let seen: number | undefined;
    await Promise.all([
      slowly('1502779995'),
      database.run(async () => {
        const outside = new Promise<number>((resolve) => {
          database.outsideUnit(() => void vault.numbersOf(['p_1502779995']).then(({ size }) => resolve(size)));
        });
        seen = await outside;
      }),
    ]);
    expect((await vault.numbersOf(['p_1502779995'])).size).toBe(1);
    await database.close();
    return seen;
  }

  test('a slow unit lands before the next begins, since somebody may wait for it', async () => {
    expect(await seenOfTheFirst()).toBe(1);
  });

  test('stopping does not wait for a batch that is to come again later', async () => {
    const { log, start } = openSqlite();
    log.subscribe({
      group: 'broken',
      topic: 'decisions',
      maxBatch: 1,
      handle: () => Promise.reject(new Error('broken')),
    });
    start();
    await log.publish('decisions', [{ key: 'a', value: {} }]);
    while (jest.getTimerCount() === 0) await othersTurn();
    await log.stop();

    expect(log.lags()).toContainEqual({ group: 'broken', topic: 'decisions', lag: 1 });
  });
});

test('a store has one owner, who frees it, and a dead owner’s address is forgotten', () => {
  const folder = join(temporaryFolder(), 'store');
  mkdirSync(folder);
  writeFileSync(join(folder, 'owner.address'), 'http://127.0.0.1:9');
  const owner = StoreOwner.take(folder);

  expect(StoreOwner.addressIn(folder)).toBeUndefined();
  expect(StoreOwner.isTaken(folder)).toBe(true);
  owner.announce('http://127.0.0.1:3000', 'a token');
  expect(() => StoreOwner.take(folder)).toThrow(/it answers at http:\/\/127\.0\.0\.1:3000/);
  owner.release();
  expect(StoreOwner.isTaken(folder)).toBe(false);
});
