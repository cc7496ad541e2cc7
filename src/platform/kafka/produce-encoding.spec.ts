/* eslint-disable @typescript-eslint/no-require-imports -- inside the package, which has no types for it */
import fc from 'fast-check';
import { encoded, encodeProducedCheaply, type Produced } from './produce-encoding';

interface Made {
  readonly request: { readonly encode: () => Promise<{ readonly buffer: Buffer }> };
}

const produce = require('kafkajs/src/protocol/requests/produce') as {
  readonly protocol: (of: { readonly version: number }) => (produced: Produced) => Made;
};
/** As kafkajs has it, before anything is changed. */
const { protocol } = produce;

const NOW = 1_700_000_000_000;

/** kafkajs itself takes the moment from the messages. */
const dated = (produced: Produced): Produced => ({
  ...produced,
  topicData: produced.topicData.map(({ topic, partitions }) => ({
    topic,
    partitions: partitions.map((of) => ({
      ...of,
      messages: of.messages.map((message) => ({ ...message, timestamp: NOW })),
    })),
  })),
});

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const bytes = fc.oneof(
  text,
  text.map((one) => Buffer.from(one)),
);
const message = fc.record({
  key: fc.option(bytes, { nil: undefined }),
  value: fc.option(bytes),
  headers: fc.dictionary(
    text.filter((name) => name !== '__proto__'),
    fc.oneof(bytes, fc.array(bytes, { maxLength: 2 })),
    { maxKeys: 3 },
  ),
});
const partition = fc.record({
  partition: fc.nat({ max: 11 }),
  firstSequence: fc.nat(),
  messages: fc.array(message, { minLength: 1, maxLength: 80 }),
});
const produced: fc.Arbitrary<Produced> = fc.record({
  acks: fc.constantFrom(-1, 1),
  timeout: fc.constant(30_000),
  transactionalId: fc.option(text),
  producerId: fc.oneof(fc.constant(-1), fc.bigInt({ min: 0n, max: 2n ** 62n }).map(String)),
  producerEpoch: fc.nat({ max: 30_000 }),
  topicData: fc.array(fc.record({ topic: text, partitions: fc.array(partition, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
});

test('what is produced goes to brokers in the very bytes kafkajs writes', async () => {
  await fc.assert(
    fc.asyncProperty(produced, async (one) => {
      const byKafkajs = await protocol({ version: 7 })(dated(one)).request.encode();
      const { buffer } = encoded(one, NOW) as unknown as { readonly buffer: Buffer };
      expect(buffer.equals(byKafkajs.buffer)).toBe(true);
    }),
  );
});

test('kafkajs is left as it is where messages say when they were made, and for brokers without batches', () => {
  encodeProducedCheaply();
  encodeProducedCheaply();
  const one: Produced = {
    acks: -1,
    timeout: 1,
    topicData: [{ topic: 't', partitions: [{ partition: 0, messages: [{ key: null, value: 'v' }] }] }],
  };
  const isLeft = (version: number, of: Produced): boolean =>
    produce.protocol({ version })(of).request.encode.toString() === protocol({ version })(of).request.encode.toString();

  expect([isLeft(7, one), isLeft(7, dated(one)), isLeft(2, one)]).toEqual([false, true, true]);
});
