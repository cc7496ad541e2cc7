import { AssignerProtocol } from 'kafkajs';
import { until } from '../../support/until';
import type { System } from './system';

/** A member of a consumer group with the partitions it holds. */
export interface Member {
  readonly id: string;
  readonly partitions: readonly number[];
}

/** The members of each consumer group of a system that is not changing at the moment, by name without the prefix. */
export async function stableGroups(system: System): Promise<Map<string, Member[]>> {
  const { prefix } = system;
  return system.asAdmin(async (admin) => {
    const { groups } = await admin.listGroups();
    const ours = groups.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith(prefix));
    const described = await admin.describeGroups(ours);
    return new Map(
      described.groups
        .filter(({ state }) => state === 'Stable')
        .map(({ groupId, members }) => [
          groupId.slice(prefix.length),
          members.map(({ memberId, memberAssignment }) => ({
            id: memberId,
            partitions: Object.values(
              AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {},
            ).flat(),
          })),
        ]),
    );
  });
}

/** Resolves once each group has so many members and nobody is about to come or go. */
export async function joined(system: System, members: Readonly<Record<string, number>>): Promise<void> {
  await until(
    `groups are joined: ${JSON.stringify(members)}`,
    async () => {
      // A broker that has just started does not know its groups yet.
      const groups = await stableGroups(system).catch(() => new Map<string, Member[]>());
      return Object.entries(members).every(([group, count]) => groups.get(group)?.length === count);
    },
    180_000,
    200,
  );
}

/** One member of each group there is when every service runs once. */
export const EVERY_GROUP: Readonly<Record<string, number>> = {
  'intake.source.hospital': 1,
  'intake.source.municipality': 1,
  'intake.source.general-practice': 1,
  'intake.source.registers': 1,
  'pathways.clinical-events': 1,
  'feeds.feed-statuses': 1,
  'indicators.pathway-changes': 1,
};
