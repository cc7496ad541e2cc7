import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecidedFolded } from '../../../src/indicators/application/decisions-at';
import { compileDefinitions } from '../../../src/indicators/domain/compile';
import { writeResearch, type ResearchFormat } from '../../../src/operations/research/write-research';
import { SqliteStaging } from '../../../src/platform/sqlite/sqlite-staging';
import { definitions } from '../../support/evaluate';
import { temporaryFolder } from '../../support/temporary-folder';
import { AS_OF, plantedPopulation, rowsIn, storeOf } from './researched';

const folder = temporaryFolder();

/** One person with a pathway; `hospital` is read when rows are made of it. */
const person = (hospital: () => string): DecidedFolded => ({
  folded: {
    person: 'p_AAAAAAAAAAAAAAAAAAAAAA',
    numbers: ['p_AAAAAAAAAAAAAAAAAAAAAA'],
    born: '1950-03-01',
    civilStates: [{ from: '2023-02-01', state: 'dead' }],
    pathways: [
      {
        number: 1,
        indexDay: '2023-02-28',
        facts: [],
        get hospital() {
          return hospital();
        },
      },
    ],
    findings: [],
  },
  decisions: [],
});

async function writeOf(name: string, persons: readonly DecidedFolded[], format: ResearchFormat, count = 0) {
  const staging = new SqliteStaging(folder);
  const everyoneFolded = async function* () {
    yield await Promise.resolve(persons);
  };
  const store = {
    decisionsAt: { everyoneFolded },
    definitions: compileDefinitions(definitions),
    vault: { erasedAmong: () => Promise.resolve(new Set<string>()) },
    setAside: { count: () => (count < 0 ? Promise.reject(new Error('the store went away')) : Promise.resolve(count)) },
  };
  const nameOf = (key: string): string => key.replace('p_', 'r_');
  const question = { project: 'p', asOf: '2023-06-01', format, nameOf, staging, tell: () => undefined };
  try {
    return await writeResearch(store, join(folder, name), question);
  } finally {
    staging.close();
  }
}

test.each(['csv', 'parquet'] as const)('where the store fails at the end nothing is left (%s)', async (format) => {
  const name = `failed-${format}`;
  await expect(writeOf(name, [person(() => 'hospital:330901000016003')], format, -1)).rejects.toThrow('went away');
  expect(existsSync(join(folder, name))).toBe(false);

  mkdirSync(join(folder, `${name}-there`));
  await expect(writeOf(`${name}-there`, [person(() => 'hospital:1')], format, -1)).rejects.toThrow('went away');
  expect(readdirSync(join(folder, `${name}-there`))).toEqual([]);
});

test('where a row cannot be made nothing is left', async () => {
  const broken = person(() => {
    throw new Error('a broken row');
  });
  await expect(writeOf('broken', [broken], 'csv')).rejects.toThrow('a broken row');
  expect(existsSync(join(folder, 'broken'))).toBe(false);
});

test('age is in whole years on the index day, and who had died before it had departed on it', async () => {
  await writeOf('one', [person(() => 'hospital:330901000016003')], 'csv', 2);
  expect(rowsIn(join(folder, 'one'), 'pathways')).toEqual([
    {
      person: 'r_AAAAAAAAAAAAAAAAAAAAAA',
      pathway: '1',
      index_day: '2023-02-28',
      index_hospital: 'hospital:330901000016003',
      municipality: '',
      age_at_index: '72',
      departed: 'dead',
      departed_on: '2023-02-28',
    },
  ]);
  expect(readFileSync(join(folder, 'one', 'about.json'), 'utf8')).toContain('"setAside": 2');
});

test('a person who is erased is in no table, and about.json says how many', async () => {
  const store = await storeOf(folder, plantedPopulation(12, 44));
  const decided = await store.decisions(...AS_OF);
  const { person: gone } = decided[0] as { person: string };
  const left = decided.filter(({ person: one }) => one !== gone);
  expect(await store.erase(gone)).toMatchObject({ exitCode: 0 });
  await store.research('erased', ...AS_OF);

  expect(rowsIn(store.folder('erased'), 'decisions')).toHaveLength(left.length);
  expect(left.length).toBeLessThan(decided.length);
  expect(readFileSync(join(store.folder('erased'), 'about.json'), 'utf8')).toContain('"erased": 1');
});
