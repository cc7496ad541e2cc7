import { boundsOf } from '../../platform/kafka/kafka-offsets';
import type { KafkaConnection } from '../../platform/kafka/kafka-connection';

/** The next offset by partition. */
export type Offsets = ReadonlyMap<number, number>;

/** How far a consumer group has come in a topic; a partition it has not begun is left out. Names are Kafka's. */
function committedBy(connection: KafkaConnection, groupId: string, topic: string): Promise<Offsets> {
  return connection.asAdmin(async (admin) => {
    const [offsets] = await admin.fetchOffsets({ groupId, topics: [topic] });
    const partitions = (offsets?.partitions ?? []).map(({ partition, offset }): [number, number] => [
      partition,
      Number(offset),
    ]);
    return new Map(partitions.filter(([, offset]) => offset >= 0));
  });
}

/** Lets a group that nobody is in go on from the given offsets; throws when it does not stand there afterwards. */
export async function commitFor(
  connection: KafkaConnection,
  groupId: string,
  topic: string,
  offsets: Offsets,
): Promise<void> {
  const partitions = [...offsets].map(([partition, offset]) => ({ partition, offset: String(offset) }));
  await connection.asAdmin((admin) => admin.setOffsets({ groupId, topic, partitions }));
  const committed = await committedBy(connection, groupId, topic);
  if ([...offsets].some(([partition, offset]) => committed.get(partition) !== offset)) {
    throw new Error(`The consumer group ${groupId} could not be set to where the rebuild has come.`);
  }
}

/** How many members a group has. */
export function membersOf(connection: KafkaConnection, groupId: string): Promise<number> {
  return connection.asAdmin(async (admin) => {
    const { groups } = await admin.describeGroups([groupId]);
    return groups[0]?.members.length ?? 0;
  });
}

/** How many messages a topic holds. */
export function countOf(connection: KafkaConnection, topic: string): Promise<number> {
  return connection.asAdmin(async (admin) => {
    let count = 0;
    for (const { low, high } of (await boundsOf(admin, topic)).values()) count += high - low;
    return count;
  });
}

/** Forgets a group that has no members; one that has some, or is not there, is left alone. */
export async function forgetGroup(connection: KafkaConnection, groupId: string): Promise<void> {
  await connection.asAdmin((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
}

/** How many messages lie between two places. */
export function distance(from: Offsets, to: Offsets): number {
  let distance = 0;
  for (const [partition, offset] of to) distance += Math.max(0, offset - (from.get(partition) ?? 0));
  return distance;
}
