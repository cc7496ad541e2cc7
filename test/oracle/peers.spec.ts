import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decideFolder } from '../../bench/peers/decide-folder';
import { writePopulation } from '../../bench/peers/population';
import { differences, saidCount, writeSaid, type Said } from '../../bench/peers/said';

const runs = promisify(execFile);
const folders: string[] = [];

/** A folder with a population, which rehabspor has decided. */
async function decided(patients: number, inFhir: boolean): Promise<{ folder: string; persons: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  folders.push(folder);
  const { persons, newEvents } = await writePopulation(folder, patients, { inFhir });
  await decideFolder(folder);
  return { folder, persons: persons + newEvents };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('what the bench of peers measures', () => {
  const few = decided(40, true);

  test.each([
    ['fqm-execution', 'fqm.mjs'],
    ['cql-execution', 'cql.mjs'],
    ['DuckDB', 'duckdb.mjs'],
  ])('%s decides as rehabspor does, patient by patient, before and after a new event', async (program, script) => {
    const { folder, persons } = await few;
    await runs(process.execPath, [join('bench', 'peers', script), folder]);

    expect(differences(folder, program)).toEqual([]);
    expect(saidCount(folder, program)).toBe(persons);
  });

  test('the SQL decides a thousand patients as rehabspor does, on every indicator and with every outcome', async () => {
    const { folder, persons } = await decided(1_200, false);
    await runs(process.execPath, [join('bench', 'peers', 'duckdb.mjs'), folder]);

    expect(differences(folder, 'DuckDB')).toEqual([]);
    expect(saidCount(folder, 'DuckDB')).toBe(persons);
    const told = readFileSync(join(folder, 'DuckDB.ndjson'), 'utf8');
    const outcomes = ['met', 'not-met', 'unknown', 'excluded', 'pending', 'not-applicable'];
    expect(outcomes.filter((outcome) => !told.includes(`"${outcome}"`))).toEqual([]);
  });

  test('where a program says something else, the patient, the indicator and both outcomes are told', async () => {
    const { folder } = await decided(20, false);
    const ours = readFileSync(join(folder, 'rehabspor.ndjson'), 'utf8').split('\n').filter(Boolean);
    const [first, ...others] = ours.map((line) => JSON.parse(line) as Said);
    if (first === undefined) throw new Error('Nobody was decided.');
    writeSaid(folder, 'another', [{ ...first, outcomes: { ...first.outcomes, ldl: 'excluded' } }, ...others.slice(1)]);

    expect(differences(folder, 'another')).toEqual([
      `${first.person}, ldl: ${first.outcomes['ldl']} by rehabspor, excluded by another`,
      ...Object.entries(others[0]?.outcomes ?? {}).map(
        ([indicator, outcome]) => `${others[0]?.person}, ${indicator}: ${outcome} by rehabspor, undefined by another`,
      ),
    ]);
  });
});
