import type { Receipt } from '../kernel/receipt';

/** Tells sources that do not wait for an answer what became of their events. */
export abstract class SourceAnswers {
  /** Resolves when the receipts are on their way for good; telling one again is harmless. */
  abstract tell(receipts: readonly Receipt[]): Promise<void>;
}
