import { Kafka, logLevel } from 'kafkajs';

/** Reads a topic with nothing but kafkajs and parses every value; ends when it is told to and prints how many it was. */
const [brokers = '', groupId = '', topic = ''] = process.argv.slice(2);
const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'bare', logLevel: logLevel.NOTHING });
// It fetches as the services do.
const consumer = kafka.consumer({
  groupId,
  sessionTimeout: 10_000,
  heartbeatInterval: 1_000,
  maxBytes: 16 << 20,
  maxBytesPerPartition: 8 << 20,
  minBytes: 1,
  maxWaitTimeInMs: 100,
});
let events = 0;

async function main(): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachBatch: ({ batch }) => {
      for (const { value } of batch.messages) {
        if (value !== null && typeof JSON.parse(value.toString('utf8')) === 'object') events += 1;
      }
      return Promise.resolve();
    },
  });
  process.once('SIGTERM', () => {
    void consumer.disconnect().then(() => process.stdout.write(String(events)));
  });
}

void main();
