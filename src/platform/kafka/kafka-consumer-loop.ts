import { once } from 'node:events';
import type { ConsumerConfig } from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { BackOff } from './back-off';
import type { KafkaConnection } from './kafka-connection';
import { KafkaDeliveries, type DeliveryHooks, type TogetherConsumption } from './kafka-deliveries';
import { kafkaErrorName } from './kafka-errors';

/** How a consumer reads; every member has a default. */
export interface ConsumerOptions {
  /** A member that is not heard of for so long has left its group. */
  readonly sessionTimeoutMs?: number;
  /** So long a rebalance waits for a handler that is at work. */
  readonly rebalanceTimeoutMs?: number;
  /** The most that is fetched at once, over all partitions. */
  readonly maxBytes?: number;
  readonly maxBytesPerPartition?: number;
  /** How long a fetch waits for messages. They end it at once, so this is how soon `stop` and retries get their turn. */
  readonly maxWaitMs?: number;
  readonly partitionsAtOnce?: number;
}

/** What Kafka calls a group and its topic. */
export interface KafkaNames {
  readonly groupId: string;
  readonly topic: string;
}

/** As many as a topic of ours has. */
const PARTITIONS_AT_ONCE = 12;
/** A rebalance is heard of by then, at the latest once the fetch under way is answered. */
const HEARTBEAT_MS = 2_000;
/** A consumer that worked for so long is started again at once. */
const STEADY_MS = 10_000;

/**
 * One member of a consumer group that reads one topic from its beginning, kept running whatever happens to the brokers;
 * all partitions it holds are dealt with at once.
 * Offsets are committed after effects, so every message is handled at least once.
 */
export class KafkaConsumerLoop<M> {
  readonly deliveries: KafkaDeliveries<M>;
  private running: { readonly ended: Promise<void>; readonly leaving: AbortController } | undefined;

  constructor(
    private readonly connection: KafkaConnection,
    readonly names: KafkaNames,
    private readonly consumption: TogetherConsumption<M>,
    hooks: DeliveryHooks,
    private readonly logger: Logger,
    private readonly options: ConsumerOptions = {},
  ) {
    this.deliveries = new KafkaDeliveries(consumption, hooks, logger);
  }

  get isStarted(): boolean {
    return this.running !== undefined;
  }

  start(): void {
    if (this.running !== undefined) return;
    const leaving = new AbortController();
    this.running = { ended: this.keepRunning(leaving.signal), leaving };
  }

  /** Leaves the group once the portion under way is dealt with. */
  async stop(): Promise<void> {
    const { running } = this;
    running?.leaving.abort();
    await running?.ended;
    if (this.running === running) this.running = undefined;
  }

  private async keepRunning(leaving: AbortSignal): Promise<void> {
    const backOff = new BackOff();
    const left = once(leaving, 'abort').then(() => backOff.end());
    while (!leaving.aborted) {
      let joinedAt = Infinity;
      try {
        await this.runOnce(left, leaving, () => (joinedAt = Math.min(joinedAt, performance.now())));
      } catch (error) {
        if (performance.now() - joinedAt > STEADY_MS) backOff.reset();
        const { group, topic } = this.consumption;
        const reason = kafkaErrorName(error);
        this.logger.error({ group, topic, error, reason }, 'A consumer went down and is started again');
        await backOff.pause();
      }
    }
  }

  /** Until it is told to leave; throws when the consumer crashed, for whatever reason. */
  private async runOnce(left: Promise<void>, leaving: AbortSignal, onJoin: () => void): Promise<void> {
    const consumer = this.connection.consumer(this.consumerConfig());
    const crashed = new Promise<never>((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    crashed.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      onJoin();
      this.deliveries.assign(payload.memberAssignment[this.names.topic] ?? []);
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [this.names.topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.partitionsAtOnce ?? PARTITIONS_AT_ONCE,
        eachBatch: (payload) => this.deliveries.deal(payload),
      });
      if (!leaving.aborted) await Promise.race([left, crashed]);
    } finally {
      await consumer.disconnect().catch(() => undefined);
      this.deliveries.release();
    }
  }

  private consumerConfig(): ConsumerConfig {
    const { options } = this;
    return {
      groupId: this.names.groupId,
      sessionTimeout: options.sessionTimeoutMs ?? 10_000,
      rebalanceTimeout: options.rebalanceTimeoutMs ?? 60_000,
      heartbeatInterval: HEARTBEAT_MS,
      maxBytes: options.maxBytes ?? 16 << 20,
      maxBytesPerPartition: options.maxBytesPerPartition ?? 8 << 20,
      minBytes: 1,
      maxWaitTimeInMs: options.maxWaitMs ?? 1_000,
    };
  }
}
