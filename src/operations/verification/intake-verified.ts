import { personsNamedIn } from '../../intake/domain/source-writing';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { EmbeddedStore } from '../embedded-store';
import type { TellDifference } from './differences';
import { verifyNumbers } from './numbers-verified';

type Kept = Pick<EmbeddedStore, 'ledger' | 'vault' | 'keys' | 'events' | 'contentDigest'>;

const PERSONS_AT_A_TIME = 1_000;

/** Compares what intake keeps beside the log with the log: the ledger, the registrations and the vault. */
export class IntakeVerified {
  private readonly named = new Set<PersonKey>();
  /** Whom the log knows without a CPR number: organisations that feed statuses are about. */
  private readonly unnumbered = new Set<PersonKey>();
  private events = 0;
  private registrations = 0;

  constructor(
    private readonly kept: Kept,
    private readonly tell: TellDifference,
  ) {}

  /** Every event of a partition of the log in its order; partition by partition, each once. */
  async verify(logged: readonly ClinicalEvent[]): Promise<void> {
    const firstReceived = new Map<string, number>();
    for (const event of logged) {
      const known = firstReceived.get(nameOf(event)) ?? Infinity;
      firstReceived.set(nameOf(event), Math.min(known, event.receivedAt));
    }
    this.events += firstReceived.size;
    this.verifyClaims(logged, (event) => firstReceived.get(nameOf(event)) ?? event.receivedAt);
    for (const { kind, person } of logged) if (kind === 'registry.feed-status') this.unnumbered.add(person);
    const fresh = new Set(logged.flatMap(personsNamedIn).filter((person) => !this.named.has(person)));
    for (const person of fresh) this.named.add(person);
    await verifyNumbers([...fresh], this.kept, this.tell);
    await this.verifyOwners(logged);
  }

  /** Once every partition is: there is nothing that no event of the log stands behind. */
  async verifyNothingElse(): Promise<void> {
    const { events, registrations } = this.kept.ledger.size();
    if (events !== this.events) this.tell(`claimed_event holds ${events} events, the log ${this.events}`, 'restore');
    if (registrations !== this.registrations)
      this.tell(`claimed_registration holds ${registrations} registrations, the log ${this.registrations}`, 'restore');
    for await (const persons of this.kept.vault.scan(PERSONS_AT_A_TIME)) {
      for (const person of persons)
        if (!this.named.has(person))
          this.tell(`the vault has a number for ${person}, who is not in the log`, 'restore');
    }
    for (const persons of this.kept.events.everyone(PERSONS_AT_A_TIME)) {
      for (const person of persons)
        if (!this.named.has(person) && !this.unnumbered.has(person))
          this.tell(`person_number has ${person}, who is not in the log`, 'rebuild');
    }
  }

  private verifyClaims(logged: readonly ClinicalEvent[], firstReceived: (event: ClinicalEvent) => number): void {
    const claims = logged.flatMap((event) => {
      const content = this.contentOf(event);
      return content === undefined ? [] : [{ ...event, receivedAt: firstReceived(event), content }];
    });
    for (const [at, standing] of this.kept.ledger.standingsOf(claims).entries()) {
      const named = logNameOf(claims[at] as ClinicalEvent);
      if (standing === 'absent') this.tell(`the ledger does not know ${named}, which is in the log`, 'restore');
      if (standing === 'other')
        this.tell(`the ledger knows ${named} with another content or moment than the log`, 'restore');
    }
  }

  private contentOf(event: ClinicalEvent): string | undefined {
    try {
      return this.kept.contentDigest(event);
    } catch {
      this.tell(`the log’s ${logNameOf(event)} has sealed fields that do not open`, 'restore');
      return undefined;
    }
  }

  /** A registration is owned by whom its first event is about, of whichever partition; events of others say so. */
  private async verifyOwners(logged: readonly ClinicalEvent[]): Promise<void> {
    const firsts = new Map(logged.toReversed().map((event) => [nameOf(event), event]));
    const expected = new Map<string, { readonly event: ClinicalEvent; readonly owner: PersonKey }>();
    for (const event of [...firsts.values()].toReversed()) {
      const registration = [event.kind, event.source, event.recordId, event.sharedWith ?? ''].join('\n');
      if (expected.has(registration)) continue;
      expected.set(registration, { event, owner: event.sharedWith ?? event.person });
      if (event.sharedWith === undefined) this.registrations += 1;
    }
    const asked = [...expected.values()];
    const owners = await this.kept.ledger.ownersOf(asked.map(({ event }) => event));
    for (const [at, { event, owner }] of asked.entries()) {
      if (owners[at] === owner) continue;
      const named = `registration ${event.recordId} (${event.kind}) of ${event.source}`;
      if (owners[at] === undefined) this.tell(`the ledger does not know ${named}, which is in the log`, 'restore');
      else this.tell(`${named} belongs to another person than in the log`, 'restore');
    }
  }
}

const nameOf = ({ source, id }: ClinicalEvent): string => `${source}\n${id}`;
const logNameOf = ({ source, id }: ClinicalEvent): string => `event ${id} of ${source}`;
