import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { typeOfKind } from '../../kernel/event-kinds';
import { formatInstant } from '../../kernel/instant';
import type { Alarm } from './alarm';
import { greatestOfRegistrations } from './feed-statuses';
import { lastDayOf } from './silent-spells';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;
/** A `registry.feed-status` as it is sent in. */
export type StatedEvent = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * The events that what staff say of a silence made good writes. Confirmed: every feed status that says the organisation
 * silent on no other days is withdrawn, by a next version of its own registration that is retracted (interface.md §2),
 * whoever stated it. Overruled: what this alarm withdrew is stated again. None where nothing of the kind is there.
 */
export function withdrawalEvents(
  alarm: Alarm,
  verdict: 'confirmed' | 'overruled',
  events: Iterable<FeedStatusEvent>,
  at: number,
): StatedEvent[] {
  const { organisation, since, until = since } = alarm.finding;
  const own = greatestOfRegistrations(events).filter(({ data }) => data.organisation === organisation);
  const inForce = own.filter(({ status }) => status === 'active').map(({ data }) => data);
  const isMeant = (event: FeedStatusEvent): boolean => {
    if (verdict === 'overruled') return event.status === 'retracted' && event.id.startsWith(`${alarm.id}-`);
    const { state, from, to } = event.data;
    if (event.status !== 'active' || state !== 'silent' || from < since) return false;
    // An open one ends where the silence was made good.
    return from <= until && (to === undefined || lastDayOf(event.data, inForce) <= until);
  };
  return own.filter(isMeant).map(({ source, recordId, version, data }, number): StatedEvent => ({
    specversion: '1.0',
    id: `${alarm.id}-${alarm.places}-${at}-${number}`,
    source,
    type: typeOfKind('registry.feed-status'),
    time: formatInstant(at),
    datacontenttype: 'application/json',
    data: {
      ...data,
      recordId,
      version: version + 1,
      status: verdict === 'confirmed' ? 'retracted' : 'active',
    },
  }));
}
