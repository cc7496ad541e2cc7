import { KEY_NOTE, refuseOtherKey } from '../store-key';
import type { MongoCollections } from './mongo-collections';
import { MongoNotes } from './mongo-notes';

/**
 * Has an empty database remember the program's key; throws `StoreError` when the database is filled under another. The
 * vault is looked at only where no key is noted, so that others than intake need never read it; what is in it by then was
 * put there by whoever had noted theirs before, and is read once more.
 */
export async function claimForKey(database: MongoCollections, keyNote: string): Promise<void> {
  const notes = new MongoNotes(database);
  if ((await notes.read(KEY_NOTE)) === undefined) {
    const isFilled = (await database.collection('vault').findOne({}, { projection: { _id: 1 } })) !== null;
    if (!isFilled) await notes.add(KEY_NOTE, keyNote);
  }
  refuseOtherKey('The database of REHABSPOR_MONGODB_URL', await notes.read(KEY_NOTE), keyNote);
}
