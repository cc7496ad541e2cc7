import mongoose, { type Connection, type ConnectOptions, type Model, type mongo } from 'mongoose';
import { UnitOfWork } from '../../ports/unit-of-work';
import { StoreError } from '../store-error';
import { isRetriable } from './mongo-error';
import { CommandCounts } from './command-counts';
import { claimForDigests } from './own-digests';
import { claimForKey } from './own-key';
import { optionsOf, type MongoSettings } from './mongo-options';
import { REBUILT, SCHEMAS, type CollectionName, type Documents } from './schemas';

const PING_MS = 5_000;

/**
 * The distributed store: one MongoDB database.
 *
 * A unit of work only runs its work: whatever the adapters write is one document at a time and safe to repeat. So they
 * need neither transactions nor a replica set, and FerretDB, which speaks MongoDB's wire protocol, is enough.
 */
export class MongoDatabase extends UnitOfWork {
  readonly commands = new CommandCounts();
  private readonly connection: Connection = mongoose.createConnection();
  private readonly options: ConnectOptions;
  private readonly url: string;
  private opening: Promise<unknown> | undefined;
  private claiming: Promise<void> | undefined;

  /** Throws a `FileError` when a certificate cannot be read. `keyNote` is how the store knows its key again. */
  constructor(
    settings: MongoSettings,
    private readonly keyNote: string,
  ) {
    super();
    this.url = settings.url;
    this.options = optionsOf(settings);
    this.connection.on('commandStarted', (event: mongo.CommandStartedEvent) => this.commands.started(event));
    this.connection.on('commandSucceeded', (event: mongo.CommandSucceededEvent) => this.commands.succeeded(event));
  }

  /** Opens the connection, which from then on mends itself; rejects while no server answers, and may be asked again. */
  async connect(): Promise<void> {
    this.opening ??= this.connection.openUri(this.url, this.options);
    try {
      await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  /** Resolves once the store is known to be of the program's key and digests; throws `StoreError` when it is of others. */
  async claim(): Promise<void> {
    await this.connect();
    this.claiming ??= claimForKey(this, this.keyNote).then(() => claimForDigests(this));
    try {
      await this.claiming;
    } catch (error) {
      this.claiming = undefined;
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
    await this.claim();
    const names = generation === undefined ? (Object.keys(SCHEMAS) as CollectionName[]) : REBUILT;
    for (const name of names) {
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
    const known = this.connection.models[fullName] ?? this.connection.model(fullName, SCHEMAS[name], fullName);
    return known as unknown as Model<unknown>;
  }

  /** A store that is away is told as such, whatever the driver calls it; nothing is written under another key. */
  override async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.claim();
      return await work();
    } catch (error) {
      if (!isRetriable(error)) throw error;
      throw new StoreError('MongoDB does not answer.', { retriable: true, cause: error });
    }
  }

  /** Deletes everything. */
  async drop(): Promise<void> {
    await this.connect();
    await this.connection.dropDatabase();
  }

  /** Nothing may be used afterwards. */
  async close(): Promise<void> {
    await this.connection.destroy();
  }
}

/** The id of a note on a generation. */
export function noteId(name: string, generation: string | undefined): string {
  return generation === undefined ? name : `${name} ${generation}`;
}
