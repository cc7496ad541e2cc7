import type { AlarmStep } from '../../kernel/feed-alarm';
import type { Organisation } from '../../kernel/organisation';
import type { AlarmStore } from '../../ports/alarm-store';
import type { EventLog } from '../../ports/event-log';

/**
 * Takes a step of an alarm and tells it on `feed-alarms`; false when another step was taken at its place. Told before it
 * is kept: where the two do not land together, a step may be told twice, but none is kept and never told.
 */
export async function takeAlarmStep(
  { alarms, log }: { readonly alarms: AlarmStore; readonly log: EventLog },
  organisation: Organisation,
  alarm: string,
  place: number,
  step: AlarmStep,
): Promise<boolean> {
  await log.publish('feed-alarms', [{ key: organisation, value: { alarm, place, organisation, ...step } }]);
  return alarms.append(alarm, place, step);
}
