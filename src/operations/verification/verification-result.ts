import type { PersonSetAside } from '../../kernel/set-aside';

/** What verifying found; empty `differences` mean that the store is what the log says. */
export interface VerificationResult {
  readonly events: number;
  readonly persons: number;
  readonly decisions: number;
  /** Accepted events and folded persons that their consumers have not come to yet; they are not compared. */
  readonly notHandledYet: number;
  readonly differences: readonly string[];
  /** Who is set aside: they should have no state or no decisions, and are no difference. */
  readonly setAside: readonly PersonSetAside[];
}
