import type { DistributedSystem } from './distributed-system';

const LOOK_EVERY_MS = 10;
const MOST_MS = 540_000;

/** Resolves once the group's members hold all partitions between them, each of `members` at least one. */
export async function assigned(system: DistributedSystem, group: string, members: number): Promise<void> {
  const groupId = system.nameOf(group);
  await system.asAdmin((admin) =>
    until(`${group} has ${members} members`, async () => {
      const { groups } = await admin.describeGroups([groupId]);
      return groups[0]?.state === 'Stable' && groups[0].members.length === members;
    }),
  );
}

/** Resolves once the group has committed every partition of the topic up to the given ends. */
export async function consumed(
  system: DistributedSystem,
  group: string,
  topic: string,
  ends: readonly number[],
): Promise<void> {
  const groupId = system.nameOf(group);
  const topics = [system.nameOf(topic)];
  await system.asAdmin((admin) =>
    until(`${group} has consumed ${topic}`, async () => {
      const [offsets] = await admin.fetchOffsets({ groupId, topics });
      const committed = new Map(offsets?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      return ends.every((end, partition) => (committed.get(partition) ?? 0) >= end);
    }),
  );
}

/** Seconds since. */
export function secondsSince(begun: bigint): number {
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + MOST_MS;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The topics that services read. */
const CONSUMED = [
  ['intake.source.hospital', 'source.hospital'],
  ['intake.source.municipality', 'source.municipality'],
  ['intake.source.general-practice', 'source.general-practice'],
  ['intake.source.registers', 'source.registers'],
  ['feeds.feed-statuses', 'feed-statuses'],
  ['pathways.clinical-events', 'clinical-events'],
  ['indicators.pathway-changes', 'pathway-changes'],
] as const;
const LOOK_AGAIN_MS = 250;

/** Resolves once every group has consumed its topic: seen twice while nothing was published in between. */
export async function caughtUp(system: DistributedSystem): Promise<void> {
  let before = '';
  await system.asAdmin((admin) =>
    until('every service has caught up', async () => {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      let now = '';
      for (const [group, topic] of CONSUMED) {
        const [offsets] = await admin.fetchOffsets({ groupId: system.nameOf(group), topics: [system.nameOf(topic)] });
        const committed = new Map(offsets?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        const ends = await admin.fetchTopicOffsets(system.nameOf(topic));
        if (ends.some(({ partition, high }) => Number(high) > Math.max(0, committed.get(partition) ?? 0))) return false;
        now += ends.map(({ high }) => high).join(' ');
      }
      const isSame = now === before;
      before = now;
      return isSame;
    }),
  );
}
