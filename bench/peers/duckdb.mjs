// node bench/peers/duckdb.mjs FOLDER: counts outcomes by SQL in DuckDB, on one thread, over the tables of FOLDER in memory.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedOf, linesOf, run } from './peer.mjs';

const folder = process.argv[2];
const { asOf, from, to } = askedOf(folder);
const sql = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await connection.run(sql('tables.sql'));
for (const file of readdirSync(join(folder, 'tables'))) {
  await connection.run(
    `COPY ${file.replace('.csv', '')} FROM '${join(folder, 'tables', file)}' (FORMAT csv, HEADER false)`,
  );
}
await connection.run(`CREATE MACRO as_of() AS DATE '${asOf}'`);
const results = linesOf(folder, 'results-after-event.ndjson').map((line) => JSON.parse(line));

const outcomes = `${sql('outcomes.sql')}
SELECT * EXCLUDE (pathway, index_day) FROM outcomes WHERE index_day BETWEEN DATE '${from}' AND DATE '${to}'`;
const everyone = `WITH asked AS (FROM pathway), ${outcomes}`;
const count = await connection.prepare(`SELECT indicator, outcome, count(*) AS pathways
  FROM (UNPIVOT (${everyone}) ON * EXCLUDE (person) INTO NAME indicator VALUE outcome) GROUP BY ALL`);
const insert = await connection.prepare(`INSERT INTO laboratory
  SELECT pathway, $1::DATE, 1000000, 'laboratory', $2, $3, NULL, $4
  FROM pathway WHERE person = $5 AND index_day <= $1::DATE ORDER BY index_day DESC LIMIT 1`);
const ofOne = await connection.prepare(`WITH asked AS (FROM pathway WHERE person = $1), ${outcomes}`);

const rowsOf = async (statement) => (await statement.runAndReadAll()).getRowObjectsJS();

await run('DuckDB', folder, {
  evaluate: () => rowsOf(count),
  events: results.length,
  decideNext: async (at) => {
    const { person, on, npu, unit, value } = results[at];
    insert.bind([on, npu, unit, value, person]);
    await insert.run();
    ofOne.bind([person]);
    return rowsOf(ofOne);
  },
  outcomesOf: (rows) => rows.map(({ person, ...outcomes }) => [person, outcomes]),
  ofEveryone: async () => (await connection.runAndReadAll(everyone)).getRowObjectsJS(),
});
