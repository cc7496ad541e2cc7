import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { StoreOwner } from '../../src/platform/sqlite/store-owner';
import { populationLines } from '../robustness/ground';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const original = temporaryFolder();
const file = join(original, 'events.ndjson');

beforeAll(() => {
  writeFileSync(file, populationLines(20, 13).join('\n'));
  expect(cli(['import', file], { data: original })).toMatchObject({ code: 0 });
});

function filledStore(): string {
  const data = temporaryFolder();
  cpSync(original, data, { recursive: true });
  return data;
}

function alter(data: string, sql: string): void {
  const database = new SqliteConnection(join(data, 'rehabspor.db'));
  database.exec(sql);
  expect(database.prepare('SELECT total_changes() AS changes').get()).not.toEqual({ changes: 0 });
  database.close();
}

describe('rebuild', () => {
  it('of a sound store changes nothing', () => {
    const data = filledStore();
    const before = cli(['export', '-'], { data }).stdout;
    const { code, stdout } = cli(['rebuild'], { data });

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^\d+ events folded into \d+ persons, digest [0-9a-f]{33}\.\nRead back with the same digest\.\n/,
    );
    expect(stdout).toContain('Nobody’s state was other than before.\nThe rebuilt states are in use.\n');
    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
    expect(cli(['export', '-'], { data }).stdout).toBe(before);
  });

  it.each([
    [
      'a pathway state that was changed',
      'UPDATE pathway_state SET state = replace(state, \'"number":1\', \'"number":9\') WHERE no = (SELECT max(no) FROM decision)',
      /\nOne person’s state was/,
    ],
    [
      'a person without a state',
      'DELETE FROM pathway_state WHERE no = (SELECT max(no) FROM decision)',
      /\nOne person’s state was/,
    ],
    [
      'a state on more events than there are',
      'UPDATE pathway_state SET size = size + 5 WHERE no = (SELECT max(no) FROM decision)',
      /\nOne person’s state was/,
    ],
    [
      'a person of whom the log says nothing',
      `INSERT INTO person_number VALUES (100000, 'p_nobody');
       INSERT INTO pathway_state SELECT 100000, size, pathways, findings, replace(state, person, 'p_nobody')
         FROM pathway_state JOIN person_number USING (no) WHERE pathways > 0 LIMIT 1`,
      /\nOne person’s state was/,
    ],
    ['an event that was lost', 'DELETE FROM person_event WHERE slot = (SELECT max(slot) FROM person_event)', /Nobody/],
  ])('mends %s', (_what, sql, said) => {
    const data = filledStore();
    alter(data, sql);
    const { code, stdout } = cli(['rebuild'], { data });

    expect(stdout).toMatch(said);
    expect(code).toBe(0);
    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
  });

  it('decides again who had a wrong state', () => {
    const data = filledStore();
    alter(data, 'UPDATE pathway_state SET size = size + 5');
    alter(data, "UPDATE decision SET size = size + 5, decisions = replace(decisions, 'not-met', 'met')");
    cli(['rebuild'], { data });

    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
  });

  it('is refused while a server has the store open', () => {
    const data = filledStore();
    const owner = StoreOwner.take(data);
    const { code, stderr } = cli(['rebuild'], { data });
    owner.release();

    expect(stderr).toMatch(/Another rehabspor is using the store/);
    expect(code).toBe(1);
  });
});
