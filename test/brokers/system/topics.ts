import { randomUUID } from 'node:crypto';
import type { System } from './system';

/** A message as it lies in a topic; `topic` is without the prefix. */
export interface KeptMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

/** The offset after the last of each partition. */
async function topicEnds(system: System): Promise<Map<string, number[]>> {
  return system.asAdmin(async (admin) => {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(system.prefix));
    const ends = new Map<string, number[]>();
    for (const topic of topics) {
      const partitions = await admin.fetchTopicOffsets(topic);
      const high: number[] = [];
      for (const { partition, offset } of partitions) high[partition] = Number(offset);
      ends.set(topic.slice(system.prefix.length), high);
    }
    return ends;
  });
}

/** Every message that is in the topics of the system now, in the order of each partition. */
export async function readTopics(system: System): Promise<KeptMessage[]> {
  const ends = await topicEnds(system);
  const left = new Set(
    [...ends].flatMap(([topic, high]) => high.flatMap((end, partition) => (end > 0 ? [`${partition} ${topic}`] : []))),
  );
  const messages: KeptMessage[] = [];
  if (left.size === 0) return messages;
  // Outside the prefix: what is read here is nobody's backlog.
  const consumer = system.kafka.consumer({ groupId: `reader-${randomUUID()}`, maxWaitTimeInMs: 100 });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...ends.keys()].map((topic) => system.prefix + topic), fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatch: ({ batch }) => {
            const topic = batch.topic.slice(system.prefix.length);
            const { partition } = batch;
            const end = ends.get(topic)?.[partition] ?? 0;
            for (const { offset, key, value, headers } of batch.messages) {
              if (Number(offset) >= end) continue;
              const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
              messages.push({
                topic,
                partition,
                offset: Number(offset),
                key: key === null ? null : key.toString('utf8'),
                headers: Object.fromEntries(texts) as Record<string, string>,
                value,
              });
            }
            if (Number(batch.lastOffset()) >= end - 1) left.delete(`${partition} ${topic}`);
            if (left.size === 0) resolve();
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return messages;
}

/** The JSON value of a message. */
export const valueOf = <T = Record<string, unknown>>({ value }: KeptMessage): T => JSON.parse(String(value)) as T;
