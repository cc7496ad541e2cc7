import { randomUUID } from 'node:crypto';
import { KafkaConnection } from '../../../src/platform/kafka/kafka-connection';
import { KafkaEventLog, type KafkaLogHooks, type KafkaLogOptions } from '../../../src/platform/kafka/kafka-event-log';
import { ensureTopics } from '../../../src/platform/kafka/kafka-topics';
import type { Poison } from '../../../src/platform/kafka/poison';
import type { TopicContract } from '../../../src/platform/kafka/topic-contract';
import type { Topic } from '../../../src/ports/event-log';
import { Logger } from '../../../src/ports/logger';
import { takingAnything } from '../../support/any-log';
import { until } from '../../support/until';

const ADDRESSES = process.env['REHABSPOR_TEST_KAFKA'] ?? '';

/** A `describe` that is skipped when there is no Kafka; whoever starts the servers says so. */
export const describeWithKafka = ADDRESSES === '' ? describe.skip : describe;

/** Remembers what was said. */
export class RememberingLogger extends Logger {
  readonly said: { readonly level: string; readonly details: object; readonly message: string }[] = [];

  override info(): void {}

  override warn(details: object, message: string): void {
    this.said.push({ level: 'warn', details, message });
  }

  override error(details: object, message: string): void {
    this.said.push({ level: 'error', details, message });
  }
}

const TOPICS: readonly Topic[] = ['clinical-events', 'feed-statuses', 'pathway-changes', 'decisions'];

/** Our topics, small. */
const smallTopics: readonly TopicContract[] = TOPICS.map((name) => ({
  name,
  partitions: name === 'feed-statuses' ? 1 : 3,
  replicas: 1,
  configs: {},
}));

export const freshPrefix = (): string => `test-${randomUUID().slice(0, 8)}.`;

const opened: (() => Promise<unknown>)[] = [];

export function kafkaConnection(
  logger: Logger = new RememberingLogger(),
  brokers: readonly string[] = ADDRESSES.split(','),
): KafkaConnection {
  return new KafkaConnection({ brokers, clientId: 'rehabspor-test' }, logger);
}

/** Makes topics that are deleted after the test. */
export async function makeTopics(
  topicPrefix: string,
  topics: readonly TopicContract[] = smallTopics,
): Promise<KafkaConnection> {
  const connection = kafkaConnection();
  await ensureTopics(connection, topics, new RememberingLogger(), { topicPrefix });
  const names = topics.map(({ name }) => `${topicPrefix}${name}`);
  opened.unshift(() => connection.asAdmin((admin) => admin.deleteTopics({ topics: names })));
  return connection;
}

export interface OpenLogOptions extends KafkaLogOptions {
  readonly hooks?: Partial<KafkaLogHooks>;
}

/** An event log over topics of its own, closed after the test; the same prefix opens the same topics. */
export async function openLog({ topicPrefix, hooks, ...options }: OpenLogOptions = {}) {
  const prefix = topicPrefix ?? freshPrefix();
  if (topicPrefix === undefined) await makeTopics(prefix);
  const logger = new RememberingLogger();
  const connection = kafkaConnection(logger);
  const poison: Poison[] = [];
  const onPoison = (one: Poison): void => void poison.push(one);
  const ownLog = new KafkaEventLog(connection, { ...options, topicPrefix: prefix }, logger, { onPoison, ...hooks });
  const log = takingAnything(ownLog);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await log.stop();
  };
  opened.push(close);
  return { log, ownLog, logger, connection, poison, prefix, start: () => log.start(), close };
}

/** Resolves once every partition of our topics is led, so that one can ask where it ends. */
export async function untilLed(connection: KafkaConnection, prefix: string): Promise<void> {
  for (const topic of TOPICS) {
    const ends = (): Promise<boolean> =>
      connection
        .asAdmin((admin) => admin.fetchTopicOffsets(`${prefix}${topic}`))
        .then(
          () => true,
          () => false,
        );
    await until(`${topic} is led`, ends, undefined, 50);
  }
}

/** Publishes what no `EventLog` would. */
export async function publishRaw(
  connection: KafkaConnection,
  topic: string,
  messages: readonly { key?: string; value: string | Buffer | null; headers?: Record<string, string | Buffer> }[],
): Promise<void> {
  const producer = connection.producer();
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [...messages] });
  await producer.disconnect();
}

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
