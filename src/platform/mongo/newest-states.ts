import { LRUCache } from 'lru-cache';
import type { mongo } from 'mongoose';
import type { PersonKey } from '../../kernel/clinical-event';
import type { Newness } from './schemas';
import { insertNew, updateByIds } from './write-many';

const KNOWN_PERSONS = 200_000;

interface Stated {
  readonly _id: PersonKey;
  readonly state: Newness;
}

let lastMoment = 0;

/** Now in milliseconds, and always later than this process said before. */
export function nextMoment(): number {
  lastMoment = Math.max(Date.now(), lastMoment + 1 / 1_024);
  return lastMoment;
}

/**
 * Puts states of persons, of which the newest stands, whoever writes it and in whatever order.
 *
 * `$max` does that in one step on one document: BSON compares embedded documents member by member in their order, so
 * `state` must always begin with `count`, then `at`. A person who is gone is a state too, or an older one would return.
 */
export class NewestStates<D extends Stated> {
  private readonly known = new LRUCache<string, true>({ max: KNOWN_PERSONS });

  constructor(private readonly collection: mongo.Collection<D>) {}

  /**
   * Inserts whom this process has not met before, which is several times as fast, and updates whoever was there;
   * resolves with the persons there was nothing of.
   */
  async put(documents: readonly D[]): Promise<ReadonlySet<PersonKey>> {
    const known: D[] = [];
    const unknown: D[] = [];
    for (const document of documents) (this.known.get(document._id) === true ? known : unknown).push(document);
    const there = await insertNew(this.collection, unknown);
    await updateByIds(
      this.collection,
      [...known, ...there].map(({ _id, state, ...others }) => ({ _id, update: updateTo(state, others) })),
    );
    for (const { _id } of unknown) this.known.set(_id, true);
    const made = new Set(unknown.map(({ _id }) => _id));
    for (const { _id } of there) made.delete(_id);
    return made;
  }
}

function updateTo<D>(state: Newness, others: object): mongo.UpdateFilter<D> {
  const update = Object.keys(others).length === 0 ? { $max: { state } } : { $max: { state }, $set: others };
  return update as unknown as mongo.UpdateFilter<D>;
}
