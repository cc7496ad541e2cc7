import type { LedgerAnswer, LedgerEntry } from '../../ports/intake-ledger';
import type { ClaimedEvent } from './schemas';

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };

/** The claim that stands on one id while the entries of a call are answered by it, one after the other. */
export class StandingClaim {
  private received: number;
  private isAnswered = false;
  private origin: string | undefined;

  /** `isOpen`: the attempt that claimed it was never confirmed. */
  private constructor(
    private readonly claimed: ClaimedEvent,
    private readonly isOpen: boolean,
    private readonly isFresh: boolean,
  ) {
    this.received = claimed.received;
  }

  /** One that was claimed now. */
  static fresh(claimed: ClaimedEvent): StandingClaim {
    return new StandingClaim(claimed, false, true);
  }

  /** One that was there. */
  static found(claimed: ClaimedEvent, isOpen: boolean): StandingClaim {
    return new StandingClaim(claimed, isOpen, false);
  }

  answer(entry: LedgerEntry): LedgerAnswer {
    if (this.isFresh && !this.isAnswered) {
      this.isAnswered = true;
      return NEW;
    }
    if (entry.content !== this.claimed.content) return REUSED;
    const { receivedAt, origin } = entry;
    const before = this.received;
    this.received = Math.min(before, receivedAt);
    const isAgain = this.isOpen || (origin !== undefined && origin === this.claimed.origin);
    if (isAgain && !this.isAnswered) {
      this.isAnswered = true;
      this.origin = origin;
      return receivedAt < before ? NEW : { standing: 'new', firstReceivedAt: before };
    }
    return receivedAt < before ? { standing: 'duplicate', receivedEarlier: true } : DUPLICATE;
  }

  /** What the answers change of the claim: an open one becomes this attempt's, and the first moment counts. */
  changesBy(attempt: string): { $set?: Partial<ClaimedEvent>; $min?: Partial<ClaimedEvent> } | undefined {
    const isTaken = this.isOpen && this.isAnswered;
    const isEarlier = this.received < this.claimed.received;
    if (!isTaken && !isEarlier) return undefined;
    const origin = this.origin === undefined ? undefined : { origin: this.origin };
    return {
      ...(isTaken ? { $set: { attempt, ...origin } } : undefined),
      ...(isEarlier ? { $min: { received: this.received } } : undefined),
    };
  }
}
