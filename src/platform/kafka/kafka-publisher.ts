import type { Producer } from 'kafkajs';
import type { Message } from '../../ports/event-log';
import type { Logger } from '../../ports/logger';
import type { KafkaConnection } from './kafka-connection';
import { isOnTheWay, isRefusal, kafkaErrorName, UnansweredError } from './kafka-errors';
import { Publication, takeRequest, type PublishRequest } from './outbox';
import { byLeader, unanswered, type Outgoing } from './outgoing';
import { BackOff } from './back-off';
import { PublishedCounts } from './published-counts';
import { groupedMessages } from './grouped-messages';
import { inTime } from './in-time';

const ALL_REPLICAS = -1;

/**
 * Appends messages to topics, one request at a time: what waits meanwhile goes together in the next. That is quick, and
 * it is the only way kafkajs' idempotent producer keeps its promise: of two requests under way, the second would take
 * the first one's numbers when that fails on the way, and the broker would take it for a repetition and drop it.
 *
 * Brokers that are away are waited for, for ever; a message no broker would take rejects its own publication only.
 */
export class KafkaPublisher {
  /** By Kafka's names of the topics. */
  readonly published = new PublishedCounts();
  private readonly waiting: Publication[] = [];
  /** The brokers that lead each topic's partitions, as last heard. */
  private readonly leaders = new Map<string, readonly number[]>();
  private producer: Producer | undefined;
  private running: Promise<void> | undefined;
  private isPatient = true;
  private isClosed = false;
  private readonly backOff = new BackOff();
  /** So many publications are sent on their own, because together one of them was refused. */
  private alone = 0;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly logger: Logger,
    /** How long whoever publishes waits for brokers that are away. */
    private readonly withinMs = Infinity,
  ) {}

  /** Resolves when the messages are on all replicas that have to have them; `topic` is Kafka's name for it. */
  publish(topic: string, messages: readonly Message[]): Promise<void> {
    return messages.length === 0 ? Promise.resolve() : inTime(this.enqueue(topic, messages), this.withinMs);
  }

  private enqueue(topic: string, messages: readonly Message[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.isClosed) throw new Error(`Nothing can be published to ${topic}: the connection to Kafka is closed.`);
      this.waiting.push(new Publication(topic, messages, (error) => (error === undefined ? resolve() : reject(error))));
      this.running ??= this.sendWaiting();
    });
  }

  /** From now on, whoever publishes while brokers are away is rejected instead of waiting for them. */
  endWaiting(): void {
    this.isPatient = false;
    this.backOff.end();
  }

  /** Sends what is waiting, unless the brokers are away, and disconnects. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.endWaiting();
    await this.running;
    await this.dropProducer();
  }

  private async sendWaiting(): Promise<void> {
    // Those who publish in the same moment go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      let request: PublishRequest | undefined;
      try {
        await this.keepTrying(() => this.learnLeaders(this.waiting[0]?.topic));
        request = takeRequest(this.waiting, (topic) => this.leaders.get(topic)?.length, this.alone > 0);
        await this.send(request.outgoing);
        this.published.acknowledged(request.outgoing);
        this.settle(request);
      } catch (error) {
        if (!this.isPatient && !isRefusal(error))
          for (const { settle } of this.waiting.splice(0)) settle(error as Error);
        else this.refuse(request, error);
      }
    }
    this.running = undefined;
  }

  private settle({ parts }: PublishRequest): void {
    for (const { publication } of parts) {
      if (publication.taken < publication.messages.length) return;
      this.waiting.shift();
      this.alone = Math.max(0, this.alone - 1);
      publication.settle();
    }
  }

  private refuse(request: PublishRequest | undefined, error: unknown): void {
    const { parts } = request ?? { parts: [] };
    if (parts.length > 1) {
      for (const { publication, from } of parts) publication.taken = from;
      this.alone = parts.length;
      return;
    }
    this.alone = Math.max(0, this.alone - 1);
    this.waiting.shift()?.settle(error as Error);
  }

  private async send(outgoing: Outgoing): Promise<void> {
    let left = outgoing;
    await this.keepTrying(async () => {
      const producer = await this.connected();
      for (const topic of left.keys()) await this.learnLeaders(topic);
      const leaderOf = (topic: string, partition: number): number => this.leaders.get(topic)?.[partition] ?? -1;
      const outcomes = await Promise.allSettled(
        byLeader(left, leaderOf).map((part) => {
          const topicMessages = [...part].map(([topic, messages]) => ({
            topic,
            messages: groupedMessages(messages),
          }));
          return producer.sendBatch({ acks: ALL_REPLICAS, topicMessages });
        }),
      );
      for (const outcome of outcomes) if (outcome.status === 'fulfilled') left = unanswered(left, outcome.value);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      if (left.size > 0) throw new UnansweredError(`Not all partitions of ${[...left.keys()].join(', ')} answered`);
    });
  }

  /** Until it works, or the brokers refuse for good, or they are away and nobody waits for them any more. */
  private async keepTrying(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await work();
        return this.backOff.reset();
      } catch (error) {
        if (isRefusal(error) || !this.isPatient) throw error;
        const reason = kafkaErrorName(error);
        this.logger.error({ error, reason }, 'Publishing to Kafka failed and is tried again');
        if (!isOnTheWay(error)) await this.dropProducer();
        this.leaders.clear();
        await this.backOff.pause();
      }
    }
  }

  private async connected(): Promise<Producer> {
    if (this.producer !== undefined) return this.producer;
    const producer = this.connection.producer();
    try {
      await producer.connect();
    } catch (error) {
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
    return (this.producer = producer);
  }

  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private async learnLeaders(topic: string | undefined): Promise<void> {
    if (topic === undefined || this.leaders.has(topic)) return;
    const { topics } = await this.connection.asAdmin((admin) => admin.fetchTopicMetadata({ topics: [topic] }));
    for (const { name, partitions } of topics) {
      const inOrder = partitions.sort((a, b) => a.partitionId - b.partitionId);
      this.leaders.set(
        name,
        inOrder.map(({ leader }) => leader),
      );
    }
  }
}
