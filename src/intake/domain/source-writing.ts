import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { typeOfKind } from '../../kernel/event-kinds';
import { formatInstant } from '../../kernel/instant';
import { JSON_CONTENT } from './extensions';
import type { SoundEvent } from './source-event';

/** A source event as structured CloudEvents JSON (interface.md §1), with the moment it was received. */
export interface WrittenEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly receivedtime: string;
  readonly datacontenttype?: typeof JSON_CONTENT;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The keys of the CPR numbers that the source event behind this names. */
export function personsNamedIn(event: ClinicalEvent): PersonKey[] {
  if (event.kind === 'registry.feed-status') return [];
  return event.kind === 'person.status' && event.data.replaces !== undefined
    ? [event.person, event.data.replaces]
    : [event.person];
}

/**
 * Writes the source event that a clinical event was read from: the inverse of `readContent`. `numberOf` knows the ten
 * digits of everyone in `personsNamedIn`; `kept` and `extensions` are the event's unsealed fields, which stand again
 * where they stood.
 *
 * Reading it gives the same clinical event and the same content: the members that came, as JSON values, but for those
 * that were null and for how the time and CPR numbers were written.
 */
export function writeSourceEvent(
  event: ClinicalEvent,
  numberOf: (person: PersonKey) => string,
  { kept, extensions }: Pick<SoundEvent, 'kept' | 'extensions'> = {},
): WrittenEvent {
  const { kind, source, id, recordId, version, status, time, receivedAt, stated = '' } = event;
  const [person, replaced] = personsNamedIn(event);
  return {
    specversion: '1.0',
    id,
    source,
    type: typeOfKind(kind),
    time: writeInstant(time),
    receivedtime: writeInstant(receivedAt),
    ...(stated.includes('datacontenttype') ? { datacontenttype: JSON_CONTENT } : undefined),
    data: {
      ...(person === undefined ? undefined : { cpr: numberOf(person) }),
      recordId,
      ...(version === 1 && !stated.includes('version') ? undefined : { version }),
      ...(status === 'active' && !stated.includes('status') ? undefined : { status }),
      ...event.data,
      ...(replaced === undefined ? undefined : { replaces: numberOf(replaced) }),
      ...kept, // Free texts whole again in place of the masked ones.
    },
    ...extensions,
  };
}

const PLAIN_LENGTH = '2023-02-10T11:04:09.000Z'.length;
const FARTHEST_OFFSET_MS = (23 * 60 + 59) * 60_000;

/** In UTC; where that has no year of four digits (only an offset brings such an instant about) with the farthest offset. */
function writeInstant(instant: number): string {
  const utc = formatInstant(instant);
  if (utc.length === PLAIN_LENGTH) return utc;
  const isBefore = utc.startsWith('-');
  const local = formatInstant(isBefore ? instant + FARTHEST_OFFSET_MS : instant - FARTHEST_OFFSET_MS);
  return local.replace('Z', isBefore ? '+23:59' : '-23:59');
}
