import {
  STATED_DEFAULTS,
  type ClinicalEvent,
  type ClinicalEventOf,
  type StatedDefaults,
} from '../kernel/clinical-event';
import type { EventData } from '../kernel/event-data';
import { kindOfStorageCode, STORAGE_CODE, type EventKind } from '../kernel/event-kinds';

/** An event as it rests beside its person's others: positions instead of names, the date of birth said once a row. */
type PackedEvent<K extends EventKind = EventKind> = [
  kind: number, // Its storage code.
  source: string,
  id: string,
  recordId: string,
  version: number,
  isRetracted: 0 | 1,
  time: number,
  receivedAt: number,
  data: EventData[K],
  sharedWith?: string,
];

/** The fields by position; what is absent at the end is left out. */
function pack(event: ClinicalEvent): PackedEvent {
  const { kind, source, id, recordId, version, status, time, receivedAt, data, sharedWith } = event;
  const packed: PackedEvent = [
    STORAGE_CODE[kind],
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

function unpack(packed: PackedEvent, person: string, born: string | undefined): Unfinished<EventKind> {
  const event = eventOf(kindOfStorageCode(packed[0]), packed, person);
  if (born !== undefined) event.born = born;
  if (packed[9] !== undefined) event.sharedWith = packed[9];
  return event;
}

/** An event of a kind, while what it may lack is being added. */
type Unfinished<K extends EventKind> = {
  -readonly [P in K]: { -readonly [F in keyof ClinicalEventOf<P>]: ClinicalEventOf<P>[F] };
}[K];

function eventOf<K extends EventKind>(kind: K, packed: PackedEvent<K>, person: string): Unfinished<K> {
  const [, source, id, recordId, version, isRetracted, time, receivedAt, data] = packed;
  return {
    person,
    kind,
    source,
    id,
    recordId,
    version,
    status: isRetracted === 1 ? 'retracted' : 'active',
    time,
    receivedAt,
    data,
  };
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

/** A clinical event as it rests in the log, whole; what is absent at the end is left out. */
export type LoggedEvent = [person: string, born: string | null, event: PackedEvent, stated?: number, sealed?: string];

/** 0 for none. */
const statedCode = (stated: StatedDefaults | undefined): number =>
  stated === undefined ? 0 : STATED_DEFAULTS.indexOf(stated) + 1;

/** Packs a clinical event for the log. */
export function packLogged(event: ClinicalEvent): LoggedEvent {
  const { person, born, stated, sealed } = event;
  const logged: LoggedEvent = [person, born ?? null, pack(event)];
  if (stated !== undefined || sealed !== undefined) logged.push(statedCode(stated));
  if (sealed !== undefined) logged.push(sealed);
  return logged;
}

/** A clinical event as text, as it stands in a row of the log. */
export const writeLogged = (event: ClinicalEvent): string => JSON.stringify(packLogged(event));

/** Reads a clinical event from the log. */
export function unpackLogged([person, born, packed, stated, sealed]: LoggedEvent): ClinicalEvent {
  const event = unpack(packed, person, born ?? undefined);
  if (stated !== undefined && stated > 0) event.stated = STATED_DEFAULTS[stated - 1];
  if (sealed !== undefined) event.sealed = sealed;
  return event;
}
