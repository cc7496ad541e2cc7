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

/** Writes one person's events as a row; sealed fields stay in the log alone. */
export function packEvents(events: readonly ClinicalEvent[]): string {
  const packed = events.map(
    ({ kind, source, id, recordId, version, status, time, receivedAt, data, sharedWith }): PackedEvent => {
      const event: PackedEvent = [
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
      if (sharedWith !== undefined) event.push(sharedWith);
      return event;
    },
  );
  return JSON.stringify([events[0]?.born ?? '', packed]);
}

/** Reads a row of one person's events. */
export function unpackEvents(row: string, person: string): ClinicalEvent[] {
  const [born, packed] = JSON.parse(row) as [string, PackedEvent[]];
  return packed.map(
    ([kind, source, id, recordId, version, isRetracted, time, receivedAt, data, sharedWith]) =>
      ({
        person,
        kind: EVENT_KINDS[kind],
        source,
        id,
        recordId,
        version,
        status: isRetracted === 1 ? 'retracted' : 'active',
        time,
        receivedAt,
        born,
        data,
        ...(sharedWith === undefined ? undefined : { sharedWith }),
      }) as ClinicalEvent,
  );
}
