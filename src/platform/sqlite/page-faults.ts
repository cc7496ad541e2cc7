import type Sqlite from 'better-sqlite3';

const MOST_TOLD = 20;

/** What SQLite finds wrong with the pages of a database and its indexes, a sentence each; nothing when they are sound. */
export function pageFaults(database: Sqlite.Database): readonly string[] {
  try {
    const rows = database.pragma(`integrity_check(${MOST_TOLD})`) as { integrity_check: string }[];
    return rows.map(({ integrity_check: says }) => says).filter((says) => says !== 'ok');
  } catch (error) {
    return [(error as Error).message]; // Where pages cannot even be looked through.
  }
}
