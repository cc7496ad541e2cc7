import type { ClinicalEvent } from '../../kernel/clinical-event';
import { compareVersions, registrationOf } from '../../kernel/registration';

/**
 * The greatest event of each registration. The record id alone nearly always names a person's registration; where
 * two registrations share one, the later goes by its full name.
 */
class GreatestEvents {
  private readonly byRecord = new Map<string, ClinicalEvent>();
  private readonly byName = new Map<string, ClinicalEvent>();
  private readonly lost = new Set<ClinicalEvent>();

  add(event: ClinicalEvent): void {
    const known = this.byRecord.get(event.recordId);
    if (known === undefined) {
      this.byRecord.set(event.recordId, event);
    } else if (known.kind === event.kind && known.source === event.source) {
      if (compareVersions(known, event) < 0) this.byRecord.set(event.recordId, event);
    } else {
      const name = registrationOf(event);
      const named = this.byName.get(name);
      if (named === undefined || compareVersions(named, event) < 0) this.byName.set(name, event);
    }
  }

  /** A greater event of another person takes the registration away. */
  challenge(event: ClinicalEvent): void {
    const known = this.byRecord.get(event.recordId);
    const own =
      known?.kind === event.kind && known.source === event.source ? known : this.byName.get(registrationOf(event));
    if (own !== undefined && compareVersions(own, event) < 0) this.lost.add(own);
  }

  inForce(): ClinicalEvent[] {
    const events: ClinicalEvent[] = [];
    for (const greatest of [this.byRecord, this.byName]) {
      for (const event of greatest.values()) {
        if (event.status === 'active' && !this.lost.has(event)) events.push(event);
      }
    }
    return events;
  }
}

/**
 * The events in force among a person's own, one a registration, retracted ones left out.
 * `foreign` are other persons' events: where one of them is the greatest of a registration,
 * the registration has moved away and has no effect here.
 */
export function eventsInForce(own: readonly ClinicalEvent[], foreign: readonly ClinicalEvent[] = []): ClinicalEvent[] {
  const greatest = new GreatestEvents();
  for (const event of own) greatest.add(event);
  for (const event of foreign) greatest.challenge(event);
  return greatest.inForce();
}
