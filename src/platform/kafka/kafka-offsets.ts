import type { Admin } from 'kafkajs';
import type { KafkaNames } from './kafka-consumer-loop';

/** Where the partitions of a topic begin and end. */
export async function boundsOf(admin: Admin, topic: string): Promise<Map<number, { low: number; high: number }>> {
  const partitions = await admin.fetchTopicOffsets(topic);
  return new Map(partitions.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]));
}

/**
 * True when no group had anything left to handle. What the groups committed is read first, then the topics' ends: where
 * they are the same, no group had a message under way at the moment between the two, and so none that could lead to
 * another.
 */
export async function areCaughtUp(admin: Admin, groups: readonly KafkaNames[]): Promise<boolean> {
  const committed = new Map<KafkaNames, Map<number, number>>();
  for (const names of groups) {
    const [offsets] = await admin.fetchOffsets({ groupId: names.groupId, topics: [names.topic] });
    committed.set(
      names,
      new Map((offsets?.partitions ?? []).map(({ partition, offset }) => [partition, Number(offset)])),
    );
  }
  const bounds = new Map<string, Map<number, { low: number; high: number }>>();
  for (const { topic } of groups) if (!bounds.has(topic)) bounds.set(topic, await boundsOf(admin, topic));
  return groups.every((names) =>
    [...(bounds.get(names.topic) ?? [])].every(
      ([partition, { low, high }]) => Math.max(committed.get(names)?.get(partition) ?? low, low) >= high,
    ),
  );
}
