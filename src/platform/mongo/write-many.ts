import type { mongo } from 'mongoose';
import { duplicatesIn } from './mongo-error';

const TRIES = 5;
/** Fewer updates than this go in one command, more in two side by side, which is faster. */
const FEW = 50;

interface Identified {
  readonly _id: string;
}

/** Inserts what is not there yet; resolves with the documents that were there already, which stay as they are. */
export async function insertNew<D extends Identified>(
  collection: mongo.Collection<D>,
  documents: readonly D[],
): Promise<readonly D[]> {
  if (documents.length === 0) return [];
  try {
    await collection.insertMany(documents as unknown as mongo.OptionalUnlessRequiredId<D>[], { ordered: false });
    return [];
  } catch (error) {
    const duplicates = duplicatesIn(error);
    if (duplicates === undefined) throw error;
    return duplicates.map((at) => documents[at] as D);
  }
}

/** What to do to a document; it is made when it is not there. */
export interface UpdateById<D> {
  readonly _id: string;
  readonly update: mongo.UpdateFilter<D>;
}

/** Updates documents by their ids. Each update must be one that may be repeated and done in any order. */
export async function updateByIds<D extends Identified>(
  collection: mongo.Collection<D>,
  updates: readonly UpdateById<D>[],
): Promise<void> {
  const middle = updates.length < FEW ? updates.length : updates.length >> 1;
  const halves = [updates.slice(0, middle), updates.slice(middle)].filter((half) => half.length > 0);
  // Nothing may still be on its way to the store when this is over, whatever became of it.
  const results = await Promise.allSettled(halves.map((half) => updateInOneCommand(collection, half)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function updateInOneCommand<D extends Identified>(
  collection: mongo.Collection<D>,
  updates: readonly UpdateById<D>[],
): Promise<void> {
  // `updateMany` although each is one document: for every `updateOne` of a command FerretDB 1.24 holds a connection to
  // its database until the command is over, and beyond about ninety it waits for ever. The filter is `_id` alone:
  // that is a look-up on every server, where FerretDB reads the whole collection for any other.
  const operations = updates.map(({ _id, update }) => ({
    updateMany: { filter: { _id } as mongo.Filter<D>, update, upsert: true },
  })) as mongo.AnyBulkWriteOperation<D>[];
  for (let tries = 1; ; tries += 1) {
    try {
      await collection.bulkWrite(operations, { ordered: false });
      return;
    } catch (error) {
      // Another process made the same document in the same moment.
      if (tries === TRIES || duplicatesIn(error) === undefined) throw error;
    }
  }
}
