import type { KafkaMessage } from 'kafkajs';
import {
  EventLog,
  type PartitionBatch,
  type LoggedMessage,
  type Message,
  type Subscriber,
  type Topic,
  type Topics,
} from '../../ports/event-log';
import type { Logger } from '../../ports/logger';
import type { Tracing } from '../telemetry/tracing';
import { BackOff } from './back-off';
import { followMessages } from './follow-messages';
import type { KafkaConnection } from './kafka-connection';
import { KafkaConsumerLoop, type ConsumerOptions } from './kafka-consumer-loop';
import { areCaughtUp } from './kafka-offsets';
import { KafkaPublisher } from './kafka-publisher';
import { readKafkaTopic } from './kafka-topic-reading';
import { loggedMessage } from './logged-message';
import { isProgrammingError, Unreadable, type PoisonHooks } from './poison';
import type { Why } from './why-poison';
import type { PublishedCount } from './published-counts';

export interface KafkaLogOptions extends ConsumerOptions {
  /** Stands before the names of topics and groups; for tests. */
  readonly topicPrefix?: string;
}

interface GroupOfTopic {
  readonly group: string;
  readonly topic: Topic;
}

export interface KafkaLogHooks extends PoisonHooks {
  /** As `whenAssigned`. */
  onAssigned?(subscriber: GroupOfTopic, partitions: readonly number[]): void;
  /**
   * Why a message is none that its topic may hold, never what it holds; undefined when it is sound. Anybody may write to
   * a topic, and what is no event must not get so far that a person's later events fail at it.
   */
  faultOf?(topic: Topic, message: LoggedMessage): Why | undefined;
  /** Follows what subscribers do with messages that say what they belong to. */
  readonly tracing?: Tracing;
  /** True for a handler's error that waiting does not cure; `settled` then rejects with it. */
  isStoreFailure?(error: unknown): boolean;
}

type OnAssigned = (subscriber: GroupOfTopic, partitions: readonly number[]) => void;

/** A consumer of whichever topic, as the log looks after it. */
type Loop = Pick<KafkaConsumerLoop<never>, 'start' | 'stop' | 'isStarted' | 'names'> & {
  readonly deliveries: Pick<KafkaConsumerLoop<never>['deliveries'], 'lag' | 'handled' | 'partitions' | 'failures'>;
};

interface Subscription extends GroupOfTopic {
  readonly loop: Loop;
}

const LOOK_AGAIN_MS = 20;

/**
 * The event log on Apache Kafka. A subscriber is a consumer of its own, whose Kafka group is called `group.topic`:
 * within a Kafka group all members have to read the same topics. Instances of a service share a topic's partitions.
 */
export class KafkaEventLog extends EventLog {
  private readonly subscriptions: Subscription[] = [];
  private readonly assignmentListeners: OnAssigned[] = [];
  private started: ReadonlySet<Topic> | 'all' = new Set();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly options: KafkaLogOptions,
    private readonly logger: Logger,
    private readonly hooks: KafkaLogHooks,
    /** Closed with the log. */
    private readonly publisher = new KafkaPublisher(connection, logger),
  ) {
    super();
  }

  /** While brokers are away it waits; it rejects what no broker would take. */
  override publish<T extends Topic>(topic: T, messages: readonly Message<Topics[T]>[]): Promise<void> {
    return this.publisher.publish(this.nameOf(topic), messages);
  }

  override subscribe<T extends Topic>({ group, topic, maxBatch, handle }: Subscriber<T>): void {
    const { hooks } = this;
    const loop = new KafkaConsumerLoop<LoggedMessage<Topics[T]>>(
      this.connection,
      { groupId: this.nameOf(`${group}.${topic}`), topic: this.nameOf(topic) },
      {
        group,
        topic,
        maxBatch,
        read: (message) => this.read(topic, message),
        handle: (portions) => {
          const all = portions.flatMap(({ messages }) => messages);
          const work = (messages: readonly (typeof all)[number][]): Promise<void> => handle({ topic, messages });
          if (hooks.tracing === undefined) return work(all);
          const partitions = portions.flatMap(({ partition, messages }) => messages.map(() => partition));
          const partitionOf = (_: unknown, at: number): number => partitions[at] ?? -1;
          return followMessages(hooks.tracing, { group, topic, partitionOf }, all, work);
        },
      },
      {
        isPoison: (error) => hooks.isPoison?.(error) ?? isProgrammingError(error),
        onPoison: (poison) => hooks.onPoison(poison),
        onAssigned: (partitions) => {
          hooks.onAssigned?.({ group, topic }, partitions);
          for (const listener of this.assignmentListeners) listener({ group, topic }, partitions);
        },
      },
      this.logger,
      this.options,
    );
    this.subscriptions.push({ group, topic, loop });
    if (this.isStarted(topic)) loop.start();
  }

  /** Resolves when the batch under way is done and the subscriber has left its group; no subscriber, nothing to do. */
  async unsubscribe(group: string, topic: Topic): Promise<void> {
    const at = this.subscriptions.findIndex((one) => one.group === group && one.topic === topic);
    const [subscription] = at < 0 ? [] : this.subscriptions.splice(at, 1);
    await subscription?.loop.stop();
  }

  /**
   * Calls `listener` on every assignment of partitions, before anything of it is handled: others may have handled them
   * meanwhile, so what is remembered of them is stale.
   */
  whenAssigned(listener: OnAssigned): void {
    this.assignmentListeners.push(listener);
  }

  /** Begins to deliver to subscribers, present ones and those to come; a second call may add topics. */
  start(topics?: readonly Topic[]): void {
    if (topics === undefined) this.started = 'all';
    else if (this.started !== 'all') this.started = new Set([...this.started, ...topics]);
    for (const { topic, loop } of this.subscriptions) if (this.isStarted(topic)) loop.start();
  }

  /** Stops delivering once the batches under way are done; publishing goes on, and `start` takes it up again. */
  async pause(): Promise<void> {
    this.started = new Set();
    await Promise.all(this.subscriptions.map(({ loop }) => loop.stop()));
  }

  /** Stops delivering, sends what is being published, and leaves Kafka; waits for no brokers that are away. */
  async stop(): Promise<void> {
    this.publisher.endWaiting();
    await this.pause();
    await this.publisher.close();
  }

  /** Looks at the groups subscribed and started here; for tests and import. */
  override async settled(): Promise<void> {
    const backOff = new BackOff();
    let isSettled = false;
    while (!isSettled) {
      try {
        isSettled = await this.connection.asAdmin(async (admin) => {
          for (;;) {
            if (this.storeFailure() !== undefined) return true;
            if (await areCaughtUp(admin, this.startedNames())) return true;
            await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
          }
        });
      } catch (error) {
        this.logger.warn({ error }, 'Kafka cannot be asked how far its groups are; it is asked again');
        await backOff.pause();
      }
    }
    const failure = this.storeFailure();
    if (failure !== undefined) throw failure as Error;
  }

  /** Messages not handled yet, by group and topic, in the partitions held here and as far as they were seen. */
  lags(): { readonly group: string; readonly topic: Topic; readonly lag: number }[] {
    return this.summed((loop) => loop.deliveries.lag()).map(({ sum, ...of }) => ({ ...of, lag: sum }));
  }

  /** How many messages subscribers have handled here, repetitions included. */
  handled(): { readonly group: string; readonly topic: Topic; readonly messages: number }[] {
    return this.summed((loop) => loop.deliveries.handled).map(({ sum, ...of }) => ({ ...of, messages: sum }));
  }

  /** What was published here, to topics of whichever kind. */
  published(): readonly PublishedCount[] {
    const { topicPrefix = '' } = this.options;
    return this.publisher.published.all().map((count) => ({ ...count, topic: count.topic.slice(topicPrefix.length) }));
  }

  /** The partitions a group's subscribers hold here now. */
  assignment(group: string, topic: Topic): readonly number[] {
    return this.subscriptions
      .filter((subscription) => subscription.group === group && subscription.topic === topic)
      .flatMap(({ loop }) => loop.deliveries.partitions);
  }

  /**
   * Reads a whole topic, or what comes after the given offsets (by partition), up to where it ends now; leaves no trace
   * in Kafka. Resolves with the ends; rejects when `onBatch` does. Unreadable messages are passed over.
   */
  readTopic<T extends Topic>(
    topic: T,
    onBatch: (batch: PartitionBatch<T>) => Promise<void>,
    from: { readonly fromOffsets?: ReadonlyMap<number, number> } = {},
  ): Promise<ReadonlyMap<number, number>> {
    const onMessages = async (partition: number, raw: KafkaMessage[]): Promise<void> => {
      const messages = raw
        .map((message) => this.read(topic, message))
        .filter((message): message is LoggedMessage<Topics[T]> => !(message instanceof Unreadable));
      if (messages.length > 0) await onBatch({ topic, partition, messages });
    };
    const names = { topic: this.nameOf(topic), prefix: this.options.topicPrefix ?? '' };
    return readKafkaTopic(this.connection, names, onMessages, this.logger, from.fromOffsets);
  }

  private read<T extends Topic>(topic: T, message: KafkaMessage): LoggedMessage<Topics[T]> | Unreadable {
    return loggedMessage(topic, message, (read) => this.hooks.faultOf?.(topic, read));
  }

  private nameOf(topicOrGroup: string): string {
    return `${this.options.topicPrefix ?? ''}${topicOrGroup}`;
  }

  private isStarted(topic: Topic): boolean {
    return this.started === 'all' || this.started.has(topic);
  }

  private startedNames() {
    return this.subscriptions.filter(({ loop }) => loop.isStarted).map(({ loop }) => loop.names);
  }

  private storeFailure(): unknown {
    const failures = this.subscriptions.flatMap(({ loop }) => loop.deliveries.failures());
    return failures.find((failure) => this.hooks.isStoreFailure?.(failure) === true);
  }

  private summed(value: (loop: Loop) => number): { group: string; topic: Topic; sum: number }[] {
    const sums = new Map<string, { group: string; topic: Topic; sum: number }>();
    for (const { group, topic, loop } of this.subscriptions) {
      const known = sums.get(`${group} ${topic}`) ?? { group, topic, sum: 0 };
      known.sum += value(loop);
      sums.set(`${group} ${topic}`, known);
    }
    return [...sums.values()];
  }
}
