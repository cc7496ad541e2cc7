import { KEY_NOTE, refuseOtherKey } from '../store-key';
import type { MongoCollections } from './mongo-collections';
import { MongoNotes } from './mongo-notes';

/**
 * Has an empty database remember the program's key; throws `StoreError` when the database is filled under another. What
 * is in the vault is looked at first: whoever put it there had noted the key before.
 */
export async function claimForKey(database: MongoCollections, keyNote: string): Promise<void> {
  const notes = new MongoNotes(database);
  const isFilled = (await database.collection('vault').findOne({}, { projection: { _id: 1 } })) !== null;
  const known = await notes.read(KEY_NOTE);
  if (known === undefined && !isFilled) await notes.add(KEY_NOTE, keyNote);
  refuseOtherKey('The database of REHABSPOR_MONGODB_URL', await notes.read(KEY_NOTE), keyNote);
}
