import type { Day } from '../../kernel/day';
import type { AlarmStep, FeedFinding } from '../../kernel/feed-alarm';
import { aboutOf, alarmIdOf, isWorse, type Alarm } from './alarm';

/** A step to be taken: which alarm, at which place. */
export interface AlarmChange {
  readonly id: string;
  readonly place: number;
  readonly step: AlarmStep;
  /** The alarm before, where there was one. */
  readonly before?: Alarm;
}

/**
 * What findings of a day change of an organisation’s alarms: what is new is raised, what got worse is raised once more,
 * what is over is cleared. Judging the same day again changes nothing.
 */
export function alarmChanges(
  alarms: readonly Alarm[],
  findings: readonly FeedFinding[],
  on: Day,
  at: number,
): AlarmChange[] {
  const standing = new Map(
    alarms.filter(({ clearedAt }) => clearedAt === undefined).map((alarm) => [aboutOf(alarm.finding), alarm]),
  );
  const placesOf = new Map(alarms.map(({ id, places }) => [id, places]));
  const changes: AlarmChange[] = [];
  const found = new Set<string>();
  for (const finding of findings) {
    const about = aboutOf(finding);
    if (found.has(about)) continue;
    found.add(about);
    const before = standing.get(about);
    if (before !== undefined && !isWorse(finding, before.finding)) continue;
    const id = before?.id ?? alarmIdOf(finding);
    const step = { what: 'raised', at, on, finding } as const;
    changes.push({ id, place: placesOf.get(id) ?? 0, step, ...(before === undefined ? undefined : { before }) });
  }
  for (const [about, before] of standing) {
    if (found.has(about)) continue;
    changes.push({ id: before.id, place: before.places, step: { what: 'cleared', at, on }, before });
  }
  return changes;
}
