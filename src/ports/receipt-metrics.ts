import type { Receipt } from '../kernel/receipt';

/** Counts what events are answered with. */
export abstract class ReceiptMetrics {
  abstract count(receipts: readonly Receipt[]): void;
}
