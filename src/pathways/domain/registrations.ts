import type { ClinicalEvent } from '../../kernel/clinical-event';
import { compareVersions, registrationOf } from '../../kernel/registration';

/**
 * The greatest event of each registration. The record id alone nearly always names a person's registration; where
 * two registrations share one, the later goes by its full name.
 */
class GreatestEvents {
  private readonly byRecord = new Map<string, ClinicalEvent>();
  private readonly byName = new Map<string, ClinicalEvent>();

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
  inForce(elsewhere: GreatestElsewhere | undefined): ClinicalEvent[] {
    const events: ClinicalEvent[] = [];
    for (const greatest of [this.byRecord, this.byName]) {
      for (const event of greatest.values()) {
        if (event.status !== 'active') continue;
        const other = elsewhere?.get(registrationOf(event));
        if (other === undefined || compareVersions(event, other) >= 0) events.push(event);
      }
    }
    return events;
  }
}

/** The greatest event of each registration among persons that are looked at together, by the registration's name. */
export type GreatestElsewhere = ReadonlyMap<string, ClinicalEvent>;

export function greatestOf(events: Iterable<ClinicalEvent>): GreatestElsewhere {
  const greatest = new Map<string, ClinicalEvent>();
  for (const event of events) {
    const name = registrationOf(event);
    const known = greatest.get(name);
    if (known === undefined || compareVersions(known, event) < 0) greatest.set(name, event);
  }
  return greatest;
}

/**
 * The events in force among a person's own, one a registration, retracted ones left out. `elsewhere` has the greatest
 * of the persons looked at together: where that is another person's, the registration has moved away and has no effect
 * here.
 */
export function eventsInForce(own: Iterable<ClinicalEvent>, elsewhere?: GreatestElsewhere): ClinicalEvent[] {
  const greatest = new GreatestEvents();
  for (const event of own) greatest.add(event);
  return greatest.inForce(elsewhere);
}
