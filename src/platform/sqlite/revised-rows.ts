import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** Something that was ordered once and comes further from time to time, each time as the next revision. */
interface Revised {
  readonly id: string;
  readonly progress: { readonly revision: number };
}

interface Row {
  readonly id: string;
  /** JSON, without id and progress. */
  readonly content: string;
  /** JSON. */
  readonly progress: string;
}

/** A table of what was ordered and how far each has come; its second column bears the table's name. */
export class RevisedRows<T extends Revised> {
  private readonly insert: SqliteStatement;
  private readonly everything: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly whole: SqliteStatement;
  private readonly drop: SqliteStatement;
  private readonly update: SqliteStatement;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly table: 'subscription' | 'webhook',
  ) {
    this.insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
    this.everything = database.prepare(`SELECT id, ${table} AS content, progress FROM ${table} ORDER BY id`);
    this.one = database.prepare(`SELECT id, ${table} AS content, progress FROM ${table} WHERE id = ?`);
    this.whole = database.prepare(`SELECT * FROM ${table} WHERE id = ?`);
    this.drop = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.update = database.prepare(`UPDATE ${table} SET revision = ?, progress = ? WHERE id = ? AND revision = ? - 1`);
  }

  /** False where there is one of that id. */
  add({ id, progress, ...content }: T): Promise<boolean> {
    return this.changed(id, this.insert, [id, JSON.stringify(content), progress.revision, JSON.stringify(progress)]);
  }

  all(): T[] {
    return this.everything.all<Row>().map((row) => this.read(row));
  }

  find(id: string): T | undefined {
    const row = this.one.get<Row>(id);
    return row && this.read(row);
  }

  /** False where there is none of that id. */
  remove(id: string): Promise<boolean> {
    return this.changed(id, this.drop, [id]);
  }

  /** False where another came before with this revision, or there is none of that id. */
  advance(id: string, progress: T['progress']): Promise<boolean> {
    const { revision } = progress;
    return this.changed(id, this.update, [revision, JSON.stringify(progress), id, revision]);
  }

  private changed(id: string, statement: SqliteStatement, values: readonly (string | number)[]): Promise<boolean> {
    const rows = () => this.whole.all<object>(id);
    const work = () => statement.run(...values).changes === 1;
    return this.database.run(() => Promise.resolve(this.database.sums.around(this.table, rows, work)));
  }

  private read({ id, content, progress }: Row): T {
    return { ...(JSON.parse(content) as object), id, progress: JSON.parse(progress) as T['progress'] } as T;
  }
}
