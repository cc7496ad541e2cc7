import { SqliteConnection } from '../../../src/platform/sqlite/driver';
import { SCHEMA } from '../../../src/platform/sqlite/schema';
import { columnsOf, copyRow, deleteRow, flip, tablesOf } from './damages';
import { VerifiedCopies } from './verified-copies';

/** Every table of a store, as it is made. */
const made = new SqliteConnection(':memory:');
made.exec(SCHEMA);
const tables = tablesOf(made);
const columns = tables.flatMap((table) => columnsOf(made, table).map((column) => [table, column] as const));
made.close();

/** Changes that cannot change what the store does, and why. */
const WITHOUT_EFFECT: Readonly<Record<string, string>> = {
  // The last is of an organisation whose feed's registration another claimed first.
  'a row of person_number deleted last': 'no row stands under the number, and whoever needs one is given one anew',
};

let copies: VerifiedCopies;
beforeAll(async () => {
  copies = await VerifiedCopies.make();
});
afterAll(() => copies.close());

/** Rows of a table, by their place. */
const PLACES = ['first', 'last'] as const;

test('a store as it was written has nothing wrong', async () => {
  expect(await copies.foundAfter(() => true)).toEqual([]);
});

test.each(columns)('a value of %s.%s changed is found', async (table, column) => {
  const unnoticed: string[] = [];
  for (const place of PLACES) {
    const found = await copies.foundAfter((database) => flip(database, table, column, place));
    expect(found).toBeDefined();
    if (found?.length === 0) unnoticed.push(`${table}.${column} ${place}`);
  }

  expect(unnoticed).toEqual(Object.keys(WITHOUT_EFFECT).filter((one) => one.startsWith(`${table}.${column} `)));
});

test.each(tables)('a row of %s too few or too many is found', async (table) => {
  const unnoticed: string[] = [];
  for (const place of PLACES) {
    const deleted = await copies.foundAfter((database) => deleteRow(database, table, place));
    if (deleted?.length === 0) unnoticed.push(`a row of ${table} deleted ${place}`);
    const added = await copies.foundAfter((database) => copyRow(database, table, place));
    expect([deleted, added]).not.toContain(undefined);
    if (added?.length === 0) unnoticed.push(`a row of ${table} added ${place}`);
  }

  expect(unnoticed).toEqual(Object.keys(WITHOUT_EFFECT).filter((one) => one.startsWith(`a row of ${table} `)));
});
