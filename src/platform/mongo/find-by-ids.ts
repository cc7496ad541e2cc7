import type { mongo } from 'mongoose';
import { DearWay } from './dear-way';
import { findById } from './direct-commands';

const FEW = 32;
const AT_A_TIME = 8;
const IDS_A_LIST = 2_000;

/** How lists of ids do, by collection. */
const lists = new WeakMap<object, DearWay>();

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
  const list = lists.get(collection) ?? new DearWay();
  lists.set(collection, list);
  if (wanted.length <= FEW || list.isLeftAlone) return oneByOne(collection, wanted);
  return list.go(wanted.length, () => asLists(collection, wanted));
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
