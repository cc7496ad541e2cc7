import type { ClinicalEvent } from '../../kernel/clinical-event';
import { compareCodePoints } from '../../kernel/ordering';

/** The registration an event belongs to, as a text: source, kind and record id (interface.md §2). */
export function registrationOf(event: ClinicalEvent): string {
  return `${event.kind}\n${event.source}\n${event.recordId}`;
}

/** Orders events of one registration by version, time and id; the greatest is in force. */
export function compareVersions(a: ClinicalEvent, b: ClinicalEvent): number {
  return a.version - b.version || a.time - b.time || compareCodePoints(a.id, b.id);
}

/**
 * The events in force among a person's own, one a registration, retracted ones left out.
 * `foreign` are other persons' events: where one of them is the greatest of a registration,
 * the registration has moved away and has no effect here.
 */
export function eventsInForce(own: readonly ClinicalEvent[], foreign: readonly ClinicalEvent[] = []): ClinicalEvent[] {
  const greatest = new Map<string, ClinicalEvent>();
  for (const event of own) {
    const registration = registrationOf(event);
    const known = greatest.get(registration);
    if (known === undefined || compareVersions(known, event) < 0) greatest.set(registration, event);
  }
  for (const event of foreign) {
    const registration = registrationOf(event);
    const known = greatest.get(registration);
    if (known !== undefined && compareVersions(known, event) < 0) greatest.delete(registration);
  }
  const inForce: ClinicalEvent[] = [];
  for (const event of greatest.values()) if (event.status === 'active') inForce.push(event);
  return inForce;
}
