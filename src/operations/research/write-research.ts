import type { Day } from '../../kernel/day';
import type { Staging } from '../../kernel/staging';
import { CsvSink } from '../../platform/extracts/csv-sink';
import { ParquetSink } from '../../platform/extracts/parquet-sink';
import type { TableSink } from '../../platform/extracts/table-sink';
import { DICTIONARY_COLUMNS, dictionaryRows } from './data-dictionary';
import { emptyFolder } from './empty-folder';
import { ResearchFile } from './research-file';
import type { ResearchStore } from './research-store';
import { putRows, rowsInOrder } from './sorted-rows';
import { RESEARCH_TABLES, TABLE_NAMES, type ResearchTable, type Writing } from './tables';

export const RESEARCH_FORMATS = ['csv', 'parquet'] as const;
export type ResearchFormat = (typeof RESEARCH_FORMATS)[number];

export interface Research {
  readonly project: string;
  readonly asOf: Day;
  /** Milliseconds; absent: everything received. */
  readonly knownAt?: number | undefined;
  readonly format: ResearchFormat;
  readonly nameOf: Writing['nameOf'];
  readonly staging: Staging;
  readonly tell: (stage: string, done: number, total?: number) => void;
}

/** How many rows each table has, and persons. */
export type ResearchCounts = Readonly<Record<ResearchTable | 'persons', number>>;

const SINKS = { csv: CsvSink, parquet: ParquetSink } as const;

/**
 * Writes the tables, the data dictionary and what they are about into a folder that is empty or not there, all of them or
 * none; `about.json` comes last. Ordered by the person's name in the project, pathway, number: the same store and
 * question give the same bytes. Memory does not grow with the store.
 */
export async function writeResearch(store: ResearchStore, folder: string, research: Research): Promise<ResearchCounts> {
  const { undo } = emptyFolder(folder);
  const files: ResearchFile[] = [];
  const open = (name: string): ResearchFile => {
    const file = new ResearchFile(folder, name);
    files.push(file);
    return file;
  };
  try {
    const counts = await writeFiles(store, research, open);
    for (const file of files) file.keep();
    return counts;
  } catch (error) {
    for (const file of files) file.discard();
    undo();
    throw error;
  }
}

async function writeFiles(
  store: ResearchStore,
  { project, asOf, knownAt, format, nameOf, staging, tell }: Research,
  open: (name: string) => ResearchFile,
): Promise<ResearchCounts> {
  const { id: definition, policy } = store.definitions;
  const viewpoint = { asOf, ...(knownAt === undefined ? undefined : { knownAt }) };
  const writing = { asOf, definition, nameOf };
  const put = await putRows(store, viewpoint, writing, staging, (persons) => tell('gathered', persons));
  const tables = TABLE_NAMES.map((table) => {
    const file = open(`${table}.${format}`);
    const sink: TableSink = new SINKS[format](RESEARCH_TABLES[table], file.write);
    return { table, file, sink, rows: 0 };
  });
  let done = 0;
  for (const rows of rowsInOrder(staging)) {
    for (const to of tables) {
      for (const row of rows[to.table]) to.sink.write(row);
      to.rows += rows[to.table].length;
    }
    done += 1;
    if (done % 500 === 0) tell('written', done, put.persons);
  }
  for (const { sink } of tables) sink.end();

  const dictionary = open('data-dictionary.csv');
  const described = new CsvSink(DICTIONARY_COLUMNS, dictionary.write);
  for (const row of dictionaryRows()) described.write(row);

  const counts = Object.fromEntries(tables.map(({ table, rows }) => [table, rows])) as Record<ResearchTable, number>;
  const about = {
    project,
    asOf,
    knownAt: knownAt === undefined ? null : new Date(knownAt).toISOString(),
    definition,
    policy,
    format,
    counts: { persons: put.persons, ...counts },
    leftOut: { erased: put.erased, setAside: await store.setAside.count() },
    files: [...tables.map(({ file }) => file), dictionary].map((file) => file.told()),
  };
  open('about.json').write(Buffer.from(`${JSON.stringify(about, undefined, 2)}\n`, 'utf8'));
  return about.counts;
}
