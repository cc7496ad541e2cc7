import type { mongo } from 'mongoose';
import type { CollectionName, Documents } from './schemas';

/** Where the collections of a database are found by name. */
export interface MongoCollections {
  collection<N extends CollectionName>(name: N, generation?: string): mongo.Collection<Documents[N]>;
}
