import { NO_VALUE, NOT_JSON } from '../../../src/platform/kafka/why-poison';
import type { AnyBatch } from '../../support/any-log';
import { until } from '../../support/until';
import { describeWithKafka, openLog, publishRaw } from './kafka';

interface Numbered {
  readonly number: number;
}

const TOPIC = 'feed-statuses';
const sound = (number: number) => ({ key: 'a', value: JSON.stringify({ number }) });

describeWithKafka('a message that cannot be handled', () => {
  it('is handed on when it is no JSON object, and holds up nothing', async () => {
    const { log, connection, prefix, poison, start } = await openLog();
    await publishRaw(connection, `${prefix}${TOPIC}`, [
      { key: 'a', value: 'not JSON 150277-9995' },
      sound(0),
      { key: 'b', value: null },
      { value: '5' },
      sound(1),
    ]);
    const heard: number[] = [];
    log.subscribe<Numbered>({
      group: 'g',
      topic: TOPIC,
      maxBatch: 10,
      handle: async ({ messages }) => void heard.push(...messages.map(({ value }) => value.number)),
    });
    start();
    await log.settled();

    expect(heard).toEqual([0, 1]);
    expect(poison).toEqual([
      expect.objectContaining({ group: 'g', topic: TOPIC, partition: 0, offset: 0, key: 'a' }),
      expect.objectContaining({ offset: 2, key: 'b', value: null, reason: NO_VALUE }),
      expect.objectContaining({ offset: 3, key: null, value: Buffer.from('5') }),
    ]);
    expect(poison[0]?.value?.toString()).toBe('not JSON 150277-9995');
    expect(poison[0]?.reason).toEqual(NOT_JSON);
  });

  it('is skipped when its handler fails at it alone, and is not asked for again after a restart', async () => {
    const first = await openLog();
    await publishRaw(first.connection, `${first.prefix}${TOPIC}`, [0, 1, 2, 3].map(sound));
    const batches: AnyBatch<Numbered>[] = [];
    const subscriber = {
      group: 'g',
      topic: TOPIC,
      maxBatch: 10,
      handle: async (batch: AnyBatch<Numbered>) => {
        batches.push(batch);
        if (batch.messages.some(({ value }) => value.number === 1)) throw new TypeError('no form');
      },
    } as const;
    first.log.subscribe<Numbered>(subscriber);
    first.start();
    await first.log.settled();
    await first.close();
    expect(first.poison.map(({ offset, reason }) => [offset, reason.what.en])).toEqual([
      [1, 'Handling this message fails: TypeError: no form.'],
    ]);
    expect(batches.slice(-6).map(({ messages }) => messages.map(({ value }) => value.number))).toEqual([
      [0],
      [1],
      [1],
      [1],
      [2],
      [3],
    ]);

    batches.length = 0;
    const second = await openLog({ topicPrefix: first.prefix });
    await second.log.publish(TOPIC, [{ key: 'a', value: { number: 4 } }]);
    second.log.subscribe<Numbered>(subscriber);
    second.start();
    await second.log.settled();
    expect(batches.flatMap(({ messages }) => messages.map(({ value }) => value.number))).toEqual([4]);
  });

  it('is what the program takes for one', async () => {
    const isPoison = (error: unknown): boolean => (error as Error).message === 'bad message';
    const { log, poison, start } = await openLog({ hooks: { isPoison } });
    let attempts = 0;
    log.subscribe<Numbered>({
      group: 'g',
      topic: TOPIC,
      maxBatch: 1,
      handle: async ({ messages }) => {
        attempts += 1;
        if (messages[0]?.value.number === 0) throw new Error('bad message');
        if (attempts < 10) throw new TypeError('counts for nothing here');
      },
    });
    await log.publish(TOPIC, [
      { key: 'a', value: { number: 0 } },
      { key: 'a', value: { number: 1 } },
    ]);
    start();
    await until('the second message is handled', async () => attempts === 10);
    await log.settled();
    expect(poison.map(({ offset }) => offset)).toEqual([0]);
  });
});
