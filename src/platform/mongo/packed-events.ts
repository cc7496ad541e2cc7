import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { PlacedEvent } from '../../ports/person-event-store';
import { packEvents, unpackEvents } from '../event-codec';

/** An event as it rests among its person's, and the offset it begins with. */
export interface PackedEvent {
  readonly offset: number;
  readonly text: string;
}

export function packPlaced({ offset, event }: PlacedEvent): PackedEvent {
  return { offset, text: `${offset} ${packEvents([event])}` };
}

/** Ordered by offset, each offset once. */
export function inOrder(texts: readonly string[]): PackedEvent[] {
  const packed = texts.map((text) => ({ offset: parseInt(text, 10), text }));
  packed.sort((a, b) => a.offset - b.offset);
  return packed.filter(({ offset }, at) => offset !== packed[at - 1]?.offset);
}

/** Looks persons' events up; each person's are unpacked when first asked for. */
export function eventsIn(
  packed: ReadonlyMap<PersonKey, readonly PackedEvent[]>,
): (person: PersonKey) => readonly ClinicalEvent[] {
  const unpacked = new Map<PersonKey, readonly ClinicalEvent[]>();
  return (person) => {
    const before = unpacked.get(person);
    if (before !== undefined) return before;
    const events = (packed.get(person) ?? []).flatMap(({ text }) =>
      unpackEvents(text.slice(text.indexOf(' ') + 1), person),
    );
    unpacked.set(person, events);
    return events;
  };
}
