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

  expect(unnoticed).toEqual([]);
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

  expect(unnoticed).toEqual([]);
});
