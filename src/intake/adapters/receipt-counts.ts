import type { Receipt } from '../../kernel/receipt';

const STATUSES = ['accepted', 'duplicate', 'rejected'] as const;

/** The names of the headers, or trailers, that say how many receipts say what. */
export const COUNT_HEADERS = STATUSES.map((status) => `rehabspor-${status}`);

/** Counts the receipts of one body. */
export class ReceiptCounts {
  private readonly counts = new Map<Receipt['status'], number>();
  /** Refused for being no event at all: without id and source nobody could find and mend it. */
  private nameless = 0;

  count(receipts: readonly Receipt[]): void {
    for (const { status, id, source } of receipts) {
      this.counts.set(status, (this.counts.get(status) ?? 0) + 1);
      if (status === 'rejected' && id === undefined && source === undefined) this.nameless += 1;
    }
  }

  /** How many there are so far. */
  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get namelessRefusals(): number {
    return this.nameless;
  }

  /** By header name. */
  headers(): Record<string, string> {
    return Object.fromEntries(STATUSES.map((status) => [`rehabspor-${status}`, String(this.counts.get(status) ?? 0)]));
  }
}
