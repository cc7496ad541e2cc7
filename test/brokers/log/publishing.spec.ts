import { randomBytes } from 'node:crypto';
import { KafkaPublisher } from '../../../src/platform/kafka/kafka-publisher';
import { describeWithKafka, makeTopics, openLog, freshPrefix, RememberingLogger } from './kafka';

const TOPIC = 'clinical-events';
const text = (bytes: number): string => randomBytes(bytes / 2).toString('hex');
const topics = [{ name: TOPIC, partitions: 1, replicas: 1, configs: { 'max.message.bytes': '3000000' } }];

interface Sized {
  readonly number: number;
  readonly text?: string;
}

/** Everything a topic holds. */
async function contentsOf(topicPrefix: string) {
  const { log } = await openLog({ topicPrefix });
  const messages: { key: string; value: Sized; trace?: string }[] = [];
  await log.readTopic<Sized>(TOPIC, async (batch) => void messages.push(...batch.messages));
  return messages;
}

describeWithKafka('publishing to Kafka', () => {
  it('cuts what is too much for one request, in order', async () => {
    const { log, prefix } = await openLog();
    const messages = Array.from({ length: 12 }, (_, number) => ({
      key: 'a',
      value: { number, text: text(300_000) },
    }));
    await log.publish(TOPIC, messages);
    expect((await contentsOf(prefix)).map(({ value }) => value)).toEqual(messages.map(({ value }) => value));
  });

  it('sends a message larger than that alone, as large as the topic takes', async () => {
    const prefix = freshPrefix();
    await makeTopics(prefix, topics);
    const { log } = await openLog({ topicPrefix: prefix });
    const sizes = [10, 2_800_000, 10, 600_000, 200_000];
    const messages = sizes.map((size, number) => ({ key: 'a', value: { number, text: text(size) } }));
    const heard: Sized[] = [];
    log.subscribe<Sized>({
      group: 'g',
      topic: TOPIC,
      maxBatch: 10,
      handle: async (batch) => void heard.push(...batch.messages.map(({ value }) => value)),
    });
    log.start();
    await log.publish(TOPIC, messages);
    await log.settled();
    expect(heard).toEqual(messages.map(({ value }) => value));
  });

  it('rejects a message no broker takes, and that publication only', async () => {
    const prefix = freshPrefix();
    const connection = await makeTopics(prefix, topics);
    const publisher = new KafkaPublisher(connection, new RememberingLogger());
    const publish = (number: number, size: number): Promise<void> =>
      publisher.publish(`${prefix}${TOPIC}`, [{ key: 'a', value: { number, text: text(size) } }]);
    const outcomes = await Promise.allSettled([publish(0, 10), publish(1, 3_100_000), publish(2, 10)]);
    await publish(3, 10);
    await publisher.close();
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await contentsOf(prefix)).map(({ value }) => value.number)).toEqual([0, 2, 3]);
  });

  it('keeps the order of those who publish without waiting', async () => {
    const { log, prefix } = await openLog();
    const numbers = Array.from({ length: 500 }, (_, number) => number);
    await Promise.all(numbers.map((number) => log.publish(TOPIC, [{ key: 'a', value: { number } }])));
    expect((await contentsOf(prefix)).map(({ value }) => value.number)).toEqual(numbers);
  });

  it('carries the trace of a message along', async () => {
    const { log, prefix } = await openLog();
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await log.publish(TOPIC, [
      { key: 'a', value: { number: 0 }, trace },
      { key: 'a', value: { number: 1 } },
    ]);
    expect((await contentsOf(prefix)).map((message) => [message.value.number, message.trace])).toEqual([
      [0, trace],
      [1, undefined],
    ]);
  });

  it('refuses to publish once it is stopped', async () => {
    const { log, close } = await openLog();
    await close();
    await expect(log.publish(TOPIC, [{ key: 'a', value: { number: 0 } }])).rejects.toThrow('is closed');
  });
});
