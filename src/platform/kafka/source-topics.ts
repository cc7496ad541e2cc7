import type { Scheme } from '../../kernel/organisation';
import { repeatedly } from '../repeatedly';
import type { KafkaConnection } from './kafka-connection';
import { KafkaSourceConsumer, type SourceConsumerHooks } from './kafka-source-consumer';
import { ownTopics } from './own-topics';
import type { SourceMessage } from './source-message';
import { followMessages } from './follow-messages';
import type { Tracing } from '../telemetry/tracing';
import type { Logger } from '../../ports/logger';
import type { ConsumerLag, Handled } from '../../ports/vital-signs';

/** How soon a topic that a source is given is read. */
const LOOK_EVERY_MS = 5_000;
/** Topics may be many: the brokers hold a request so long while nothing comes, and answer at once when it does. */
const WAIT_MS = 1_000;

type Handle = (messages: readonly SourceMessage[]) => Promise<void>;

/** The sources' topics as this process reads them, each message followed from here on. */
export class SourceTopics {
  private readonly consumers = new Map<string, KafkaSourceConsumer>();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topicPrefix: string,
    private readonly logger: Logger,
    private readonly tracing: Tracing,
    private readonly hooks: SourceConsumerHooks,
  ) {}

  /** Reads a topic; `handle` resolves when what it was given is dealt with, else the same comes again. */
  consume(topic: string, maxBatch: number, handle: Handle, maxWaitMs?: number): { stop(): Promise<void> } {
    const { connection, topicPrefix, logger, hooks } = this;
    const consumer = new KafkaSourceConsumer(
      connection,
      { topic, topicPrefix, maxBatch, ...(maxWaitMs === undefined ? undefined : { maxWaitMs }) },
      logger,
      (messages) => this.follow(messages, handle),
      hooks,
    );
    this.consumers.set(topic, consumer);
    consumer.start();
    return consumer;
  }

  /** Reads the topics that sources of some kinds have of their own, and those they are given later. */
  consumeOwn(schemes: readonly Scheme[], maxBatch: number, handle: Handle): { stop(): Promise<void> } {
    const { connection, topicPrefix, logger } = this;
    const read = new Set<string>();
    let said = '';
    const looking = repeatedly(LOOK_EVERY_MS, logger, "Looking for sources' own topics", async () => {
      const { sound, undated } = await ownTopics(connection, topicPrefix, schemes);
      for (const topic of sound.filter((one) => !read.has(one))) {
        read.add(topic);
        this.consume(topic, maxBatch, handle, WAIT_MS);
      }
      if (undated.join() === said) return;
      said = undated.join();
      if (said !== '') logger.error({ topics: undated }, 'Not read: message.timestamp.type must be LogAppendTime');
    });
    return {
      stop: async () => {
        await looking.stop();
        const stopping = [...read].map((topic) => this.consumers.get(topic)?.stop() ?? Promise.resolve());
        await Promise.all(stopping);
      },
    };
  }

  lags(): readonly ConsumerLag[] {
    return [...this.consumers.values()].map((consumer) => consumer.lag());
  }

  handled(): readonly Handled[] {
    return [...this.consumers.values()].map((consumer) => consumer.handled());
  }

  /** Messages of one topic, as a batch is. */
  private follow(messages: readonly SourceMessage[], handle: Handle): Promise<void> {
    const [first] = messages;
    if (first === undefined) return handle(messages);
    const place = { group: 'intake', topic: first.topic, partitionOf: (one: SourceMessage) => one.partition };
    return followMessages(this.tracing, place, messages, handle, { fromHere: true });
  }
}
