import type { mongo } from 'mongoose';
import { findById } from './direct-commands';

const FEW = 32;
const AT_A_TIME = 8;
const IDS_A_LIST = 2_000;

/** A list that takes longer than this, and longer than looking each up would, was not looked up. */
const LONG_MS = 250;
const LOOK_UP_MS = 1;
const ONE_BY_ONE_MS = 5 * 60_000;

/** Until when a collection's documents are asked for one by one. */
const slowLists = new WeakMap<object, number>();

/**
 * The documents that are there, by their ids.
 *
 * A look-up by one `_id` is cheap on every server. A list of ids costs one round trip, but FerretDB reads the whole
 * collection for it: so few are asked for one by one, and many too for a while after a list took too long.
 */
export async function findByIds<D extends { readonly _id: string }>(
  collection: mongo.Collection<D>,
  ids: Iterable<string>,
): Promise<Map<string, D>> {
  const wanted = [...new Set(ids)];
  const isListSlow = performance.now() < (slowLists.get(collection) ?? 0);
  if (wanted.length <= FEW || isListSlow) return oneByOne(collection, wanted);
  const began = performance.now();
  const found = await asLists(collection, wanted);
  const took = performance.now() - began;
  if (took > LONG_MS && took > wanted.length * LOOK_UP_MS) {
    slowLists.set(collection, performance.now() + ONE_BY_ONE_MS);
  }
  return found;
}

async function oneByOne<D extends { readonly _id: string }>(
  collection: mongo.Collection<D>,
  ids: readonly string[],
): Promise<Map<string, D>> {
  const found = new Map<string, D>();
  const left = ids.values();
  const lookUp = async (): Promise<void> => {
    for (const _id of left) {
      const document = await findById(collection, _id);
      if (document !== undefined) found.set(_id, document);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, ids.length) }, lookUp));
  return found;
}

async function asLists<D extends { readonly _id: string }>(
  collection: mongo.Collection<D>,
  ids: readonly string[],
): Promise<Map<string, D>> {
  const found = new Map<string, D>();
  for (let at = 0; at < ids.length; at += IDS_A_LIST) {
    const filter = { _id: { $in: ids.slice(at, at + IDS_A_LIST) } } as unknown as mongo.Filter<D>;
    const documents = (await collection.find(filter, { batchSize: IDS_A_LIST }).toArray()) as D[];
    for (const document of documents) found.set(document._id, document);
  }
  return found;
}
