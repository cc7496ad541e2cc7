import type { mongo } from 'mongoose';
import { StoreError } from '../store-error';

/** What mongoose's collections have beside the driver's. */
interface Connected {
  readonly name: string;
  readonly conn: { readonly db?: mongo.Db };
}

/** Why a document of a write was not written, as the server says it. */
interface WriteFault {
  readonly index: number;
  readonly code: number;
  readonly errmsg?: string;
}

/** What a server answers to `insert` and `update`. */
export interface WriteReply {
  /** Documents inserted, or matched. */
  readonly n: number;
  readonly writeErrors?: readonly WriteFault[];
  readonly writeConcernError?: Omit<WriteFault, 'index'>;
}

interface FindReply<D> {
  readonly cursor: { readonly firstBatch: readonly D[] };
}

/** `db.command` takes nothing over from the connection. */
const OPTIONS = { promoteBuffers: true };

/**
 * A document by its id, or undefined. The driver's `findOne` makes a cursor and a session of its own for each, and reads
 * the answer twice where commands are counted, which takes about twice the computing.
 */
export async function findById<D extends { readonly _id: string }>(
  collection: mongo.Collection<D>,
  _id: string,
): Promise<D | undefined> {
  const { name } = connected(collection);
  const command = { find: name, filter: { _id }, limit: 1, singleBatch: true };
  const { cursor } = (await databaseOf(collection).command(command, OPTIONS)) as unknown as FindReply<D>;
  return cursor.firstBatch[0];
}

/**
 * Sends documents or updates in one command, unordered and kept as the connection's write concern says. The driver's bulk
 * writes measure each document before they write it. Rejects only when the whole command failed.
 */
export async function writeDirectly<D extends { readonly _id: string }>(
  collection: mongo.Collection<D>,
  write: { readonly documents: readonly D[] } | { readonly updates: readonly mongo.Document[] },
): Promise<WriteReply> {
  const { name } = connected(collection);
  const db = databaseOf(collection);
  const { w, wtimeoutMS, journal } = db.writeConcern ?? {};
  const writeConcern = {
    ...(w === undefined ? undefined : { w }),
    ...(wtimeoutMS === undefined ? undefined : { wtimeout: wtimeoutMS }),
    ...(journal === undefined ? undefined : { j: journal }),
  };
  const kind = 'documents' in write ? { insert: name } : { update: name };
  return (await db.command({ ...kind, ...write, ordered: false, writeConcern }, OPTIONS)) as unknown as WriteReply;
}

const connected = (collection: object): Connected => collection as Connected;

function databaseOf(collection: object): mongo.Db {
  const { db } = connected(collection).conn;
  if (db === undefined) throw new StoreError('MongoDB was not reached yet.', { retriable: true });
  return db;
}
