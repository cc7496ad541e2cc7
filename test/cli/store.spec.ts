import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { StoreOwner } from '../../src/platform/sqlite/store-owner';
import { populationLines } from '../robustness/ground';
import { cli } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const file = join(temporaryFolder(), 'events.ndjson');
writeFileSync(file, populationLines(15, 31).join('\n'));

const original = temporaryFolder();

beforeAll(() => expect(cli(['import', file], { data: original })).toMatchObject({ code: 0 }));

/** A store of its own with the events in it. */
function filledStore(): string {
  const data = temporaryFolder();
  cpSync(original, data, { recursive: true });
  return data;
}

function alter(data: string, work: (database: Sqlite.Database) => void): void {
  const database = new SqliteConnection(join(data, 'rehabspor.db'));
  work(database);
  database.close();
}

const contentOf = (data: string, table: string): unknown[] => {
  const database = new SqliteConnection(join(data, 'rehabspor.db'), { readonly: true });
  const rows = database.prepare(`SELECT * FROM ${table}`).all();
  database.close();
  return rows;
};

const TABLES = [
  'log_clinical_events',
  'log_feed_statuses',
  'log_decisions',
  'pathway_state',
  'person_column',
  'decision',
  'decision_basis',
  'person_event',
];

describe('import', () => {
  it('twice changes nothing but what is answered', () => {
    const data = filledStore();
    const before = TABLES.map((table) => contentOf(data, table));
    const rejected = contentOf(data, 'rejected_event').length;
    const { code, stderr } = cli(['import', file], { data });

    expect(code).toBe(0);
    expect(stderr).toMatch(/ 0 accepted/);
    expect(TABLES.map((table) => contentOf(data, table))).toEqual(before);
    expect(contentOf(data, 'rejected_event')).toHaveLength(rejected);
    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
  });

  it('into a store that may not grow fails, keeps no half, and succeeds when it may', () => {
    const whole = filledStore();
    const { size } = statSync(join(whole, 'rehabspor.db'));
    const data = temporaryFolder();
    for (const share of [0.1, 0.4, 0.6, 0.8]) {
      const env = { REHABSPOR_STORE_MAX_BYTES: String(Math.floor(size * share)) };
      const { code, stderr } = cli(['import', file], { data, env });
      expect(stderr).toMatch(/cannot grow: the disk is full or REHABSPOR_STORE_MAX_BYTES is reached/);
      expect(code).toBe(1);
    }
    expect(cli(['import', file], { data })).toMatchObject({ code: 0 });
    expect(cli(['verify'], { data })).toMatchObject({ code: 0 });
    expect(contentOf(data, 'decision')).toEqual(contentOf(whole, 'decision'));
    expect(contentOf(data, 'rejected_event')).toHaveLength(contentOf(whole, 'rejected_event').length);
  });

  it('into a store that another program has says so', () => {
    const data = filledStore();
    const owner = StoreOwner.take(data);
    const { code, stderr } = cli(['import', file], { data });
    owner.release();

    expect(stderr).toMatch(/Another rehabspor is using the store in .*: stop it, or choose another REHABSPOR_DATA/);
    expect(code).toBe(1);
    expect(cli(['import', file], { data })).toMatchObject({ code: 0 });
  });

  it('is not sent to a server that has died, whatever address it left', () => {
    const data = temporaryFolder();
    writeFileSync(join(data, 'owner.address'), 'http://127.0.0.1:9');

    expect(cli(['import', file], { data })).toMatchObject({ code: 0 });
  });
});

describe('a store that cannot be used', () => {
  it.each([
    [
      'a newer version',
      (database: Sqlite.Database) => database.pragma('user_version = 999'),
      /newer version.*Update rehabspor/,
    ],
    ['another program', (database: Sqlite.Database) => database.pragma('application_id = 1'), /another program/],
  ])('from %s is refused and not changed', (_title, work, message) => {
    const data = filledStore();
    alter(data, work);
    const before = readFileSync(join(data, 'rehabspor.db'));
    for (const command of [['import', file], ['verify']]) {
      const { code, stderr } = cli(command, { data });
      expect(stderr).toMatch(message);
      expect(code).toBe(1);
    }

    expect(readFileSync(join(data, 'rehabspor.db')).equals(before)).toBe(true);
  });

  it('that is no database is refused and not changed', () => {
    const data = temporaryFolder();
    writeFileSync(join(data, 'rehabspor.db'), 'a letter, not a database\n'.repeat(1_000));
    for (const command of [['import', file], ['verify']]) {
      const { code, stderr } = cli(command, { data });
      expect(stderr).toMatch(/damaged or no store.*backup/);
      expect(code).toBe(1);
    }

    expect(readFileSync(join(data, 'rehabspor.db'), 'utf8')).toMatch(/^a letter/);
  });

  it('that is not there cannot be verified', () => {
    const { code, stderr } = cli(['verify'], { data: join(temporaryFolder(), 'none') });

    expect(stderr).toMatch(/There is no store in .*none: import events first/);
    expect(code).toBe(1);
  });
});

describe('verify', () => {
  it.each([
    [
      'a pathway state',
      'UPDATE pathway_state SET state = replace(state, \'"number":1\', \'"number":9\')',
      /another pathway state/,
    ],
    ['a decision', "UPDATE decision SET decisions = replace(decisions, 'not-met', 'met')", /other decisions/],
    ['a feed status', "UPDATE feed_event SET event = replace(event, 'silent', 'connected')", /feed statuses/],
    ['a person missing', 'DELETE FROM pathway_state WHERE no = (SELECT max(no) FROM decision)', /no pathway state/],
    ['decisions missing', 'DELETE FROM decision WHERE no = (SELECT max(no) FROM decision)', /no decisions/],
    [
      'a person’s event lost',
      'DELETE FROM person_event WHERE slot = (SELECT max(slot) FROM person_event)',
      /other events/,
    ],
  ])('finds %s changed behind the program’s back', (_title, sql, difference) => {
    const data = filledStore();
    alter(data, (database) => expect(database.prepare(sql).run().changes).toBeGreaterThan(0));
    const { code, stdout } = cli(['verify'], { data });

    expect(stdout).toMatch(difference);
    expect(code).toBe(1);
  });
});
