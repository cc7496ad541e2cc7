import { randomUUID } from 'node:crypto';
import { typeOfKind } from '../../kernel/event-kinds';
import { formatInstant } from '../../kernel/instant';
import type { Language } from '../../kernel/language';
import type { Receipt } from '../../kernel/receipt';
import type { Clock } from '../../ports/clock';
import type { Vault } from '../../ports/vault';
import type { OwnRegistration, OwnRegistrations } from './own-registrations';
import type { ReceiveEvents } from './receive-events';

/** What came of taking a registration back. */
export type Retracted =
  | { readonly result: 'no-such-registration' }
  | { readonly result: 'retracted-before' }
  | { readonly result: 'erased' }
  | { readonly result: 'answered'; readonly receipt: Receipt };

export interface RetractingPorts {
  readonly registrations: OwnRegistrations;
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
    const [greatest] = await this.ports.registrations.greatestOf([registration]);
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
}
