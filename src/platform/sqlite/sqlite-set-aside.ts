import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonSetAside, SetAsideStage } from '../../kernel/set-aside';
import { SetAsidePersons } from '../../ports/set-aside-persons';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** Who is set aside in the embedded store, one row each. */
export class SqliteSetAside extends SetAsidePersons {
  private readonly upsert: SqliteStatement;
  private readonly remove: SqliteStatement;
  private readonly any: SqliteStatement;
  private readonly one: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly all: SqliteStatement;

  constructor(private readonly database: SqliteDatabase) {
    super();
    this.upsert = database.prepare('INSERT OR REPLACE INTO set_aside (person, stage, reason) VALUES (?, ?, ?)');
    this.remove = database.prepare('DELETE FROM set_aside WHERE person = ?');
    this.any = database.prepare('SELECT 1 FROM set_aside LIMIT 1');
    this.one = database.prepare('SELECT person, stage, reason FROM set_aside WHERE person = ?');
    this.page = database.prepare(
      'SELECT person, stage, reason FROM set_aside WHERE person > ? ORDER BY person LIMIT ?',
    );
    this.all = database.prepare('SELECT count(*) AS count FROM set_aside');
  }

  /** Ordinarily nobody is set aside, and nothing is written. */
  override async settle(tried: Iterable<PersonKey>, failed: readonly PersonSetAside[]): Promise<void> {
    if (failed.length === 0 && this.any.get() === undefined) return;
    await this.database.run(() => {
      for (const person of tried) this.remove.run(person);
      for (const { person, stage, reason } of failed) this.upsert.run(person, stage, reason);
      return Promise.resolve();
    });
  }

  override find(persons: Iterable<PersonKey>): Promise<readonly PersonSetAside[]> {
    if (this.any.get() === undefined) return Promise.resolve([]);
    return Promise.resolve([...persons].flatMap((person) => this.one.get<PersonSetAside>(person) ?? []));
  }

  override list(after: PersonKey | undefined, limit: number): Promise<readonly PersonSetAside[]> {
    return Promise.resolve(this.page.all<PersonSetAside>(after ?? '', limit));
  }

  override toTry(stages: readonly SetAsideStage[]): Promise<readonly PersonKey[]> {
    const all = this.page.all<PersonSetAside>('', -1);
    return Promise.resolve(all.filter(({ stage }) => stages.includes(stage)).map(({ person }) => person));
  }

  override count(): Promise<number> {
    return Promise.resolve(this.all.get<{ count: number }>()?.count ?? 0);
  }
}
