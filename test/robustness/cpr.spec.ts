import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, jsonLines } from '../support/cli';
import { civilRegistration, hospital, municipality, ODENSE_HOSPITAL } from '../support/sectors';
import { linesOf } from '../support/evaluate';
import { ANNA, BO, CARLA, DAVID, ELSE, FINN, sourceEvent } from '../support/source-event';
import { expectUnsaid, SPELLINGS } from '../support/spellings';
import { temporaryFolder } from '../support/temporary-folder';

/** Anything that looks like a CPR number, written with its hyphen or without. */
const LOOKS_LIKE_CPR = /(?<!\d)\d{6}-?\d{4}(?!\d)/;
const PLANTED = [ANNA, BO, CARLA, DAVID, ELSE, FINN];

/** Where the program itself puts a number: nothing of it may be seen anywhere. */
const inTheirPlaces: readonly string[] = linesOf([
  hospital().pci('2023-01-03'),
  hospital().service('BVDY0', '2023-02-01', { note: `free text about ${BO}`, [`field-${CARLA}`]: { deeper: [DAVID] } }),
  civilRegistration.newNumber(BO, ANNA, '2023-03-01'),
  civilRegistration.status('alive', '2023-03-01', { cpr: CARLA, replaces: '150277-9995' }),
  civilRegistration.status('alive', '2023-04-01', { cpr: DAVID, replaces: 'no number' }),
  sourceEvent('patient.questionnaire', 'patient:pro', '2023-02-01', {
    instrument: 'hads',
    answeredOn: '2023-02-01',
    anxiety: 3,
    depression: 3,
    comment: ELSE,
  }),
]);

/** Where a source puts a number that it should not: receipts say the path, never the value. */
const whereTheyShouldNot: readonly string[] = [
  ...linesOf([
    hospital().diagnosis(ANNA, '2023-01-03', { role: ANNA }),
    hospital().diagnosis('DI219', ANNA),
    hospital().diagnosis('DI219', '2023-01-03', { cpr: `${ANNA}1` }),
    hospital().diagnosis('DI219', '2023-01-03', { cpr: [BO] }),
    hospital().diagnosis('DI219', '2023-01-03', { recordId: { id: BO } }),
    hospital().diagnosis('DI219', '2023-01-03', { version: BO, status: ANNA }),
    hospital().diagnosis('DI219', '2023-01-03', { time: ANNA }),
    hospital().diagnosis('DI219', '2023-01-03', { type: `dk.rehabspor.${ANNA}.v1` }),
    hospital().procedure('KFNG02', '2023-01-03', { performedBy: `hospital:${BO}` }),
    hospital().referral(`municipality:${CARLA}`, ['diet'], '2023-01-03'),
    municipality().start('2023-02-01', { plannedSessions: DAVID, code: ELSE }),
    municipality(ANNA).start('2023-02-01'),
    sourceEvent('registry.feed-status', 'registry:rkkp', '2023-02-01', {
      organisation: `hospital:${FINN}`,
      state: 'silent',
      from: '2023-02-01',
    }),
  ]),
  `{"cpr":"${ANNA}"`,
  ANNA,
  `"${BO}"`,
  `{"${CARLA}":"${CARLA}"}`,
];

const folder = temporaryFolder();
const data = join(folder, 'store');

/** Everything a run put out, receipts' ids and sources apart, which are the source's own. */
function said(args: readonly string[], rejects: string): string {
  const { stderr, stdout } = cli([...args, '--rejects', rejects], { data });
  const receipts = jsonLines(readFileSync(rejects, 'utf8')).map(
    ({ id: _id, source: _source, file: _file, ...rest }) => rest,
  );
  return [stderr, stdout, ...receipts.map((receipt) => JSON.stringify(receipt))].join('\n');
}

test('no CPR number is seen in what evaluate and import put out, wherever a source wrote one', () => {
  const file = join(folder, `${ANNA}.ndjson`);
  writeFileSync(file, [...inTheirPlaces, ...whereTheyShouldNot].join('\n'));
  const out = ['evaluate', 'import'].map((command) => said([command, file], join(folder, `${command}.rejects`)));

  for (const text of out) {
    expect(text).toMatch(/rejected/);
    expect(text).not.toMatch(LOOKS_LIKE_CPR);
  }
  expect(readFileSync(join(folder, 'import.rejects'), 'utf8').trimEnd().split('\n')).toHaveLength(
    whereTheyShouldNot.length,
  );
});

test('no CPR number is seen in an error about a file or an argument that holds one', () => {
  for (const args of [
    ['evaluate', join(folder, `${BO}.missing`)],
    ['import', join(folder, `${BO}.missing`)],
    ['evaluate', '-', '--as-of', BO],
    ['evaluate', '-', '--policy', `${BO}=${ANNA}`],
    ['evaluate', '-', '--definitions', BO],
    ['evaluate', '-', '--rejects', join(folder, BO, 'rejects')],
    [`--${BO}`],
    [BO],
  ]) {
    const { code, stdout, stderr } = cli(args, { data: join(folder, 'other'), input: 'x' });
    expect(code).toBe(2);
    expect(stdout + stderr).not.toMatch(LOOKS_LIKE_CPR);
  }
});

test.each(SPELLINGS)('%s, given as a name, is not said again in the error about it', (spelling) => {
  const { code, stdout, stderr } = cli(['reports', 'freeze', '--period', 'all', '--by', spelling]);

  expect(code).toBe(2);
  expect(stderr).toContain('without a CPR number');
  expectUnsaid(stdout + stderr);
});

test('no planted CPR number is read in the bytes of the store', () => {
  const file = join(folder, 'sound.ndjson');
  const bad = [
    `{"cpr":"${ANNA}"`,
    BO,
    ...linesOf(hospital(ODENSE_HOSPITAL).diagnosis('DI219', '2023-01-03', { cpr: `${ANNA}1` })),
  ];
  writeFileSync(file, [...inTheirPlaces, ...bad].join('\n'));
  const store = join(folder, 'sound-store');
  expect(cli(['import', file], { data: store })).toMatchObject({ code: 0 });
  const names = readdirSync(store);
  const bytes = names.map((name) => readFileSync(join(store, name)));

  expect(names).toContain('rehabspor.db');
  for (const number of PLANTED) {
    const hyphened = `${number.slice(0, 6)}-${number.slice(6)}`;
    for (const content of bytes) {
      expect(content.includes(number)).toBe(false);
      expect(content.includes(hyphened)).toBe(false);
    }
  }
});

test('no person key gives a CPR number away', () => {
  const { stdout } = cli(['evaluate', '-', '--as-of', '2024-06-01'], { input: inTheirPlaces.join('\n') });
  const keys = new Set(jsonLines(stdout).map(({ person }) => String(person)));

  expect(keys.size).toBeGreaterThan(0);
  for (const key of keys) expect(key).toMatch(/^p_[\w-]{22}$/);
  expect([...keys].join(' ')).not.toMatch(LOOKS_LIKE_CPR);
});
