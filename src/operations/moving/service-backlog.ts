import { setTimeout as pause } from 'node:timers/promises';
import { boundsOf } from '../../platform/kafka/kafka-offsets';
import type { KafkaConnection } from '../../platform/kafka/kafka-connection';
import type { Topic } from '../../ports/event-log';

/** A service's consumer group and what it reads. */
export interface ServiceGroup {
  readonly service: string;
  readonly group: string;
  readonly topic: Topic;
}

/** What all instances of a service together have not handled yet. */
export interface Backlog extends ServiceGroup {
  readonly messages: number;
  /** How many instances are there to handle it. */
  readonly instances: number;
}

/**
 * Asks Kafka how far the groups are. What they committed is read before the topics' ends: where nothing is left, no
 * group had a message under way in between that could lead to another.
 */
export function backlogOf(
  connection: KafkaConnection,
  prefix: string,
  groups: readonly ServiceGroup[],
): Promise<readonly Backlog[]> {
  const idOf = ({ group, topic }: ServiceGroup): string => `${prefix}${group}.${topic}`;
  return connection.asAdmin(async (admin) => {
    const described = await admin.describeGroups(groups.map(idOf));
    const committed: Map<number, number>[] = [];
    for (const group of groups) {
      const [offsets] = await admin.fetchOffsets({ groupId: idOf(group), topics: [`${prefix}${group.topic}`] });
      committed.push(new Map(offsets?.partitions.map(({ partition, offset }) => [partition, Number(offset)])));
    }
    const backlogs: Backlog[] = [];
    for (const [at, group] of groups.entries()) {
      let messages = 0;
      for (const [partition, { low, high }] of await boundsOf(admin, `${prefix}${group.topic}`)) {
        messages += high - Math.max(low, committed[at]?.get(partition) ?? low);
      }
      const instances = described.groups.find(({ groupId }) => groupId === idOf(group))?.members.length ?? 0;
      backlogs.push({ ...group, messages, instances });
    }
    return backlogs;
  });
}

export interface WaitingOptions {
  /** So long nothing may move before waiting ends, where there are instances to move it. */
  readonly patienceMs: number;
  readonly everyMs: number;
  /** How much is left, and how much it was at most. */
  readonly onProgress: (left: number, most: number) => void;
}

/** Waits while services handle what they are behind; resolves with what is left when nothing moves any more. */
export async function untilHandled(
  look: () => Promise<readonly Backlog[]>,
  { patienceMs, everyMs, onProgress }: WaitingOptions,
): Promise<readonly Backlog[]> {
  let most = 0;
  let seen = '';
  let movedAt = performance.now();
  for (;;) {
    const behind = (await look()).filter(({ messages }) => messages > 0);
    const left = behind.reduce((sum, { messages }) => sum + messages, 0);
    most = Math.max(most, left);
    onProgress(left, most);
    const now = behind.map(({ group, messages }) => `${group} ${messages}`).join();
    if (now !== seen) [seen, movedAt] = [now, performance.now()];
    const isNobodyThere = behind.every(({ instances }) => instances === 0);
    if (isNobodyThere || performance.now() - movedAt > patienceMs) return behind;
    await pause(everyMs);
  }
}

/** What waits for whom, a sentence each. */
export function sayWaiting(behind: readonly Backlog[]): string[] {
  return behind.map(({ service, topic, messages, instances }) => {
    const why =
      instances === 0 ? `no instance runs; start one with \`serve ${service}\`` : 'it does not go on; see its log';
    return `${messages} ${topic} wait for the service ${service}: ${why}.`;
  });
}
