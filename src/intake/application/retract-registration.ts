import { randomUUID } from 'node:crypto';
import type { ClinicalEvent } from '../../kernel/clinical-event';
import { typeOfKind, type EventKind } from '../../kernel/event-kinds';
import { formatInstant } from '../../kernel/instant';
import type { Language } from '../../kernel/language';
import type { Organisation } from '../../kernel/organisation';
import type { Receipt } from '../../kernel/receipt';
import { compareVersions, registrationOf } from '../../kernel/registration';
import type { Clock } from '../../ports/clock';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { Vault } from '../../ports/vault';
import type { ReceiveEvents } from './receive-events';

/** A registration as its source names it. */
export interface OwnRegistration {
  readonly source: Organisation;
  readonly kind: EventKind;
  readonly recordId: string;
}

/** What came of taking a registration back. */
export type Retracted =
  | { readonly result: 'no-such-registration' }
  | { readonly result: 'retracted-before' }
  | { readonly result: 'erased' }
  | { readonly result: 'answered'; readonly receipt: Receipt };

export interface RetractingPorts {
  readonly ledger: Pick<IntakeLedger, 'ownersOf'>;
  readonly events: Pick<PersonEventStore, 'groupsOf' | 'load'>;
  readonly vault: Pick<Vault, 'numbersOf'>;
  readonly clock: Clock;
}

/**
 * Takes a registration back for its source, which need not know its version or person: the event that says so goes in
 * as any of the source's own. Registrations go by their source, so another's is none that can be named here.
 */
export class RetractRegistration {
  constructor(
    private readonly intake: ReceiveEvents,
    private readonly ports: RetractingPorts,
  ) {}

  async retract(registration: OwnRegistration, language: Language): Promise<Retracted> {
    const greatest = await this.greatestOf(registration);
    if (greatest === undefined) return { result: 'no-such-registration' };
    if (greatest.status === 'retracted') return { result: 'retracted-before' };
    const cpr = (await this.ports.vault.numbersOf([greatest.person])).get(greatest.person);
    if (cpr === undefined) return { result: 'erased' };
    const { source, kind, recordId } = registration;
    const value = {
      specversion: '1.0',
      id: `retraction-${randomUUID()}`,
      source,
      type: typeOfKind(kind),
      time: formatInstant(this.ports.clock.now()),
      data: { cpr, recordId, version: greatest.version + 1, status: 'retracted' },
    };
    const options = { receivedAt: 'clock', notes: 'of-the-person', sentBy: source, language } as const;
    const [receipt] = await this.intake.receive([{ value }], options);
    if (receipt === undefined) throw new Error('Receiving one event gave no receipt.');
    return { result: 'answered', receipt };
  }

  /** The greatest event of a registration, of whichever person it is by now. */
  private async greatestOf(registration: OwnRegistration): Promise<ClinicalEvent | undefined> {
    const [owner] = await this.ports.ledger.ownersOf([registration]);
    if (owner === undefined) return undefined;
    const keys = (await this.ports.events.groupsOf([owner])).flat();
    const eventsOf = await this.ports.events.load(keys);
    const name = registrationOf(registration);
    return keys
      .flatMap((key) => eventsOf(key).filter((event) => registrationOf(event) === name))
      .sort(compareVersions)
      .at(-1);
  }
}
