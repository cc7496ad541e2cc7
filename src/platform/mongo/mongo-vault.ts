import { LRUCache } from 'lru-cache';
import type { mongo } from 'mongoose';
import type { Resealed, Sealing } from '../../ports/sealing';
import type { PersonKey } from '../../kernel/clinical-event';
import { Vault, type NumberedPerson } from '../../ports/vault';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import { pagesOf } from './pages';
import type { SealedNumber } from './schemas';
import { insertNew, updateByIds } from './write-many';

const KNOWN_PERSONS = 200_000;

/** The vault in MongoDB: one sealed CPR number a person key, inserted once. */
export class MongoVault extends Vault {
  private readonly vault: mongo.Collection<SealedNumber>;
  private readonly known = new LRUCache<string, true>({ max: KNOWN_PERSONS });

  constructor(
    database: MongoDatabase,
    private readonly seal: Sealing,
  ) {
    super();
    this.vault = database.collection('vault');
  }

  override async put(numbers: readonly NumberedPerson[]): Promise<void> {
    const unknown = new Map<PersonKey, string>();
    for (const { person, digits } of numbers) if (this.known.get(person) !== true) unknown.set(person, digits);
    await insertNew(
      this.vault,
      [...unknown].map(([_id, digits]) => ({ _id, sealed: this.seal.seal(digits) })),
    );
    for (const person of unknown.keys()) this.known.set(person, true);
  }

  override async numbersOf(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, string>> {
    const found = await findByIds(this.vault, persons);
    return new Map([...found].map(([person, { sealed }]) => [person, this.seal.open(sealed).toString('utf8')]));
  }

  override scan(atATime: number): AsyncIterable<readonly PersonKey[]> {
    return pagesOf(this.everyone(atATime), atATime);
  }

  private async *everyone(atATime: number): AsyncIterable<PersonKey> {
    for await (const { _id } of this.vault.find({}, { projection: { _id: 1 } }).batchSize(atATime)) yield _id;
  }

  override async reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    const page = await this.vault.find({ _id: { $gt: after ?? '' } }, { sort: { _id: 1 }, limit }).toArray();
    const outdated = page.filter(({ sealed }) => !this.seal.isCurrent(sealed));
    const anew = (sealed: Buffer): Buffer => this.seal.seal(this.seal.open(sealed));
    await updateByIds(
      this.vault,
      outdated.map(({ _id, sealed }) => ({ _id, update: { $set: { sealed: anew(sealed) } } })),
    );
    const next = page.length < limit ? undefined : page.at(-1)?._id;
    return { seen: page.length, resealed: outdated.length, ...(next === undefined ? undefined : { next }) };
  }
}
