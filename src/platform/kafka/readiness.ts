import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaConnection } from './kafka-connection';
import { ensureTopics } from './kafka-topics';
import type { TopicContract } from './topic-contract';
import type { MongoDatabase } from '../mongo/mongo-database';
import { isRetriable } from '../mongo/mongo-error';
import { StoreError } from '../store-error';
import type { Logger } from '../../ports/logger';

const TRY_AGAIN_MS = 1_000;

/** Topics that are other than the contract says in a way that would lose the order of a person's events. */
class TopicsDiffer extends Error {}

/** Waits for what a service needs of the outside, and tells whether it is there. */
export class Readiness {
  private readonly givingUp = new AbortController();
  private prepared = false;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly database: MongoDatabase,
    private readonly wanted: {
      readonly prefix: string;
      readonly topics: readonly TopicContract[];
      /** Which states are in use, once the database is there. */
      readonly follow: () => Promise<unknown>;
    },
    private readonly logger: Logger,
  ) {}

  /** True once the store may be read and written: it is there, of the program's key, with all that belongs into it. */
  get isPrepared(): boolean {
    return this.prepared;
  }

  /**
   * Resolves with true once database and brokers answer, indexes and topics are there; with false when told to give up.
   * Says what differs from the contract; throws `TopicsDiffer` when that would mix up the order of events, and `StoreError`
   * when the database is filled under another key.
   */
  async prepare(): Promise<boolean> {
    for (;;) {
      if (!(await this.prepareOnce())) return false;
      try {
        await this.wanted.follow();
        this.prepared = true;
        return true;
      } catch (error) {
        if (!isRetriable(error)) throw error; // The database went away again: everything is looked after once more.
        this.logger.warn({ error }, 'Waiting for MongoDB');
      }
    }
  }

  private async prepareOnce(): Promise<boolean> {
    const { prefix, topics } = this.wanted;
    return (
      (await this.until('MongoDB', () => this.database.ensureIndexes())) &&
      (await this.until('Kafka', async () => {
        const differences = await ensureTopics(this.connection, topics, this.logger, { topicPrefix: prefix });
        for (const { says } of differences) this.logger.warn({}, `A topic is not as the contract says: ${says}`);
        const fatal = differences.filter(({ isFatal }) => isFatal).map(({ says }) => says);
        if (fatal.length > 0) throw new TopicsDiffer(`Topics cannot be used as they are: ${fatal.join('; ')}.`);
      }))
    );
  }

  giveUp(): void {
    this.givingUp.abort();
  }

  /** What a service waits for at this moment, each in a few words. */
  async waitingFor(): Promise<readonly string[]> {
    const away = await this.serversAway();
    return away.length === 0 && !this.prepared ? ['topics and indexes are being looked after'] : away;
  }

  /** Which of the servers do not answer, each in a few words. */
  async serversAway(): Promise<readonly string[]> {
    const waiting = await Promise.all([
      this.database.ping().then(nothing, () => 'MongoDB does not answer'),
      this.connection.asAdmin((admin) => admin.describeCluster()).then(nothing, () => 'Kafka does not answer'),
    ]);
    return waiting.filter((one) => one !== undefined);
  }

  private async until(server: string, work: () => Promise<void>): Promise<boolean> {
    while (!this.givingUp.signal.aborted) {
      try {
        await work();
        return true;
      } catch (error) {
        if (error instanceof TopicsDiffer || (error instanceof StoreError && !error.retriable)) throw error;
        this.logger.warn({ error }, `Waiting for ${server}`);
        await pause(TRY_AGAIN_MS, undefined, { signal: this.givingUp.signal }).catch(nothing);
      }
    }
    return false;
  }
}

const nothing = (): undefined => undefined;
