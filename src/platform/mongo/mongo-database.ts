import { readFileSync } from 'node:fs';
import mongoose, { type Connection, type ConnectOptions, type Model, type mongo } from 'mongoose';
import { UnitOfWork } from '../../ports/unit-of-work';
import { FileError } from '../file-error';
import { StoreError } from '../store-error';
import { isRetriable } from './mongo-error';
import { REBUILT, SCHEMAS, type CollectionName, type Documents } from './schemas';

/** Where MongoDB is and how to be let in. */
export interface MongoSettings {
  /** With the name of the database as its path. */
  readonly url: string;
  /** Instead of the url's. */
  readonly database?: string;
  readonly username?: string;
  readonly password?: string;
  /** Names of PEM files; an empty object is TLS with the authorities Node knows; without `key` it is in `certificate`. */
  readonly tls?: { readonly ca?: string; readonly certificate?: string; readonly key?: string };
}

const PING_MS = 5_000;

/** Where the url says another, the url's counts. */
const OPTIONS: ConnectOptions = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  // A server that is gone without a word is not waited for for ever.
  socketTimeoutMS: 120_000,
  maxPoolSize: 16,
};

const FIXED: ConnectOptions = {
  autoIndex: false,
  autoCreate: false,
  // What cannot be asked yet fails, and whoever asked tries again.
  bufferCommands: false,
  promoteBuffers: true,
  // What is said to be kept survives the loss of the server that kept it.
  writeConcern: { w: 'majority', journal: true },
};

/**
 * The distributed store: one MongoDB database.
 *
 * A unit of work only runs its work: whatever the adapters write is one document at a time and safe to repeat. So they
 * need neither transactions nor a replica set, and FerretDB, which speaks MongoDB's wire protocol, is enough.
 */
export class MongoDatabase extends UnitOfWork {
  private readonly connection: Connection = mongoose.createConnection();
  private readonly options: ConnectOptions;
  private opening: Promise<unknown> | undefined;

  /** Throws a `FileError` when a certificate cannot be read. */
  constructor(private readonly settings: MongoSettings) {
    super();
    const { url, database, username, password, tls } = settings;
    this.options = {
      ...unsaid(OPTIONS, url),
      ...FIXED,
      ...(database === undefined ? undefined : { dbName: database }),
      ...(username === undefined ? undefined : { auth: { username, password: password ?? '' } }),
      ...(tls === undefined ? undefined : { tls: true, ...pemFiles(tls) }),
    };
  }

  /** Opens the connection, which from then on mends itself; rejects while no server answers, and may be asked again. */
  async connect(): Promise<void> {
    this.opening ??= this.connection.openUri(this.settings.url, this.options);
    try {
      await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  /** Resolves when the server answers; opens the connection if it never was. */
  async ping(): Promise<void> {
    await this.connect();
    await this.connection.db?.command({ ping: 1 }, { timeoutMS: PING_MS });
  }

  /** Makes the collections and indexes that are not there yet; with a generation only those of the rebuilt ones. */
  async ensureIndexes(generation?: string): Promise<void> {
    await this.connect();
    for (const name of namesIn(generation)) {
      const model = this.model(name, generation);
      await model.createCollection();
      await model.createIndexes();
    }
  }

  /** Takes a generation out of the store again. */
  async dropGeneration(generation: string): Promise<void> {
    await this.connect();
    for (const name of REBUILT) await this.collection(name, generation).drop();
    await this.collection('notes').deleteOne({ _id: noteId('population', generation) });
  }

  /** A collection as the driver has it, mongoose's casting left out; a generation is another set of the rebuilt ones. */
  collection<N extends CollectionName>(name: N, generation?: string): mongo.Collection<Documents[N]> {
    return this.model(name, generation).collection as unknown as mongo.Collection<Documents[N]>;
  }

  private model(name: CollectionName, generation: string | undefined): Model<unknown> {
    const fullName = generation === undefined ? name : `${name}_${generation}`;
    return (this.connection.models[fullName] as Model<unknown> | undefined) ?? this.declare(fullName, SCHEMAS[name]);
  }

  private declare(fullName: string, schema: mongoose.Schema): Model<unknown> {
    return this.connection.model(fullName, schema, fullName) as unknown as Model<unknown>;
  }

  /** A failure that passes is told as one of the store, so that whoever asked knows to ask again. */
  override async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (!isRetriable(cause)) throw cause;
      throw new StoreError('MongoDB does not answer.', { retriable: true, cause });
    }
  }

  /** Deletes everything. */
  async drop(): Promise<void> {
    await this.connect();
    await this.connection.dropDatabase();
  }

  /** Nothing may be used afterwards. */
  async close(): Promise<void> {
    await this.connection.close();
  }
}

/** The id of a note on a generation. */
export function noteId(name: string, generation: string | undefined): string {
  return generation === undefined ? name : `${name} ${generation}`;
}

/** The options the url does not name. */
function unsaid(options: ConnectOptions, url: string): ConnectOptions {
  const said = new Set([...new URLSearchParams(url.split('?')[1])].map(([name]) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(options).filter(([name]) => !said.has(name.toLowerCase())));
}

function namesIn(generation: string | undefined): readonly CollectionName[] {
  return generation === undefined ? (Object.keys(SCHEMAS) as CollectionName[]) : REBUILT;
}

function pemFiles({ ca, certificate, key = certificate }: NonNullable<MongoSettings['tls']>): ConnectOptions {
  return {
    ...(ca === undefined ? undefined : { ca: read(ca) }),
    ...(certificate === undefined ? undefined : { cert: read(certificate) }),
    ...(key === undefined ? undefined : { key: read(key) }),
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw FileError.reading(file, error);
  }
}
