import { randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonalSealing, Resealed, Sealing } from '../../ports/sealing';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { DataKey } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** What a person's things rest under: `erased` where the key was thrown away. */
type KeyOfPerson = Sealing | 'erased';

/** A key for each person, kept wrapped; without it nothing opens that was sealed for the person. */
export class MongoDataKeys {
  private readonly keys: mongo.Collection<DataKey>;
  private readonly vault: mongo.Collection<{ readonly _id: string; readonly sealed: Buffer }>;

  constructor(
    database: MongoDatabase,
    private readonly wrapping: Sealing,
    private readonly sealingUnder: PersonalSealing,
  ) {
    this.keys = database.collection('data_keys');
    this.vault = database.collection('vault');
  }

  /** The keys of those who have or had one. */
  async of(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, KeyOfPerson>> {
    const found = await findByIds(this.keys, persons);
    return new Map([...found].map(([person, { wrapped }]) => [person, this.opened(wrapped)]));
  }

  private opened(wrapped: Buffer | undefined): KeyOfPerson {
    return wrapped === undefined ? 'erased' : this.sealingUnder(this.wrapping.open(wrapped));
  }

  /** Everyone's key, a new one where there was none; of two processes that make one, one does. */
  async make(persons: Iterable<PersonKey>): Promise<ReadonlyMap<PersonKey, KeyOfPerson>> {
    const wanted = [...new Set(persons)];
    const known = await this.of(wanted);
    const fresh = wanted.filter((person) => !known.has(person));
    if (fresh.length === 0) return known;
    const made = new Map(fresh.map((_id) => [_id, randomBytes(32)] as const));
    const there = await insertNew(
      this.keys,
      [...made].map(([_id, key]) => ({ _id, wrapped: this.wrapping.seal(key) })),
    );
    for (const { _id } of there) made.delete(_id);
    const ours = [...made].map(([_id, key]) => [_id, this.sealingUnder(key)] as const);
    return new Map([...known, ...ours, ...(await this.of(there.map(({ _id }) => _id)))]);
  }

  /** Throws the person's key away, for ever, with the number sealed under it; false when it was before. */
  async erase(person: PersonKey): Promise<boolean> {
    const isErased = (await this.of([person])).get(person) === 'erased';
    await updateByIds(this.keys, [{ _id: person, update: { $unset: { wrapped: '' } } }]);
    await this.vault.deleteOne({ _id: person });
    return !isErased;
  }

  async reseal(after: PersonKey | undefined, limit: number): Promise<Resealed<PersonKey>> {
    const page = await this.keys.find({ _id: { $gt: after ?? '' } }, { sort: { _id: 1 }, limit }).toArray();
    let resealed = 0;
    for (const { _id, wrapped } of page) {
      if (wrapped === undefined || this.wrapping.isCurrent(wrapped)) continue;
      const anew = this.wrapping.seal(this.wrapping.open(wrapped));
      // Whoever is erased meanwhile stays so.
      await this.keys.updateOne({ _id, wrapped }, { $set: { wrapped: anew } });
      resealed += 1;
    }
    const next = page.length < limit ? undefined : page.at(-1)?._id;
    return { seen: page.length, resealed, ...(next === undefined ? undefined : { next }) };
  }
}
