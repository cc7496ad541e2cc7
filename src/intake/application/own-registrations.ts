import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';
import { greatestOfEach, registrationOf } from '../../kernel/registration';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { PersonEventStore } from '../../ports/person-event-store';

/** A registration as its source names it. */
export interface OwnRegistration {
  readonly source: Organisation;
  readonly kind: EventKind;
  readonly recordId: string;
}

/** Finds how registrations stand by their names alone: whose they are need not be known. */
export class OwnRegistrations {
  constructor(
    private readonly ledger: Pick<IntakeLedger, 'ownersOf'>,
    private readonly events: Pick<PersonEventStore, 'groupsOf' | 'load'>,
  ) {}

  /**
   * The greatest event of each registration, of whichever person it is by now; undefined where its source has sent no such
   * registration that was accepted.
   */
  async greatestOf(registrations: readonly OwnRegistration[]): Promise<readonly (ClinicalEvent | undefined)[]> {
    const owners = (await this.ledger.ownersOf(registrations)).filter((owner) => owner !== undefined);
    if (owners.length === 0) return registrations.map(() => undefined);
    const keys = (await this.events.groupsOf(new Set(owners))).flat();
    const eventsOf = await this.events.load(keys);
    const names = registrations.map(registrationOf);
    const asked = new Set(names);
    const greatest = greatestOfEach(
      keys.flatMap((key) => eventsOf(key).filter((event) => asked.has(registrationOf(event)))),
    );
    return names.map((name) => greatest.get(name));
  }
}
