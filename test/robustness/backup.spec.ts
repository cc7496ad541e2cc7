import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { danishDay } from '../../src/kernel/day';
import { SystemClock } from '../../src/platform/system-clock';
import { cli, cliEnvironment, compiledCli } from '../support/cli';
import { asDemoUser } from '../support/as-demo-user';
import { startedServer } from '../support/started-server';
import { temporaryFolder } from '../support/temporary-folder';
import {
  closeEmbedded,
  evaluatedDecisions,
  openEmbedded,
  SetClock,
  settingsFor,
  storedDecisions,
  takeIn,
} from './embedded';
import { populationLines, SECRET } from './ground';

const env = { REHABSPOR_KEY: SECRET };
const clock = SetClock.at(danishDay(new SystemClock().now()));
const lines = populationLines(60, 41);
const BEFORE = 600;

async function send(url: string, some: readonly string[]): Promise<number> {
  try {
    const headers = { 'content-type': 'application/x-ndjson', ...(await asDemoUser(url, 'operator')) };
    const { status } = await fetch(`${url}/api/v1/events`, { method: 'POST', headers, body: some.join('\n') });
    return status;
  } catch {
    return 0; // The server was killed.
  }
}

/** Sends line after line until it is told to stop, and resolves once the last is answered. */
function sendOn(url: string, some: readonly string[]): () => Promise<void> {
  let isOver = false;
  const sending = (async () => {
    for (let at = 0; at < some.length && !isOver; at += 5) await send(url, some.slice(at, at + 5));
  })();
  return () => {
    isOver = true;
    return sending;
  };
}

/** Runs the command without stopping this process, which goes on sending. */
function backUp(data: string, file: string): Promise<number | null> {
  const child = spawn(process.execPath, [compiledCli(), 'backup', file], {
    env: cliEnvironment({ data, env }),
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('exit', resolve));
}

function exportOf(data: string): string[] {
  const file = join(temporaryFolder(), 'events.ndjson');
  expect(cli(['export', file], { data, env })).toMatchObject({ code: 0 });
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

async function decisionsIn(data: string): Promise<string[]> {
  const embedded = openEmbedded(settingsFor(data), clock);
  embedded.log.start(); // What the copy found under way is finished, as at any start.
  await takeIn(embedded, []);
  const decisions = await storedDecisions(embedded);
  await closeEmbedded(embedded);
  return decisions;
}

const namesOf = (some: readonly string[]): string[] =>
  some.map((line) => {
    const { source, id } = JSON.parse(line) as { source: string; id: string };
    return `${source} ${id}`;
  });

test('a backup of a living store that is then killed restores elsewhere, whole and decided as it was', async () => {
  const [data, elsewhere] = [temporaryFolder(), join(temporaryFolder(), 'elsewhere')];
  const backup = join(temporaryFolder(), 'store.backup');
  const { url, end } = await startedServer({ data, env });
  expect(await send(url, lines.slice(0, BEFORE))).toBe(202);
  const stop = sendOn(url, lines.slice(BEFORE));
  expect(await backUp(data, backup)).toBe(0);
  await end('SIGKILL');
  await stop();

  expect(cli(['restore', backup], { data: elsewhere, env })).toMatchObject({ code: 0 });
  expect(cli(['verify'], { data: elsewhere, env })).toMatchObject({ code: 0 });
  const [kept, original] = [exportOf(elsewhere), exportOf(data)];
  const sentBefore = new Set(namesOf(lines.slice(0, BEFORE)));
  const accepted = namesOf(original).filter((name) => sentBefore.has(name));
  expect(accepted.length).toBeGreaterThan(BEFORE * 0.9);
  expect(namesOf(kept)).toEqual(expect.arrayContaining(accepted));
  expect(await decisionsIn(elsewhere)).toEqual(await evaluatedDecisions(kept, settingsFor(elsewhere), clock));
  expect(cli(['verify'], { data, env })).toMatchObject({ code: 0 });
});

describe('with a backup of a store', () => {
  const data = temporaryFolder();
  const events = join(temporaryFolder(), 'events.ndjson');
  const backup = join(temporaryFolder(), 'store.backup');
  beforeAll(() => {
    writeFileSync(events, lines.slice(0, 200).join('\n'));
    expect(cli(['import', events], { data, env })).toMatchObject({ code: 0 });
    expect(cli(['backup', backup], { data, env })).toMatchObject({ code: 0 });
  });

  test('it is one file, its owner’s alone, and is not written over', () => {
    const before = readFileSync(backup);
    const { code, stderr } = cli(['backup', backup], { data, env });

    expect([code, stderr]).toEqual([1, expect.stringMatching(/is there already: give the backup a name of its own/)]);
    expect(readFileSync(backup).equals(before)).toBe(true);
    expect((statSync(backup).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(join(backup, '..'))).toEqual(['store.backup']);
  });

  test('no store is overwritten', () => {
    const { code, stderr } = cli(['restore', backup], { data, env });

    expect([code, stderr]).toEqual([1, expect.stringMatching(/There is a store in .*nothing is overwritten/)]);
    expect(cli(['verify'], { data, env })).toMatchObject({ code: 0 });
  });

  test.each<[string, () => string, Record<string, string>, number, RegExp]>([
    [
      'under another key',
      () => backup,
      { REHABSPOR_KEY: 'a key it has not been filled under' },
      1,
      /another REHABSPOR_KEY/,
    ],
    ['that is damaged', () => damaged(backup), env, 1, /damaged/],
    ['that is cut short', () => cutShort(backup), env, 1, /damaged/],
    ['that is no backup', () => events, env, 1, /damaged or no store/],
    ['that is not there', () => '/no/such/backup', env, 2, /Cannot read \/no\/such\/backup/],
  ])('a file %s makes no store', (_title, file, settings, exit, sentence) => {
    const folder = join(temporaryFolder(), 'none');
    const { code, stderr } = cli(['restore', file()], { data: folder, env: settings });

    expect([code, stderr]).toEqual([exit, expect.stringMatching(sentence)]);
    expect(existsSync(join(folder, 'rehabspor.db'))).toBe(false);
  });

  test('where there is no store there is nothing to back up', () => {
    const folder = join(temporaryFolder(), 'none');
    const { code, stderr } = cli(['backup', join(temporaryFolder(), 'b')], { data: folder, env });

    expect([code, stderr]).toEqual([1, expect.stringMatching(/There is no store in .*none/)]);
    expect(existsSync(folder)).toBe(false);
  });
});

function damaged(file: string): string {
  const bytes = readFileSync(file);
  for (let page = 5; page < bytes.length / 4096; page += 1) bytes.fill(0xff, page * 4096, page * 4096 + 16);
  return written(bytes);
}

const cutShort = (file: string): string => written(readFileSync(file).subarray(0, 20 * 4096));

function written(bytes: Uint8Array): string {
  const file = join(temporaryFolder(), 'other.backup');
  writeFileSync(file, bytes);
  return file;
}

test('what deliveries said so far is in the backup: after a restore the same delivery is known, and a correction is one', () => {
  const [data, elsewhere] = [temporaryFolder(), join(temporaryFolder(), 'elsewhere')];
  const [file, backup] = [join(temporaryFolder(), 'may.csv'), join(temporaryFolder(), 'store.backup')];
  const month = (kind: string): void =>
    writeFileSync(file, `type;cpr;kind;deliveredOn;id\nintervention;1502779995;${kind};2024-05-03;i1\n`);
  const delivered = (folder: string): string =>
    cli(['import', file, '--format', 'municipal', '--source', 'municipality:0461'], { data: folder, env }).stderr;
  month('diet');
  expect(delivered(data)).toMatch(/1 accepted/);
  expect(cli(['backup', backup], { data, env })).toMatchObject({ code: 0 });
  expect(readdirSync(join(backup, '..'))).toEqual(['store.backup']);
  expect(cli(['restore', backup], { data: elsewhere, env })).toMatchObject({ code: 0 });
  expect(
    readdirSync(elsewhere)
      .filter((name) => !name.startsWith('owner.'))
      .sort(),
  ).toEqual(['deliveries.db', 'rehabspor.db']);
  expect((statSync(join(elsewhere, 'deliveries.db')).mode & 0o777).toString(8)).toBe('600');

  expect(delivered(elsewhere)).toMatch(/0 events; 1 unchanged/);
  month('training');
  expect(delivered(elsewhere)).toMatch(/1 events: 1 accepted/);
  expect(exportOf(elsewhere).map((line) => (JSON.parse(line) as { data: { version: number } }).data.version)).toEqual([
    1, 2,
  ]);
  expect(cli(['verify'], { data: elsewhere, env })).toMatchObject({ code: 0 });
});

test('a store is not restored beside a book of deliveries that would not fit it', () => {
  const [data, elsewhere] = [temporaryFolder(), temporaryFolder()];
  const backup = join(temporaryFolder(), 'store.backup');
  const events = join(temporaryFolder(), 'events.ndjson');
  writeFileSync(events, lines.slice(0, 20).join('\n'));
  cli(['import', events], { data, env });
  cli(['backup', backup], { data, env });
  writeFileSync(join(elsewhere, 'deliveries.db'), '');
  const { code, stderr } = cli(['restore', backup], { data: elsewhere, env });

  expect([code, stderr]).toEqual([1, expect.stringMatching(/There is a book of deliveries/)]);
  expect(readdirSync(elsewhere)).toEqual(['deliveries.db']);
});
