import type { PersonKey } from '../kernel/clinical-event';
import type { EventKind } from '../kernel/event-type';

/** A sound event that asks whether it came before. */
export interface LedgerEntry {
  readonly source: string;
  readonly id: string;
  /** Digest of the content, `receivedtime` left out. */
  readonly content: number;
  readonly kind: EventKind;
  readonly recordId: string;
  readonly person: PersonKey;
  readonly receivedAt: number;
}

export interface LedgerAnswer {
  /** `new`: claimed now; `duplicate`: accepted before with the same content; `reused`: with other content. */
  readonly standing: 'new' | 'duplicate' | 'reused';
  /** On a duplicate: it was received earlier than what the ledger knew. */
  readonly receivedEarlier?: true;
  /** Another person who sent this registration first. */
  readonly sharedWith?: PersonKey;
}

/**
 * Remembers every accepted event by source and id, and every registration by source, kind and record id.
 *
 * Promises: answers stand in the order of the entries, each entry as if the ones before it were already claimed;
 * the first claim of an id stands for ever. Claims become durable with the unit of work they are made in.
 */
export abstract class IntakeLedger {
  abstract claim(entries: readonly LedgerEntry[]): Promise<readonly LedgerAnswer[]>;

  /** For each registration: the person who sent an accepted version of it first; undefined when none was accepted. */
  abstract ownersOf(
    registrations: readonly Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>[],
  ): Promise<readonly (PersonKey | undefined)[]>;
}
