import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../support/evaluate';
import { cli } from '../support/cli';
import { startedServer } from '../support/started-server';
import { temporaryFolder } from '../support/temporary-folder';
import { changedSet } from '../definitions/changed-set';
import { PATIENTS } from '../definitions/stories';

const folder = temporaryFolder();
const events = join(folder, 'events.ndjson');
const stricter = join(folder, 'stricter.yaml');
const broken = join(folder, 'broken.yaml');
const BROKEN = changedSet(4, { 'troubleDays: 14': 'troubleDays: 0' });
const ID = 'dhrd-2023/3';
/** Levels are told of few, as the stories are. */
const OF_ONE = { REHABSPOR_FEWEST: '1' };

beforeAll(() => {
  writeFileSync(events, linesOf(PATIENTS).join('\n'));
  writeFileSync(stricter, changedSet(3, { 'field: systolic, below: 140': 'field: systolic, below: 130' }));
  writeFileSync(broken, BROKEN);
});

/** Its estimate, in percent. */
const BLOOD_PRESSURE = /^9 Blood +([\d.]+) %/m;

test('a set goes from proposal to approval in a store, and is decided by after the next import', () => {
  const data = join(folder, 'store');
  const run = (...args: string[]) => cli(args, { data, env: OF_ONE });
  run('import', events);
  const before = report(data);

  const refused = run('definitions', 'propose', broken, '--by', 'Anna Holm');
  const line = BROKEN.split('\n').indexOf('troubleDays: 0') + 1;
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain(`line ${line}: troubleDays must be >= 1`);
  expect(run('definitions', 'propose', stricter, '--by', 'Anna Holm', '--note', 'efter mødet')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('proposed by Anna Holm: efter mødet'),
  });
  const difference = run('definitions', 'difference', ID, '--level', 'hospital', '--as-of', '2024-06-30').stdout;
  expect(difference).toMatch(/blood-pressure +met → not-met: 1\n/);
  expect(difference).toMatch(/Units with another goal level: 1 of \d+\n/);
  expect(run('definitions', 'try', ID, '--by', 'Anna Holm').stdout).toMatch(/digest sha256:[0-9a-f]{64}\n$/);
  const under = report(data, '--definitions', ID);
  expect(run('definitions', 'approve', ID, '--by', 'Bo Krog').stdout).toContain('in force from the next start');
  run('import', events);

  expect(BLOOD_PRESSURE.exec(before)?.[1]).toBe('75.0');
  expect(BLOOD_PRESSURE.exec(under)?.[1]).toBe('50.0');
  expect(report(data)).toBe(under);
  expect(report(data, '--definitions', 'dhrd-2023/2')).toBe(before);
  expect(run('definitions', 'list').stdout).toMatch(/^dhrd-2023\/2 {2}given\ndhrd-2023\/3 {2}approved {2}in force\n/);
  expect(run('verify')).toMatchObject({ code: 0 });
});

const report = (data: string, ...more: string[]): string =>
  cli(['report', '--period', 'all', '--level', 'denmark', '--as-of', '2024-06-30', ...more], {
    data,
  }).stdout;

test('beside a running server the steps go through it, and end the same', async () => {
  const data = join(folder, 'served');
  cli(['import', events], { data });
  const server = await startedServer({ data });
  try {
    const run = (...args: string[]) => cli(['definitions', ...args], { data });
    expect(run('propose', stricter, '--by', 'Anna Holm')).toMatchObject({ code: 0 });
    expect(run('propose', stricter, '--by', 'Anna Holm')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a version of its own'),
    });
    expect(run('try', ID, '--by', 'Anna Holm').stdout).toMatch(/digest sha256:[0-9a-f]{64}\n$/);
    expect(run('approve', ID, '--by', 'anna  holm')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another person'),
    });
    expect(run('approve', ID, '--by', 'Bo Krog').stdout).toContain('in force from the next start');
  } finally {
    await server.end();
  }
});

describe('on a store', () => {
  const data = join(folder, 'asked');
  beforeAll(() => void cli(['import', events], { data }));

  test('a policy’s options stand side by side', () => {
    expect(cli(['sensitivity', 'bugOnReferral'], { data, env: OF_ONE }).stdout).toBe(
      'bugOnReferral: 1 of 12 figures depend on it\n' +
        '  diet                Danmark: strict 1/2 50.0 % low · lenient 2/2 100.0 % high\n',
    );
  });

  test.each([
    [['report', '--period', 'all', '--level', 'denmark', '--definitions', 'dhrd-2023/77'], 'dhrd-2023/2'],
    [['definitions', 'difference', 'dhrd-2023/77'], 'dhrd-2023/2'],
    [['definitions', 'approve', 'dhrd-2023/77', '--by', 'Bo'], 'dhrd-2023/2'],
    [['definitions', 'difference', 'dhrd-2023/2', '--period', 'soon'], 'a calendar year'],
    [['definitions', 'propose', '/nonexistent.yaml', '--by', 'Bo'], '/nonexistent.yaml'],
    [['definitions', 'propose', 'set.yaml'], '--by'],
    [['sensitivity', 'constructor'], 'bugOnReferral'],
  ] as const)('%j is a usage error that says what there is', (args, told) => {
    const { code, stderr } = cli(args, { data });

    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });
});
