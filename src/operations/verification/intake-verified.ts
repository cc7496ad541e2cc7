import { personsNamedIn } from '../../intake/domain/source-writing';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { EmbeddedStore } from '../embedded-store';

/** Compares what intake keeps beside the log with the log: the ledger, the registrations and the vault. */
export class IntakeVerified {
  private readonly persons = new Set<PersonKey>();

  constructor(
    private readonly store: Pick<EmbeddedStore, 'ledger' | 'vault' | 'keys' | 'events' | 'contentDigest'>,
    private readonly tell: (difference: string) => void,
  ) {}

  /** Events of the log, each once, in any order. */
  async verify(events: readonly ClinicalEvent[]): Promise<void> {
    const owners = await this.store.ledger.ownersOf(events);
    for (const [at, event] of events.entries()) {
      this.verifyClaim(event);
      await this.verifyOwner(event, owners[at]);
      for (const person of personsNamedIn(event)) await this.verifyNumber(person);
    }
  }

  private verifyClaim(event: ClinicalEvent): void {
    const named = `event ${event.id} of ${event.source}`;
    let content: string;
    try {
      content = this.store.contentDigest(event);
    } catch {
      this.tell(`the log’s ${named} has sealed fields that do not open`);
      return;
    }
    const standing = this.store.ledger.standingOf({ ...event, content });
    if (standing === 'absent') this.tell(`the ledger does not know ${named}, which is in the log`);
    if (standing === 'other') this.tell(`the ledger knows ${named} with another content or moment than the log`);
  }

  private async verifyOwner(event: ClinicalEvent, owner: PersonKey | undefined): Promise<void> {
    if (owner === (event.sharedWith ?? event.person)) return;
    const named = `registration ${event.recordId} (${event.kind}) of ${event.source}`;
    if (owner === undefined) this.tell(`the ledger does not know ${named}, which is in the log`);
    else if (!(await this.areRelated(event.person, owner)))
      this.tell(`${named} belongs to another person than in the log`);
  }

  private async areRelated(person: PersonKey, other: PersonKey): Promise<boolean> {
    const groups = await this.store.events.groupsOf([person]);
    return groups.some((group) => group.includes(other));
  }

  private async verifyNumber(person: PersonKey): Promise<void> {
    if (this.persons.has(person)) return;
    this.persons.add(person);
    try {
      const digits = (await this.store.vault.numbersOf([person])).get(person);
      if (digits === undefined) this.tell(`the vault has no number for ${person}, who is in the log`);
      else if (this.store.keys.keyOf(digits) !== person) this.tell(`the vault has another number for ${person}`);
    } catch {
      this.tell(`the vault’s number for ${person} does not open`);
    }
  }
}
