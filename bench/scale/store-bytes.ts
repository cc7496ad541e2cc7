import { join } from 'node:path';
import { SqliteConnection } from '../../src/platform/sqlite/driver';
import { PARTS, type Part } from './sizes';

/** How many persons a store that nobody has open knows, and the bytes of its file by what they are there for, indexes with their tables. */
export function lookIntoStore(folder: string): { persons: number; bytesOf: Partial<Record<Part, number>> } {
  const database = new SqliteConnection(join(folder, 'rehabspor.db'), { readonly: true, fileMustExist: true });
  try {
    const bytesOf: Partial<Record<Part, number>> = {};
    const tables = database
      .prepare(
        `SELECT coalesce(tbl_name, stat.name) AS name, sum(pgsize) AS bytes
           FROM dbstat('main', 1) AS stat LEFT JOIN sqlite_schema ON sqlite_schema.name = stat.name GROUP BY 1`,
      )
      .all() as { name: string; bytes: number }[];
    for (const { name, bytes } of tables) {
      const part: Part = (PARTS as Readonly<Record<string, Part>>)[name] ?? 'all else';
      bytesOf[part] = (bytesOf[part] ?? 0) + bytes;
    }
    const persons = database.prepare('SELECT count(*) FROM person_number').pluck().get() as number;
    return { persons, bytesOf };
  } finally {
    database.close();
  }
}
