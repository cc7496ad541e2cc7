import { KafkaSourceConsumer } from '../../../src/platform/kafka/kafka-source-consumer';
import type { Poison } from '../../../src/platform/kafka/poison';
import { incomingOf, type SourceMessage } from '../../../src/platform/kafka/source-message';
import { until } from '../../support/until';
import { describeWithKafka, freshPrefix, makeTopics, publishRaw, RememberingLogger } from './kafka';

const TOPIC = 'source.hospital';
const topics = [{ name: TOPIC, partitions: 2, replicas: 1, configs: { 'message.timestamp.type': 'LogAppendTime' } }];

async function open(handle: (messages: readonly SourceMessage[]) => Promise<void>) {
  const topicPrefix = freshPrefix();
  const connection = await makeTopics(topicPrefix, topics);
  const poison: Poison[] = [];
  const assigned: (readonly number[])[] = [];
  const hooks = {
    onPoison: (one: Poison) => void poison.push(one),
    onAssigned: (partitions: readonly number[]) => void assigned.push(partitions),
  };
  const make = (): KafkaSourceConsumer =>
    new KafkaSourceConsumer(
      connection,
      { topic: TOPIC, topicPrefix, maxBatch: 3 },
      new RememberingLogger(),
      handle,
      hooks,
    );
  return { connection, name: `${topicPrefix}${TOPIC}`, poison, assigned, make };
}

describeWithKafka('the consumer of a source topic', () => {
  it('hands on messages in both modes as they came, stamped by the broker', async () => {
    const heard: SourceMessage[] = [];
    const { connection, name, make } = await open(async (messages) => void heard.push(...messages));
    const event = { specversion: '1.0', id: '1', source: 'hospital:1' };
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const before = Date.now();
    await publishRaw(connection, name, [
      { key: 'hospital:1', value: JSON.stringify(event), headers: { 'content-type': 'application/cloudevents+json' } },
      {
        key: 'hospital:1',
        value: '{"recordId":"R"}',
        headers: { ce_specversion: '1.0', ce_id: '2', ce_source: 'hospital:1', traceparent },
      },
      { key: 'hospital:1', value: null },
    ]);
    const consumer = make();
    consumer.start();
    await until('all are heard', () => heard.length === 3);
    await until('they are handled', () => consumer.handled().messages === 3);
    expect(consumer.lag()).toEqual({ group: 'intake', topic: TOPIC, lag: 0 });
    expect(consumer.assignment()).toEqual([0, 1]);
    await consumer.stop();

    for (const { timestamp } of heard) {
      expect(timestamp).toBeGreaterThanOrEqual(before - 1_000);
      expect(timestamp).toBeLessThanOrEqual(Date.now() + 1_000);
    }
    expect(heard.map(incomingOf)).toMatchObject([
      { text: JSON.stringify(event), origin: expect.stringMatching(/^source\.hospital\/[01]\/0$/) },
      { text: JSON.stringify({ ...event, id: '2', data: { recordId: 'R' } }), trace: traceparent },
      { unreadable: { en: expect.any(String) } },
    ]);
  });

  it('tells of its partitions whenever they are assigned, before it hands on anything of them', async () => {
    const toldBefore: number[] = [];
    const { connection, name, make, assigned } = await open(async () => void toldBefore.push(assigned.length));
    await publishRaw(connection, name, [{ key: 'hospital:1', value: '{}' }]);
    const first = make();
    first.start();
    await until('the first handles', () => toldBefore.length > 0);
    const second = make();
    second.start();
    await until('they share', () => first.assignment().length === 1 && second.assignment().length === 1);
    await second.stop();
    await until('the first has both again', () => first.assignment().length === 2);
    await first.stop();

    expect(toldBefore[0]).toBe(1);
    expect(assigned.filter((partitions) => partitions.length === 2).length).toBeGreaterThanOrEqual(2);
  });

  it('brings what failed again and skips what is poison, also after a restart', async () => {
    const batches: string[][] = [];
    let failures = 2;
    const { connection, name, make, poison } = await open(async (messages) => {
      const values = messages.map(({ value }) => String(value));
      batches.push(values);
      if (values.includes('poison')) throw new TypeError('no form');
      if (failures-- > 0) throw new Error('not yet');
    });
    await publishRaw(
      connection,
      name,
      ['0', '1', '2', '3', 'poison'].map((value) => ({ key: 'a', value })),
    );
    const first = make();
    first.start();
    await until('the poison is skipped', () => poison.length === 1);
    await first.stop();
    expect(batches.slice(0, 3)).toEqual([
      ['0', '1', '2'],
      ['0', '1', '2'],
      ['0', '1', '2'],
    ]);
    expect(poison).toMatchObject([{ group: 'intake', topic: TOPIC, offset: 4, key: 'a' }]);

    batches.length = 0;
    await publishRaw(connection, name, [{ key: 'a', value: '5' }]);
    const second = make();
    second.start();
    await until('the next is heard', () => batches.length === 1);
    await second.stop();
    expect(batches).toEqual([['5']]);
  });
});
