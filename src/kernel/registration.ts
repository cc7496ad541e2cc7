import type { ClinicalEvent } from './clinical-event';
import { compareCodePoints } from './ordering';

/** The registration an event belongs to, as a text: source, kind and record id (interface.md §2). */
export function registrationOf({
  kind,
  source,
  recordId,
}: Pick<ClinicalEvent, 'kind' | 'source' | 'recordId'>): string {
  return `${kind}\n${source}\n${recordId}`;
}

/** Orders events of one registration by version, time and id; the greatest is in force. */
export function compareVersions(a: ClinicalEvent, b: ClinicalEvent): number {
  return a.version - b.version || a.time - b.time || compareCodePoints(a.id, b.id);
}

/** The greatest event of each registration, by the registration's name. */
export function greatestOfEach(events: readonly ClinicalEvent[]): Map<string, ClinicalEvent> {
  const greatest = new Map<string, ClinicalEvent>();
  for (const event of events) {
    const name = registrationOf(event);
    const known = greatest.get(name);
    if (known === undefined || compareVersions(event, known) > 0) greatest.set(name, event);
  }
  return greatest;
}
