import type { ClinicalEventOf } from '../../kernel/clinical-event';
import type { FeedStatus } from '../../kernel/feed-status';
import { compareCodePoints } from '../../kernel/ordering';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/**
 * Of each registration the greatest event by version, time and id (interface.md §2), retracted ones too. Ordered, so
 * that the same events give the same list.
 */
export function greatestOfRegistrations(events: Iterable<FeedStatusEvent>): FeedStatusEvent[] {
  const greatest = new Map<string, FeedStatusEvent>();
  for (const event of events) {
    const registration = `${event.source}\n${event.recordId}`;
    const known = greatest.get(registration);
    if (known === undefined || compare(known, event) < 0) greatest.set(registration, event);
  }
  return [...greatest.entries()].sort(([a], [b]) => compareCodePoints(a, b)).map(([, event]) => event);
}

/** The feed statuses in force: of each registration the greatest event, unless it is retracted. */
export function feedStatusesInForce(events: Iterable<FeedStatusEvent>): FeedStatus[] {
  return greatestOfRegistrations(events)
    .filter(({ status }) => status === 'active')
    .map(({ data }) => data);
}

function compare(a: FeedStatusEvent, b: FeedStatusEvent): number {
  return a.version - b.version || a.time - b.time || compareCodePoints(a.id, b.id);
}
