import type { SqliteDatabase } from './sqlite-database';

const FOLDED = ['person_event', 'relation', 'sharing', 'shared_record', 'pathway_state'];

/** Takes everything away that is folded from the log; only inside a unit that puts it there again. */
export function clearStates(database: SqliteDatabase): void {
  for (const table of FOLDED) database.prepare(`DELETE FROM ${table}`).run();
}
