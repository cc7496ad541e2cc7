import type { SqliteDatabase } from './sqlite-database';

const FOLDED = [
  'person_event',
  'reported_on',
  'relation',
  'sharing',
  'shared_record',
  'pathway_state',
  'person_column',
  'feed_event',
];

/** Takes everything away that is kept of the log in another order, or folded from it; only inside a unit that puts it there again. */
export function clearStates(database: SqliteDatabase): void {
  for (const table of FOLDED) database.prepare(`DELETE FROM ${table}`).run();
}
