import type { KafkaConnection } from './kafka-connection';
import { KafkaSourceConsumer } from './kafka-source-consumer';
import type { PoisonHooks } from './poison';
import type { SourceMessage } from './source-message';
import type { Traced, Tracing } from '../telemetry/tracing';
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
      (messages) => this.followed(messages, handle),
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

  private async followed(
    messages: readonly SourceMessage[],
    handle: (messages: readonly SourceMessage[]) => Promise<void>,
  ): Promise<void> {
    const followed: Traced[] = [];
    const traced = messages.map((message) => {
      const { topic, partition, offset } = message;
      const work = this.tracing.begin('intake', message.trace, { topic, partition, offset });
      if (work.trace === undefined) return message;
      followed.push(work);
      return { ...message, trace: work.trace };
    });
    await whileFollowed(followed, () => handle(traced));
  }
}

/** Ends what is followed when the work is over, well or not. */
export async function whileFollowed(followed: readonly Traced[], work: () => Promise<void>): Promise<void> {
  let failure: string | undefined;
  try {
    await work();
  } catch (error) {
    failure = error instanceof Error ? error.constructor.name : 'Error';
    throw error;
  } finally {
    for (const one of followed) one.end(failure);
  }
}
