import type { Logger } from '../../ports/logger';
import type { KafkaConnection } from './kafka-connection';
import { KafkaConsumerLoop, type ConsumerOptions } from './kafka-consumer-loop';
import { traceOf } from './kafka-headers';
import { isProgrammingError, type PoisonHooks } from './poison';
import type { SourceMessage } from './source-message';

export interface SourceConsumerOptions extends ConsumerOptions {
  /** The topic's name in the contract, such as `source.hospital`. */
  readonly topic: string;
  /** Stands before the names of topic and group; for tests. */
  readonly topicPrefix?: string;
  /** Default 1,000. */
  readonly maxBatch?: number;
}

export interface SourceConsumerHooks extends PoisonHooks {
  /** Partitions are held here from now on, of which nothing is handled yet: others may have handled them meanwhile. */
  onAssigned?(partitions: readonly number[]): void;
}

const GROUP = 'intake';

/** Reads a source topic for intake: its messages as they came, in batches, those of a partition in their order, each at least once. */
export class KafkaSourceConsumer {
  private readonly loop: KafkaConsumerLoop<SourceMessage>;

  /** `handle` resolves when what it was given is taken in or kept as refused; when it rejects, the same comes again. */
  constructor(
    connection: KafkaConnection,
    private readonly options: SourceConsumerOptions,
    logger: Logger,
    handle: (messages: readonly SourceMessage[]) => Promise<void>,
    hooks: SourceConsumerHooks,
  ) {
    const { topic, topicPrefix = '', maxBatch = 1_000 } = options;
    this.loop = new KafkaConsumerLoop<SourceMessage>(
      connection,
      { groupId: `${topicPrefix}${GROUP}.${topic}`, topic: `${topicPrefix}${topic}` },
      {
        group: GROUP,
        topic,
        maxBatch,
        read: ({ offset, timestamp, key, value, headers = {} }, partition) => ({
          topic,
          partition,
          offset: Number(offset),
          timestamp: Number(timestamp),
          key: key?.toString('utf8') ?? null,
          headers,
          value,
          ...traceOf(headers),
        }),
        handle: (portions) => handle(portions.flatMap(({ messages }) => messages)),
      },
      {
        isPoison: (error) => hooks.isPoison?.(error) ?? isProgrammingError(error),
        onPoison: (poison) => hooks.onPoison(poison),
        onAssigned: (partitions) => hooks.onAssigned?.(partitions),
      },
      logger,
      options,
    );
  }

  start(): void {
    this.loop.start();
  }

  /** Leaves once the batch under way is handled. */
  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** The partitions held here now. */
  assignment(): readonly number[] {
    return this.loop.deliveries.partitions;
  }

  lag(): { readonly group: string; readonly topic: string; readonly lag: number } {
    return { group: GROUP, topic: this.options.topic, lag: this.loop.deliveries.lag() };
  }

  handled(): { readonly group: string; readonly topic: string; readonly messages: number } {
    return { group: GROUP, topic: this.options.topic, messages: this.loop.deliveries.handled };
  }
}
