import { LRUCache } from 'lru-cache';
import type { mongo } from 'mongoose';
import type { Resealed } from '../../ports/sealing';
import type { PersonKey } from '../../kernel/clinical-event';
import { StoreError } from '../store-error';
import { Vault, type NumberedPerson } from '../../ports/vault';
import { findByIds } from './find-by-ids';
import type { MongoDataKeys } from './mongo-data-keys';
import type { MongoDatabase } from './mongo-database';
import { pagesOf } from './pages';
import type { SealedNumber } from './schemas';
import { insertNew } from './write-many';

const KNOWN_PERSONS = 200_000;

/** The vault in MongoDB: one CPR number a person key, sealed under the person's own key, inserted once. */
export class MongoVault extends Vault {
  private readonly vault: mongo.Collection<SealedNumber>;
  private readonly known = new LRUCache<string, true>({ max: KNOWN_PERSONS });

  constructor(
    database: MongoDatabase,
    private readonly keys: MongoDataKeys,
  ) {
    super();
    this.vault = database.collection('vault');
  }

  override async put(numbers: readonly NumberedPerson[]): Promise<void> {
    const unknown = new Map<PersonKey, string>();
    for (const { person, digits } of numbers) if (this.known.get(person) !== true) unknown.set(person, digits);
    if (unknown.size === 0) return;
    const keys = await this.keys.make(unknown.keys());
    const sealed = [...unknown].flatMap(([_id, digits]) => {
      const seal = keys.get(_id);
      return seal === undefined || seal === 'erased' ? [] : [{ _id, sealed: seal.seal(digits) }];
    });
    await insertNew(this.vault, sealed);
    for (const person of unknown.keys()) this.known.set(person, true);
  }

  override async numbersOf(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, string>> {
    const found = await findByIds(this.vault, persons);
    const keys = await this.keys.of(found.keys());
    const numbers = new Map<PersonKey, string>();
    for (const [person, { sealed }] of found) {
      const seal = keys.get(person);
      if (seal === undefined) throw new StoreError(`data_keys has no key for ${person}`, { retriable: false });
      if (seal !== 'erased') numbers.set(person, seal.open(sealed).toString('utf8'));
    }
    return numbers;
  }

  override scan(atATime: number): AsyncIterable<readonly PersonKey[]> {
    return pagesOf(this.everyone(atATime), atATime);
  }

  private async *everyone(atATime: number): AsyncIterable<PersonKey> {
    for await (const { _id } of this.vault.find({}, { projection: { _id: 1 } }).batchSize(atATime)) yield _id;
  }

  override erase(person: PersonKey): Promise<boolean> {
    return this.keys.erase(person);
  }

  override async erasedAmong(persons: readonly PersonKey[]): Promise<ReadonlySet<PersonKey>> {
    const keys = await this.keys.of(persons);
    return new Set(persons.filter((person) => keys.get(person) === 'erased'));
  }

  override reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    return this.keys.reseal(after, limit);
  }
}
