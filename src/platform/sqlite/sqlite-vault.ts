import type { Resealed, Sealing } from '../../ports/sealing';
import type { PersonKey } from '../../kernel/clinical-event';
import { Vault, type NumberedPerson } from '../../ports/vault';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** The vault in the embedded store: one sealed CPR number a person key. */
export class SqliteVault extends Vault {
  private readonly insert: SqliteStatement;
  private readonly find: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly sealedPage: SqliteStatement;
  private readonly replace: SqliteStatement;
  private readonly known = new Set<PersonKey>();

  constructor(
    private readonly database: SqliteDatabase,
    private readonly seal: Sealing,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO vault VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.find = database.prepare('SELECT sealed FROM vault WHERE person = ?');
    this.page = database.prepare('SELECT person FROM vault WHERE person > ? ORDER BY person LIMIT ?');
    this.sealedPage = database.prepare('SELECT * FROM vault WHERE person > ? ORDER BY person LIMIT ?');
    this.replace = database.prepare('UPDATE vault SET sealed = ? WHERE person = ?');
  }

  override put(numbers: readonly NumberedPerson[]): Promise<void> {
    return this.database.run(() => {
      for (const { person, digits } of numbers) {
        if (this.known.has(person)) continue;
        if (this.find.get(person) === undefined) this.insert.run(person, this.seal.seal(digits));
        this.known.add(person);
        this.database.whenRolledBack(() => this.known.delete(person));
      }
      return Promise.resolve();
    });
  }

  override numbersOf(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, string>> {
    const numbers = new Map<PersonKey, string>();
    for (const person of persons) {
      const row = this.find.get<{ sealed: Buffer }>(person);
      if (row !== undefined) numbers.set(person, this.seal.open(row.sealed).toString('utf8'));
    }
    return Promise.resolve(numbers);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- The port is asynchronous.
  override async *scan(atATime: number): AsyncIterable<readonly PersonKey[]> {
    for (let after = ''; ;) {
      const persons = this.page.all<{ person: PersonKey }>(after, atATime).map(({ person }) => person);
      const last = persons.at(-1);
      if (last === undefined) return;
      yield persons;
      after = last;
    }
  }

  override reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    return this.database.run(() => {
      const rows = this.sealedPage.all<{ person: PersonKey; sealed: Buffer }>(after ?? '', limit);
      const outdated = rows.filter(({ sealed }) => !this.seal.isCurrent(sealed));
      for (const { person, sealed } of outdated) this.replace.run(this.seal.seal(this.seal.open(sealed)), person);
      const next = rows.length < limit ? undefined : rows.at(-1)?.person;
      return Promise.resolve({ seen: rows.length, resealed: outdated.length, ...(next === undefined ? {} : { next }) });
    });
  }
}
