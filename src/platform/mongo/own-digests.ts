import { DIGEST_ALGORITHM } from '../../kernel/digest';
import { StoreError } from '../store-error';
import type { MongoCollections } from './mongo-collections';
import { MongoNotes } from './mongo-notes';

const NOTE = 'digests';

/**
 * Has an empty database remember how digests are made that decide whether two things are the same; throws `StoreError`
 * when its claims were made otherwise. Claims are looked at only where nothing is noted.
 */
export async function claimForDigests(database: MongoCollections): Promise<void> {
  const notes = new MongoNotes(database);
  if ((await notes.read(NOTE)) === undefined) {
    const isFilled = (await database.collection('claimed_events').findOne({}, { projection: { _id: 1 } })) !== null;
    if (!isFilled) await notes.add(NOTE, DIGEST_ALGORITHM);
  }
  const known = await notes.read(NOTE);
  if (known === DIGEST_ALGORITHM) return;
  throw new StoreError(
    `The database of REHABSPOR_MONGODB_URL tells events apart by ${known ?? 'digests of an older version'}, this program ` +
      `by ${DIGEST_ALGORITHM}. Export it with the version that made it and import the file into a new database and ` +
      'under a new REHABSPOR_KAFKA_PREFIX; nothing was changed.',
    { retriable: false },
  );
}
