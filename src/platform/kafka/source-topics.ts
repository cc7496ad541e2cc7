import type { KafkaConnection } from './kafka-connection';
import { KafkaSourceConsumer } from './kafka-source-consumer';
import type { PoisonHooks } from './poison';
import type { SourceMessage } from './source-message';
import { followMessages } from './follow-messages';
import type { Tracing } from '../telemetry/tracing';
import type { Logger } from '../../ports/logger';
import type { ConsumerLag, Handled } from '../../ports/vital-signs';

/** The sources' topics as this process reads them, each message followed from here on. */
export class SourceTopics {
  private readonly consumers: KafkaSourceConsumer[] = [];

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topicPrefix: string,
    private readonly logger: Logger,
    private readonly tracing: Tracing,
    private readonly hooks: PoisonHooks,
  ) {}

  /** Reads a topic; `handle` resolves when what it was given is dealt with, else the same comes again. */
  consume(
    topic: string,
    maxBatch: number,
    handle: (messages: readonly SourceMessage[]) => Promise<void>,
  ): { stop(): Promise<void> } {
    const { connection, topicPrefix, logger, hooks } = this;
    const consumer = new KafkaSourceConsumer(
      connection,
      { topic, topicPrefix, maxBatch },
      logger,
      (messages) => this.follow(messages, handle),
      hooks,
    );
    this.consumers.push(consumer);
    consumer.start();
    return consumer;
  }

  lags(): readonly ConsumerLag[] {
    return this.consumers.map((consumer) => consumer.lag());
  }

  handled(): readonly Handled[] {
    return this.consumers.map((consumer) => consumer.handled());
  }

  /** Messages of one partition, as a batch is. */
  private follow(
    messages: readonly SourceMessage[],
    handle: (messages: readonly SourceMessage[]) => Promise<void>,
  ): Promise<void> {
    const [first] = messages;
    if (first === undefined) return handle(messages);
    const { topic, partition } = first;
    return followMessages(this.tracing, { group: 'intake', topic, partition }, messages, handle, { fromHere: true });
  }
}
