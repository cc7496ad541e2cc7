import type { PersonKey } from '../kernel/clinical-event';
import type { EventKind } from '../kernel/event-kinds';

/** A sound event that asks whether it came before. */
export interface LedgerEntry {
  readonly source: string;
  readonly id: string;
  /** Digest of the content, `receivedtime` left out: 22 characters of ASCII; worked out when it is read, so read it once. */
  readonly content: string;
  readonly kind: EventKind;
  readonly recordId: string;
  readonly person: PersonKey;
  readonly receivedAt: number;
  /** Digests of its two names (`digestOfName`), where they were worked out already. */
  readonly names?: { readonly event: string; readonly registration: string };
  /** The place it was read from, when it comes from there again until it was handled (a message's position). */
  readonly origin?: string | undefined;
}

export interface LedgerAnswer {
  /**
   * `new`: claimed now, or claimed before from the same origin, or by an attempt that was never confirmed;
   * `duplicate`: accepted before with the same content; `reused`: with other content.
   */
  readonly standing: 'new' | 'duplicate' | 'reused';
  /** On `new`: when it was first received, if that was by an earlier attempt. */
  readonly firstReceivedAt?: number;
  /** On a duplicate: it was received earlier than what the ledger knew. */
  readonly receivedEarlier?: true;
  /** Another person who sent this registration first. */
  readonly sharedWith?: PersonKey;
}

/** What came of claiming, and how to say that everything the claims were made for is done. */
export interface Claim {
  readonly answers: readonly LedgerAnswer[];
  /** Called once what was new is safely on its way: from then on it is a duplicate when it comes again. */
  readonly confirm: () => Promise<void>;
}

/**
 * Remembers every accepted event by source and id, and every registration by source, kind and record id.
 *
 * Promises: answers stand in the order of the entries, each entry as if the ones before it were already claimed;
 * the first claim of an id stands for ever. Claims become durable with the unit of work they are made in; where there
 * are no such units, an event whose attempt broke off before it was confirmed is new once more, so that it is not lost.
 */
export abstract class IntakeLedger {
  abstract claim(entries: readonly LedgerEntry[]): Promise<Claim>;

  /** For each registration: the person who sent an accepted version of it first; undefined when none was accepted. */
  abstract ownersOf(
    registrations: readonly Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>[],
  ): Promise<readonly (PersonKey | undefined)[]>;
}
