import { randomBytes } from 'node:crypto';
import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonalSealing, Resealed, Sealing } from '../../ports/sealing';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** What a person's things rest under: `erased` where the key was thrown away, undefined where there never was one. */
type KeyOfPerson = Sealing | 'erased' | undefined;

interface Row {
  readonly person: PersonKey;
  readonly wrapped: Buffer | null;
}

/** A key for each person, kept wrapped; without it nothing opens that was sealed for the person. */
export class SqliteDataKeys {
  private readonly one: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly insert: SqliteStatement;
  private readonly replace: SqliteStatement;
  private readonly takeOut: SqliteStatement;

  constructor(
    private readonly database: SqliteDatabase,
    private readonly wrapping: Sealing,
    private readonly sealingUnder: PersonalSealing,
  ) {
    this.one = database.prepare('SELECT * FROM data_key WHERE person = ?');
    this.page = database.prepare('SELECT * FROM data_key WHERE person > ? ORDER BY person LIMIT ?');
    this.insert = database.prepare('INSERT INTO data_key VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.replace = database.prepare('UPDATE data_key SET wrapped = ? WHERE person = ?');
    this.takeOut = database.prepare('DELETE FROM vault WHERE person = ?');
  }

  of(person: PersonKey): KeyOfPerson {
    const row = this.one.get<Row>(person);
    if (row === undefined) return undefined;
    return row.wrapped === null ? 'erased' : this.sealingUnder(this.wrapping.open(row.wrapped));
  }

  /** The person's key, a new one where there was none; only inside a unit. */
  make(person: PersonKey): Sealing | 'erased' {
    const known = this.of(person);
    if (known !== undefined) return known;
    const key = randomBytes(32);
    this.database.sums.insert('data_key', this.insert, person, this.wrapping.seal(key));
    return this.sealingUnder(key);
  }

  /** Throws the person's key away, for ever, with the number sealed under it; false when it was before. Only inside a unit. */
  erase(person: PersonKey): boolean {
    if (this.of(person) === 'erased') return false;
    if (!this.database.sums.insert('data_key', this.insert, person, null)) this.wrap(person, null);
    this.takeOut.run(person);
    return true;
  }

  reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    return this.database.run(() => {
      const rows = this.page.all<Row>(after ?? '', limit);
      let resealed = 0;
      for (const { person, wrapped } of rows) {
        if (wrapped === null || this.wrapping.isCurrent(wrapped)) continue;
        this.wrap(person, this.wrapping.seal(this.wrapping.open(wrapped)));
        resealed += 1;
      }
      const next = rows.length < limit ? undefined : rows.at(-1)?.person;
      return Promise.resolve({ seen: rows.length, resealed, ...(next === undefined ? {} : { next }) });
    });
  }

  private wrap(person: PersonKey, wrapped: Buffer | null): void {
    this.database.sums.around(
      'data_key',
      () => this.one.all<Row>(person),
      () => this.replace.run(wrapped, person),
    );
  }
}
