import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from '../../../src/platform/kafka/partition-of';

const choose = Partitioners.DefaultPartitioner();

function kafkajsChooses(key: string, partitions: number): number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));
  return choose({ topic: 'decisions', partitionMetadata, message: { key, value: null } });
}

describe('the partition of a key', () => {
  it('is the one kafkajs chooses, whatever the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 200 }), (key, partitions) => {
        expect(partitionOf(key, partitions)).toBe(kafkajsChooses(key, partitions));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the one Kafka for Java chooses', () => {
    // org.apache.kafka.common.utils.UtilsTest.testMurmur2
    const hashes = { '21': -973932308, foobar: -790332482, 'a-little-bit-long-string': -985981536 };
    for (const [key, hash] of Object.entries(hashes)) {
      expect(partitionOf(key, 0x7fffffff)).toBe((hash & 0x7fffffff) % 0x7fffffff);
    }
  });
});
