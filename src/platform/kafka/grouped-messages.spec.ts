/* eslint-disable @typescript-eslint/no-require-imports -- inside the package, which has no types for it */
import fc from 'fast-check';
import { groupedMessages } from './grouped-messages';

interface Sent {
  readonly partition: number;
  readonly value: string;
}

const groupedByKafkajs = require('kafkajs/src/producer/groupMessagesPerPartition') as (of: {
  readonly topic: string;
  readonly partitionMetadata: readonly object[];
  readonly messages: readonly Sent[];
  readonly partitioner: (of: { readonly message: Sent }) => number;
}) => Readonly<Record<string, readonly Sent[]>>;

test('kafkajs finds the same messages in each partition, in their order', () => {
  const sent = fc.array(fc.record({ partition: fc.nat({ max: 4 }), value: fc.string() }));
  fc.assert(
    fc.property(sent, (messages) => {
      const among = {
        topic: 't',
        partitionMetadata: [{}],
        partitioner: ({ message }: { message: Sent }) => message.partition,
      };
      const grouped = groupedMessages(messages);
      expect([...grouped]).toEqual(messages);
      expect(groupedByKafkajs({ ...among, messages: grouped })).toEqual(groupedByKafkajs({ ...among, messages }));
    }),
  );
});
