import { mongo } from 'mongoose';
import { writeDirectly, type WriteReply } from './direct-commands';
import { DUPLICATE_KEY, isRetriable } from './mongo-error';
import { portionsOf } from './portions';

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
  const there: D[] = [];
  for (const portion of portionsOf(documents)) {
    const duplicates = positionsThere(await writeDirectly(collection, { documents: portion }));
    for (const at of duplicates) there.push(portion[at] as D);
  }
  return there;
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
  const results = await Promise.allSettled(halves.map((half) => updateInOrder(collection, half)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function updateInOrder<D extends Identified>(
  collection: mongo.Collection<D>,
  updates: readonly UpdateById<D>[],
): Promise<void> {
  for (const portion of portionsOf(updates)) {
    // `multi` although each is one document: for every other update of a command FerretDB 1.24 holds a connection to
    // its database until the command is over, and beyond about ninety it waits for ever. The filter is `_id` alone:
    // that is a look-up on every server, where FerretDB reads the whole collection for any other.
    const operations = portion.map(({ _id, update }) => ({ q: { _id }, u: update, upsert: true, multi: true }));
    let tries = 1;
    // Where another process made the same document in the same moment, it is there the next time.
    while (positionsThere(await writeDirectly(collection, { updates: operations })).length > 0) {
      if (tries === TRIES) throw new Error('Documents were made by others each time they were to be updated.');
      tries += 1;
    }
  }
}

/** What to do to a document where it is as a filter says; none is made. */
export interface UpdateWhere<D> {
  readonly filter: mongo.Filter<D>;
  readonly update: mongo.UpdateFilter<D>;
}

/** Updates documents that are as the filters say; resolves with how many were. */
export async function updateWhere<D extends Identified>(
  collection: mongo.Collection<D>,
  updates: readonly UpdateWhere<D>[],
): Promise<number> {
  let matched = 0;
  for (const portion of portionsOf(updates)) {
    // `multi` as above.
    const operations = portion.map(({ filter, update }) => ({ q: filter, u: update, multi: true }));
    const reply = await writeDirectly(collection, { updates: operations });
    positionsThere(reply);
    matched += reply.n;
  }
  return matched;
}

/** The positions of what was there already; throws when anything else was wrong too, as what passes if any of it does. */
function positionsThere({ writeErrors = [], writeConcernError }: WriteReply): readonly number[] {
  const others = writeErrors.filter(({ code }) => code !== DUPLICATE_KEY);
  const faults = [...others, ...(writeConcernError === undefined ? [] : [writeConcernError])].map(
    (fault) => new mongo.MongoServerError({ ...fault, message: fault.errmsg ?? 'A write failed.' }),
  );
  const [first] = faults;
  if (first !== undefined) throw faults.find(isRetriable) ?? first;
  return writeErrors.map(({ index }) => index);
}
