import type { ClinicalEvent } from '../../kernel/clinical-event';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-type';

/** An event as it rests beside its person's others: positions instead of names, the date of birth said once a row. */
type PackedEvent = [
  kind: number,
  source: string,
  id: string,
  recordId: string,
  version: number,
  isRetracted: 0 | 1,
  time: number,
  receivedAt: number,
  data: object,
  sharedWith?: string,
];

const numberOfKind = new Map<EventKind, number>(EVENT_KINDS.map((kind, at) => [kind, at]));

/** The fields by position; what is absent at the end is left out. */
function pack(event: ClinicalEvent): PackedEvent {
  const { kind, source, id, recordId, version, status, time, receivedAt, data, sharedWith } = event;
  const packed: PackedEvent = [
    numberOfKind.get(kind) ?? -1,
    source,
    id,
    recordId,
    version,
    status === 'retracted' ? 1 : 0,
    time,
    receivedAt,
    data,
  ];
  if (sharedWith !== undefined) packed.push(sharedWith);
  return packed;
}

function unpack(packed: PackedEvent, person: string, born: string | undefined, sealed?: string): ClinicalEvent {
  const [kind, source, id, recordId, version, isRetracted, time, receivedAt, data, sharedWith] = packed;
  const event: Record<string, unknown> = {
    person,
    kind: EVENT_KINDS[kind],
    source,
    id,
    recordId,
    version,
    status: isRetracted === 1 ? 'retracted' : 'active',
    time,
    receivedAt,
    data,
  };
  if (born !== undefined) event['born'] = born;
  if (sharedWith !== undefined) event['sharedWith'] = sharedWith;
  if (sealed !== undefined) event['sealed'] = sealed;
  return event as unknown as ClinicalEvent;
}

/** Writes one person's events as a row; sealed fields stay in the log alone. */
export function packEvents(events: readonly ClinicalEvent[]): string {
  return JSON.stringify([events[0]?.born ?? '', events.map(pack)]);
}

/** Reads a row of one person's events. */
export function unpackEvents(row: string, person: string): ClinicalEvent[] {
  const [born, packed] = JSON.parse(row) as [string, PackedEvent[]];
  return packed.map((event) => unpack(event, person, born));
}

/** A clinical event as it rests in the log, whole. */
export type LoggedEvent = [person: string, born: string | null, event: PackedEvent, sealed?: string];

/** Packs a clinical event for the log. */
export function packLogged(event: ClinicalEvent): LoggedEvent {
  const logged: LoggedEvent = [event.person, event.born ?? null, pack(event)];
  if (event.sealed !== undefined) logged.push(event.sealed);
  return logged;
}

/** Reads a clinical event from the log. */
export function unpackLogged([person, born, event, sealed]: LoggedEvent): ClinicalEvent {
  return unpack(event, person, born ?? undefined, sealed);
}
