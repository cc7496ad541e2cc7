import type { Database } from './verified-copies';

/** The row of a table that comes first or last. */
export type Place = 'first' | 'last';

type Value = string | number | null | Buffer;
type Row = Readonly<Record<string, Value>>;

/** Every table, by the schema itself. */
export const tablesOf = (database: Database): string[] =>
  namesIn(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

export const columnsOf = (database: Database, table: string): string[] =>
  namesIn(database, `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`);

/** Columns no two rows share the values of. */
function uniqueColumnsOf(database: Database, table: string): string[] {
  const ofIndexes = `SELECT columns.name FROM pragma_index_list('${table}') AS indexes, pragma_index_info(indexes.name) AS columns
    WHERE indexes."unique" = 1 AND indexes.origin <> 'pk'`;
  return [...keyOf(database, table), ...namesIn(database, ofIndexes)];
}

const keyOf = (database: Database, table: string): string[] =>
  namesIn(database, `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`);

const namesIn = (database: Database, sql: string): string[] =>
  (database.prepare(sql).all() as { name: string }[]).map(({ name }) => name);

function rowAt(database: Database, table: string, place: Place): { readonly row: Row; readonly where: string } {
  const key = keyOf(database, table);
  const order = key.map((column) => `${column} ${place === 'first' ? 'ASC' : 'DESC'}`).join(', ');
  const row = database.prepare(`SELECT * FROM ${table} ORDER BY ${order} LIMIT 1`).get() as Row | undefined;
  if (row === undefined) throw new Error(`${table} has no rows: the small store has to have some of every table.`);
  return { row, where: key.map((column) => `${column} = :${column}`).join(' AND ') };
}

/** Another value of the same kind: the first row's greater, the last row's less, one bit of a byte, one character of a text. */
function otherThan(value: Value, place: Place): Value {
  if (value === null) return 'x';
  if (typeof value === 'number') return place === 'first' ? value + 1 : value - 1;
  if (typeof value !== 'string') {
    const bytes = Buffer.from(value);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] as number) ^ 1;
    return bytes;
  }
  if (value === '') return 'x';
  const at = Math.floor(value.length / 2);
  return `${value.slice(0, at)}${value[at] === '0' ? '1' : '0'}${value.slice(at + 1)}`;
}

/** Changes one value of one row; true when it was changed. */
export function flip(database: Database, table: string, column: string, place: Place): boolean {
  const { row, where } = rowAt(database, table, place);
  const changedTo = otherThan(row[column] ?? null, place);
  const sql = `UPDATE OR REPLACE ${table} SET ${column} = :changedTo WHERE ${where}`;
  return database.prepare(sql).run({ ...keyIn(database, table, row), changedTo }).changes === 1;
}

export function deleteRow(database: Database, table: string, place: Place): boolean {
  const { row, where } = rowAt(database, table, place);
  return database.prepare(`DELETE FROM ${table} WHERE ${where}`).run(keyIn(database, table, row)).changes === 1;
}

/** Adds a row that is like another but for what tells rows apart. */
export function copyRow(database: Database, table: string, place: Place): boolean {
  const { row } = rowAt(database, table, place);
  const foreign = { ...row };
  for (const column of uniqueColumnsOf(database, table)) foreign[column] = otherThan(row[column] ?? null, place);
  const names = Object.keys(foreign);
  const values = names.map((name) => `:${name}`).join(', ');
  const sql = `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${values})`;
  return database.prepare(sql).run(foreign).changes === 1;
}

const keyIn = (database: Database, table: string, row: Row): Row =>
  Object.fromEntries(keyOf(database, table).map((column) => [column, row[column] as Value]));
