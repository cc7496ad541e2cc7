import { LRUCache } from 'lru-cache';
import { Cron } from 'croner';
import { Schedules } from '../ports/schedules';

const ZONE = 'Europe/Copenhagen';
const HOUR_MS = 3_600_000;
/** So many runs are looked at to tell how often a schedule comes; a day of hours, twice. */
const LOOKED_AT = 48;
/** Any instant does; a fixed one, so that the same text always gets the same answer. */
const ANY_TIME = Date.UTC(2024, 0, 1);

/** Cron text of five parts: minute, hour, day of the month, month, day of the week. */
export class CronSchedules extends Schedules {
  override faultIn(schedule: string): string | undefined {
    const usage = 'must be cron text of five parts in Danish time, such as "0 6 5 * *": at 6 o’clock on the fifth';
    if (schedule.length > 100) return usage;
    try {
      const runs = cronOf(schedule).nextRuns(LOOKED_AT, new Date(ANY_TIME));
      if (runs.length === 0) return `${usage}; this comes never`;
      const isTooOften = runs.some((run, at) => at > 0 && run.getTime() - (runs[at - 1] as Date).getTime() < HOUR_MS);
      return isTooOften ? 'must come no more than once an hour' : undefined;
    } catch {
      return usage;
    }
  }

  override between(schedule: string, after: number, through: number): readonly number[] {
    const times: number[] = [];
    for (let at = this.next(schedule, after); at !== undefined && at <= through; at = this.next(schedule, at)) {
      times.push(at);
    }
    return times;
  }

  override next(schedule: string, after: number): number | undefined {
    return cronOf(schedule).nextRun(new Date(after))?.getTime();
  }
}

const known = new LRUCache<string, Cron>({ max: 1_000 });

function cronOf(schedule: string): Cron {
  const parsed = known.get(schedule) ?? new Cron(schedule, { timezone: ZONE, mode: '5-part', paused: true });
  known.set(schedule, parsed);
  return parsed;
}
