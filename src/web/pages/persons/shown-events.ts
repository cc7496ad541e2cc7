import { danishDay, isDay, type Day } from '../../../kernel/day';
import { SERVICE_DATE_FIELD, type EventKind } from '../../../kernel/event-kinds';
import type { Shapes } from '../../parts/shapes';

export type ShownEvent = Shapes['ShownEvent'];

/** The lanes of a pathway, from above. */
export const LANES = ['hospital', 'municipality', 'general-practice', 'registers'] as const;
export type Lane = (typeof LANES)[number];

/** Whether a registration stands as an event says it, was corrected since, or was taken back. */
export type Standing = 'inForce' | 'corrected' | 'retracted';

/** An event with where and when it is shown, and whether it still holds. */
export interface PlacedEvent {
  readonly event: ShownEvent;
  readonly lane: Lane;
  readonly on: Day;
  readonly standing: Standing;
}

/** The lane of a kind of event; DanHeart forms are the hospitals'. */
function laneOf(kind: string): Lane {
  const from = kind.slice(0, kind.indexOf('.'));
  if (from === 'hospital' || from === 'danheart') return 'hospital';
  return from === 'municipality' || from === 'general-practice' ? from : 'registers';
}

/** The day an event speaks of: that of the service, else the first of the state, else the day it was recorded. */
function dayOfEvent({ kind, data, time }: ShownEvent): Day {
  const field = SERVICE_DATE_FIELD[kind as EventKind] ?? 'from';
  const day = data[field];
  return typeof day === 'string' && isDay(day) ? day : danishDay(Date.parse(time));
}

/** Orders events of one registration by version, time and id; the greatest is in force (interface.md §2). */
const isGreater = (a: ShownEvent, b: ShownEvent): boolean =>
  a.version !== b.version ? a.version > b.version : a.time !== b.time ? a.time > b.time : a.id > b.id;

/**
 * Events by day, each with whether it still holds. What only says that a registration is taken back is not shown as
 * something that happened, unless nothing of it is known from before.
 */
export function placedEvents(events: readonly ShownEvent[]): PlacedEvent[] {
  const nameOf = ({ kind, source, recordId }: ShownEvent): string => [kind, source, recordId].join('\n');
  const greatest = new Map<string, ShownEvent>();
  const known = new Set<string>();
  for (const event of events) {
    const name = nameOf(event);
    const before = greatest.get(name);
    if (before === undefined || isGreater(event, before)) greatest.set(name, event);
    if (event.status === 'active') known.add(name);
  }
  return events
    .filter((event) => event.status === 'active' || !known.has(nameOf(event)))
    .map((event): PlacedEvent => {
      const last = greatest.get(nameOf(event));
      const standing = last?.status === 'retracted' ? 'retracted' : last === event ? 'inForce' : 'corrected';
      return { event, lane: laneOf(event.kind), on: dayOfEvent(event), standing };
    })
    .sort((a, b) => (a.on === b.on ? (a.event.time < b.event.time ? -1 : 1) : a.on < b.on ? -1 : 1));
}
