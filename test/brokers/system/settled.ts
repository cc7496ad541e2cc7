import type { Admin } from 'kafkajs';
import type { System } from './system';

/** The topics somebody has to read to their end where there is anything on them; receipts, rejected events and decisions are for the outside. */
const CONSUMED = [
  'source.hospital',
  'source.municipality',
  'source.general-practice',
  'source.registers',
  'clinical-events',
  'feed-statuses',
  'pathway-changes',
] as const;

export interface SettlingOptions {
  readonly mostMs?: number;
  /** Topics that nobody is to read, whatever is on them. */
  readonly unread?: readonly string[];
}

/**
 * Resolves once every consumer group has handled everything: seen twice in a row without lag while nothing was
 * published in between.
 */
export async function settled(system: System, { mostMs = 300_000, unread = [] }: SettlingOptions = {}): Promise<void> {
  const consumed = CONSUMED.filter((topic) => !unread.includes(topic)).map((topic) => system.prefix + topic);
  const end = Date.now() + mostMs;
  let before: string | undefined;
  let lags: string[] = [];
  while (Date.now() < end) {
    const seen = await system.asAdmin((admin) => look(admin, system.prefix, consumed)).catch(() => undefined);
    if (seen !== undefined) lags = seen.lags;
    const now = seen !== undefined && seen.lags.length === 0 ? seen.published : undefined;
    if (now !== undefined && now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${mostMs} ms in vain until everything was handled: ${lags.join(', ') || 'no rest'}.`);
}

interface Look {
  /** What is not handled, in words. */
  readonly lags: string[];
  /** How much was ever published, to compare with. */
  readonly published: string;
}

/** What the groups committed is read before the topics' ends: what is handled in between cannot pass for lag-free. */
async function look(admin: Admin, prefix: string, consumed: readonly string[]): Promise<Look> {
  const { groups } = await admin.listGroups();
  const committed: { group: string; topic: string; offsets: Map<number, number> }[] = [];
  for (const { groupId } of groups.filter((group) => group.groupId.startsWith(prefix))) {
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
      const offsets = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      if ([...offsets.values()].some((offset) => offset >= 0)) committed.push({ group: groupId, topic, offsets });
    }
  }
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix)).sort();
  const lags: string[] = [];
  const published: string[] = [];
  for (const topic of topics) {
    const partitions = await admin.fetchTopicOffsets(topic);
    published.push(`${topic} ${partitions.reduce((sum, { offset }) => sum + Number(offset), 0)}`);
    if (!consumed.includes(topic)) continue;
    const readers = committed.filter((one) => one.topic === topic);
    const isEmpty = partitions.every(({ offset }) => Number(offset) === 0);
    if (readers.length === 0 && !isEmpty) lags.push(`nobody reads ${topic}`);
    for (const { group, offsets } of readers) {
      const lag = partitions.reduce(
        (sum, { partition, offset }) => sum + Math.max(0, Number(offset) - Math.max(0, offsets.get(partition) ?? 0)),
        0,
      );
      if (lag > 0) lags.push(`${group} is ${lag} behind in ${topic}`);
    }
  }
  for (const topic of consumed) if (!topics.includes(topic)) lags.push(`there is no ${topic}`);
  return { lags, published: published.join(', ') };
}
