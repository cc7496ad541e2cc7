import { join } from 'node:path';
import { DemoIssuer } from '../src/access/adapters/demo-issuer';
import { BearerTokens } from '../src/access/adapters/bearer-tokens';
import { LogLooks } from '../src/access/application/log-looks';
import { composeEmbedded } from '../src/apps/embedded';
import type { Look } from '../src/kernel/look';
import { readSettings } from '../src/platform/config/settings';
import { SilentLogger } from '../src/platform/silent-logger';
import { SqliteConnection } from '../src/platform/sqlite/driver';
import { SystemClock } from '../src/platform/system-clock';
import { inWorkFolder, rounded } from './workbench';

const LOOKS = 2_000;
const AT_A_TIME = 16;
const PERSONS = 500;

/**
 * What the check of a token and a logged look cost a request on the embedded store: looks one after another, and sixteen
 * at a time as readers who ask together; beside it what the disk alone takes to keep one row, which no look can do
 * without.
 */
export function looksBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const flush = flushes(folder);
    const signIn = await signInChecks();
    const environment = { REHABSPOR_DATA: join(folder, 'store'), REHABSPOR_KEY: 'a key for benches only' };
    const embedded = composeEmbedded(readSettings(environment), new SystemClock(), new SilentLogger());
    const alone = await timed(embedded.logLooks, 1);
    const begun = performance.now();
    const together = await timed(embedded.logLooks, AT_A_TIME);
    const perLook = (performance.now() - begun) / LOOKS;
    await embedded.log.stop();
    await embedded.database.close();
    return {
      looks: LOOKS,
      ...signIn,
      p50FlushMilliseconds: median(flush),
      p50AloneMilliseconds: median(alone),
      p50BeyondFlushMilliseconds: rounded(median(alone) - median(flush), 3),
      [`p50Of${AT_A_TIME}Milliseconds`]: median(together),
      [`perLookOf${AT_A_TIME}Milliseconds`]: rounded(perLook, 3),
      reach: 'sign-in and a look beyond the flush, and per look of sixteen, at most 0.3 ms',
    };
  });
}

/** How long it takes to know whose a token is: of one never seen before, and of one that held a moment ago. */
async function signInChecks(): Promise<Readonly<Record<string, number>>> {
  const keyOf = (digits: string): string => `p_${digits}`;
  const issuer = new DemoIssuer(keyOf, Date.now);
  const token = (await issuer.tokenOf('registry')) ?? '';
  const fresh = Array.from({ length: LOOKS }, () => new BearerTokens(() => issuer.trusted(), keyOf, Date.now));
  const first: number[] = [];
  const again: number[] = [];
  for (const tokens of fresh) {
    const begun = performance.now();
    await tokens.readerOf(token);
    first.push(performance.now() - begun);
    const begunAgain = performance.now();
    await tokens.readerOf(token);
    again.push(performance.now() - begunAgain);
  }
  return { p50FirstCheckMilliseconds: median(first), p50SignInMilliseconds: median(again) };
}

/** How long the disk takes to keep one row in a file of its own, kept as the store keeps it. */
function flushes(folder: string): number[] {
  const database = new SqliteConnection(join(folder, 'flush.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE row (no INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO row (text) VALUES (?)');
  const times = Array.from({ length: LOOKS }, () => {
    const begun = performance.now();
    insert.run('x'.repeat(400));
    return performance.now() - begun;
  });
  database.close();
  return times;
}

/** How long each look takes to be logged when so many are always under way. */
async function timed(log: LogLooks, atATime: number): Promise<number[]> {
  const times: number[] = [];
  const reader = async (): Promise<void> => {
    while (times.length <= LOOKS - atATime) {
      const begun = performance.now();
      await log.log(lookAt(times.length % PERSONS));
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: atATime }, reader));
  return times;
}

const lookAt = (person: number): Omit<Look, 'at'> => ({
  subject: 'nurse-1',
  name: 'Nina Holm',
  roles: ['hospital'],
  organisation: 'hospital:330011000016003',
  purpose: 'treatment',
  relation: 'reported',
  operation: 'readPerson',
  persons: [`p_${String(person).padStart(22, '0')}`],
});

const median = (times: readonly number[]): number =>
  rounded([...times].sort((a, b) => a - b)[times.length >> 1] ?? NaN, 3);
