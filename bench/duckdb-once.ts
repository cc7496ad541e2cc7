import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** What is used here of `@duckdb/node-api`, which is installed beside: npm ci --prefix bench/peers. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }> }>;
    }>;
  };
}

/** Reads every CSV file of the folder named by the first argument with DuckDB on one thread, all columns of all rows. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? '';
  const { DuckDBInstance } = createRequire(resolve('bench/peers/package.json'))('@duckdb/node-api') as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  let rows = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const sql = `SELECT count(*), max(hash(COLUMNS(*))) FROM read_csv('${file}', delim = ';', header = true, all_varchar = true)`;
    rows += Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
  }
  process.stdout.write(JSON.stringify({ rows }));
}

void main();
