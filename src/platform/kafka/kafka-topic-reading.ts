import { randomUUID } from 'node:crypto';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { BackOff } from './back-off';
import type { KafkaConnection } from './kafka-connection';
import { boundsOf } from './kafka-offsets';
import { Pulse } from './pulse';

type OnMessages = (partition: number, messages: KafkaMessage[]) => Promise<void>;

const MOST_AT_ONCE = 5_000;

/**
 * Reads a topic from its beginning, or from given offsets, up to where it ends now, and resolves with the ends by
 * partition. Waits for brokers that are away; rejects when `onMessages` does. The group it needs is deleted after.
 */
export async function readKafkaTopic(
  connection: KafkaConnection,
  { topic, prefix }: { readonly topic: string; readonly prefix: string },
  onMessages: OnMessages,
  logger: Logger,
  fromOffsets: ReadonlyMap<number, number> = new Map(),
): Promise<ReadonlyMap<number, number>> {
  const backOff = new BackOff();
  const groupId = `${prefix}reading.${randomUUID()}`;
  let reading: TopicReading | undefined;
  for (;;) {
    try {
      if (reading === undefined) {
        const bounds = await connection.asAdmin((admin) => boundsOf(admin, topic));
        reading = new TopicReading(topic, bounds, fromOffsets, onMessages, () => backOff.reset());
      }
      await reading.run(connection, groupId);
      break;
    } catch (error) {
      if (reading?.failure !== undefined) break;
      logger.error({ topic, error }, 'Reading a topic was interrupted and goes on');
      await backOff.pause();
    }
  }
  // Nothing was ever committed: at the latest the brokers forget an empty group by themselves.
  await connection.asAdmin((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
  if (reading.failure !== undefined) throw reading.failure.error;
  return reading.ends;
}

class TopicReading {
  readonly ends = new Map<number, number>();
  /** What `onMessages` rejected with. */
  failure: { readonly error: Error } | undefined;
  private readonly next = new Map<number, number>();

  constructor(
    private readonly topic: string,
    bounds: ReadonlyMap<number, { low: number; high: number }>,
    fromOffsets: ReadonlyMap<number, number>,
    private readonly onMessages: OnMessages,
    private readonly onProgress: () => void,
  ) {
    for (const [partition, { low, high }] of bounds) {
      this.ends.set(partition, high);
      this.next.set(partition, Math.max(low, fromOffsets.get(partition) ?? 0));
    }
  }

  /** Goes on from where it is; throws when the consumer crashed or `onMessages` failed. */
  async run(connection: KafkaConnection, groupId: string): Promise<void> {
    if (this.isDone()) return;
    const consumer = connection.consumer({
      groupId,
      maxBytes: 16 << 20,
      maxBytesPerPartition: 8 << 20,
      maxWaitTimeInMs: 100,
    });
    let finish = (): void => undefined;
    let fail = (_error: unknown): void => undefined;
    const finished = new Promise<void>((resolve, reject) => {
      finish = resolve;
      fail = reject;
    });
    finished.catch(() => undefined);
    consumer.on(consumer.events.CRASH, ({ payload }) => fail(payload.error));
    consumer.on(consumer.events.GROUP_JOIN, () => {
      const { topic } = this;
      for (const [partition, offset] of this.next) consumer.seek({ topic, partition, offset: String(offset) });
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [this.topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatch: async (payload) => {
          try {
            await this.take(payload);
            if (this.isDone()) finish();
          } catch (error) {
            this.failure = { error: error as Error };
            fail(error);
          }
        },
      });
      await finished;
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { partition } = batch;
    const end = this.ends.get(partition) ?? 0;
    const from = this.next.get(partition) ?? 0;
    const wanted = batch.messages.filter(({ offset }) => Number(offset) >= from && Number(offset) < end);
    const pulse = new Pulse(() => payload.heartbeat());
    try {
      for (let at = 0; at < wanted.length && payload.isRunning() && this.failure === undefined; at += MOST_AT_ONCE) {
        const messages = wanted.slice(at, at + MOST_AT_ONCE);
        await this.onMessages(partition, messages);
        this.next.set(partition, Number(messages.at(-1)?.offset) + 1);
        this.onProgress();
      }
    } finally {
      pulse.end();
    }
    if (Number(batch.lastOffset()) + 1 < end) return;
    const isAllTaken = wanted.length === 0 || this.next.get(partition) === Number(wanted.at(-1)?.offset) + 1;
    if (isAllTaken) this.next.set(partition, end);
    payload.pause();
  }

  private isDone(): boolean {
    return [...this.ends].every(([partition, end]) => (this.next.get(partition) ?? 0) >= end);
  }
}
