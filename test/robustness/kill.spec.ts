import { spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeEmbedded } from '../../src/apps/embedded';
import { SilentLogger } from '../../src/platform/silent-logger';
import { SystemClock } from '../../src/platform/system-clock';
import { danishDay } from '../../src/kernel/day';
import { cli, cliEnvironment, compiledCli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';
import { closeEmbedded, differencesIn, evaluatedDecisions, SetClock, settingsFor, storedDecisions } from './embedded';
import { populationLines, SECRET, seededRandom } from './ground';

const KILLS = 50;
const LANES = 2;
/** About as often as an import writes before it ends. */
const WRITES = 4;
const env = { REHABSPOR_KEY: SECRET };
const clock = SetClock.at(danishDay(new SystemClock().now()));

/** When to kill an import: at a time after its start, or once it has written to the store so many times. */
type Moment = { readonly ms: number } | { readonly writes: number };

/** How an import went: when it opened its store and when it ended (milliseconds after its start), and who ended it. */
interface Course {
  readonly opened: number;
  readonly ended: number;
  readonly wasKilled: boolean;
}

/** Runs an import to its end or until it is killed; fails when it fails by itself. */
function runImport(file: string, data: string, moment: Moment = { ms: Infinity }): Promise<Course> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let opened = 0;
    let writes = -1;
    let lastWrite = 0;
    const child = spawn(process.execPath, [compiledCli(), 'import', file], {
      env: cliEnvironment({ data, env }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const watch = setInterval(() => {
      const passed = performance.now() - began;
      const written = statSync(join(data, 'rehabspor.db-wal'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (written !== lastWrite) writes += 1;
      if (written > 0 && opened === 0) opened = passed;
      lastWrite = written;
      if ('ms' in moment ? passed >= moment.ms : writes >= moment.writes) child.kill('SIGKILL');
    }, 1);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`The import failed with ${code}: ${said}`));
      else resolve({ opened, ended: performance.now() - began, wasKilled: signal === 'SIGKILL' });
    });
  });
}

async function contentOf(data: string): Promise<{ decisions: string[]; rejections: string[] }> {
  const embedded = composeEmbedded(settingsFor(data), clock, new SilentLogger(), { readOnly: true });
  const decisions = await storedDecisions(embedded);
  const kept = await embedded.rejected.list({ after: 0, limit: 10_000 });
  await closeEmbedded(embedded);
  return { decisions, rejections: kept.map(({ payload }) => Buffer.from(payload as Uint8Array).toString('utf8')) };
}

/** Kills imports into one store after another until enough were killed; each store is then brought to its end. */
async function killInLane(lane: number, file: string, { opened, ended }: Course) {
  const random = seededRandom(lane + 1);
  const anyMoment = (): Moment =>
    random() < 0.3
      ? { ms: opened * 0.9 + random() * (ended - opened * 0.9) }
      : { writes: 1 + Math.floor(random() * WRITES) };
  const stores: string[] = [];
  let kills = 0;
  while (kills < KILLS / LANES) {
    const data = temporaryFolder();
    let wasKilled = true;
    for (let attempt = 0; wasKilled && attempt < 8 && kills < KILLS / LANES; attempt += 1) {
      ({ wasKilled } = await runImport(file, data, anyMoment()));
      if (wasKilled) kills += 1;
    }
    if (wasKilled) await runImport(file, data);
    stores.push(data);
  }
  return { kills, stores };
}

test('an import that is killed at any moment, again and again, ends as one that was never killed', async () => {
  const lines = populationLines(50, 21);
  const file = join(temporaryFolder(), 'events.ndjson');
  writeFileSync(file, lines.join('\n'));
  const unharmed = temporaryFolder();
  const courses = await Promise.all([runImport(file, unharmed), runImport(file, temporaryFolder())]);
  const expected = await contentOf(unharmed);
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => killInLane(lane, file, courses[0])));
  const stores = lanes.flatMap((lane) => lane.stores);

  expect(lanes.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(KILLS);
  expect(expected.decisions).toEqual(await evaluatedDecisions(lines, settingsFor(unharmed), clock));
  expect(expected.rejections.length).toBeGreaterThan(0);
  for (const data of stores) {
    expect(await contentOf(data)).toEqual(expected);
    expect(await differencesIn(settingsFor(data), clock)).toEqual([]);
  }
  expect(cli(['verify'], { data: stores[0] as string, env })).toMatchObject({ code: 0 });
});
