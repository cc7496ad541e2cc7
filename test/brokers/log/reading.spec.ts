import type { AnyPartitionBatch } from '../../support/any-log';
import { describeWithKafka, openLog, publishRaw } from './kafka';

interface Numbered {
  readonly number: number;
}

const TOPIC = 'clinical-events';
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

const messagesTo = (from: number, end: number) =>
  Array.from({ length: end - from }, (_, at) => KEYS.map((key) => ({ key, value: { number: from + at } }))).flat();

function collect() {
  const batches: AnyPartitionBatch<Numbered>[] = [];
  const onBatch = async (batch: AnyPartitionBatch<Numbered>): Promise<void> => void batches.push(batch);
  const numbersOf = (key: string): number[] =>
    batches.flatMap(({ messages }) =>
      messages.filter((message) => message.key === key).map(({ value }) => value.number),
    );
  return { batches, onBatch, numbersOf };
}

describeWithKafka('reading a whole topic', () => {
  it('goes from the beginning to the end there was, leaves no group, and needs no start', async () => {
    const { log, connection, prefix } = await openLog();
    await log.publish(TOPIC, messagesTo(0, 50));
    const { onBatch, numbersOf, batches } = collect();
    let published: Promise<void> | undefined;
    const ends = await log.readTopic<Numbered>(TOPIC, async (batch) => {
      // What comes while it reads is not its business.
      published ??= log.publish(TOPIC, messagesTo(50, 60));
      await published;
      await onBatch(batch);
    });
    for (const key of KEYS) expect(numbersOf(key)).toEqual(Array.from({ length: 50 }, (_, number) => number));
    expect([...ends.values()].reduce((sum, end) => sum + end, 0)).toBe(50 * KEYS.length);
    for (const { topic, partition, messages } of batches) {
      expect(topic).toBe(TOPIC);
      expect(messages.at(-1)?.offset).toBeLessThan(ends.get(partition) as number);
    }
    const { groups } = await connection.asAdmin((admin) => admin.listGroups());
    expect(groups.filter(({ groupId }) => groupId.startsWith(prefix))).toEqual([]);
  });

  it('goes on from where an earlier reading ended', async () => {
    const { log } = await openLog();
    await log.publish(TOPIC, messagesTo(0, 5));
    const ends = await log.readTopic<Numbered>(TOPIC, async () => undefined);
    await log.publish(TOPIC, messagesTo(5, 8));
    const { onBatch, numbersOf } = collect();
    await log.readTopic<Numbered>(TOPIC, onBatch, { fromOffsets: ends });
    for (const key of KEYS) expect(numbersOf(key)).toEqual([5, 6, 7]);
  });

  it('is done at once when there is nothing', async () => {
    const { log } = await openLog();
    const { onBatch, batches } = collect();
    expect(await log.readTopic<Numbered>(TOPIC, onBatch)).toEqual(
      new Map([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
    );
    expect(batches).toEqual([]);
  });

  it('rejects when what it reads cannot be taken', async () => {
    const { log } = await openLog();
    await log.publish(TOPIC, messagesTo(0, 2));
    const failure = new Error('the disk is full');
    await expect(log.readTopic(TOPIC, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('passes over what is no JSON object', async () => {
    const { log, connection, prefix } = await openLog();
    await publishRaw(connection, `${prefix}${TOPIC}`, [{ value: 'no' }, { key: 'a', value: null }]);
    await log.publish(TOPIC, messagesTo(0, 1));
    const { onBatch, numbersOf } = collect();
    await log.readTopic<Numbered>(TOPIC, onBatch);
    for (const key of KEYS) expect(numbersOf(key)).toEqual([0]);
  });
});
