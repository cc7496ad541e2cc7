import type { Resealed } from '../../ports/sealing';
import type { PersonKey } from '../../kernel/clinical-event';
import { StoreError } from '../store-error';
import { Vault, type NumberedPerson } from '../../ports/vault';
import type { SqliteDataKeys } from './sqlite-data-keys';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** The vault in the embedded store: one CPR number a person key, sealed under the person's own key. */
export class SqliteVault extends Vault {
  private readonly insert: SqliteStatement;
  private readonly find: SqliteStatement;
  private readonly page: SqliteStatement;
  private readonly known = new Set<PersonKey>();

  constructor(
    private readonly database: SqliteDatabase,
    private readonly keys: SqliteDataKeys,
  ) {
    super();
    this.insert = database.prepare('INSERT INTO vault VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.find = database.prepare('SELECT sealed FROM vault WHERE person = ?');
    this.page = database.prepare('SELECT person FROM vault WHERE person > ? ORDER BY person LIMIT ?');
  }

  override put(numbers: readonly NumberedPerson[]): Promise<void> {
    return this.database.run(() => {
      for (const { person, digits } of numbers) {
        if (this.known.has(person)) continue;
        const seal = this.keys.make(person);
        if (seal === 'erased') continue;
        if (this.find.get(person) === undefined) this.insert.run(person, seal.seal(digits));
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
      const seal = row === undefined ? undefined : this.keys.of(person);
      if (row === undefined || seal === 'erased') continue;
      if (seal === undefined) throw new StoreError(`data_key has no key for ${person}`, { retriable: false });
      numbers.set(person, seal.open(row.sealed).toString('utf8'));
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

  override erase(person: PersonKey): Promise<boolean> {
    return this.database.run(() => {
      this.known.delete(person);
      return Promise.resolve(this.keys.erase(person));
    });
  }

  override erasedAmong(persons: readonly PersonKey[]): Promise<ReadonlySet<PersonKey>> {
    return Promise.resolve(new Set(persons.filter((person) => this.keys.of(person) === 'erased')));
  }

  override reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    return this.keys.reseal(after, limit);
  }
}
