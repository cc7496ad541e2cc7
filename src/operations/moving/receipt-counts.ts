import { compareCodePoints } from '../../kernel/ordering';
import type { Receipt } from '../../kernel/receipt';

/** How many receipts said what: as it travels from one thread to another. */
export interface CountedReceipts {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly rejectedBy: ReadonlyMap<string, number>;
  readonly notedBy: ReadonlyMap<string, number>;
}

/** Counts receipts by what they say. */
export class ReceiptCounts implements CountedReceipts {
  accepted = 0;
  duplicate = 0;
  rejected = 0;
  readonly rejectedBy = new Map<string, number>();
  readonly notedBy = new Map<string, number>();

  add(receipt: Receipt): void {
    this[receipt.status] += 1;
    if (receipt.code !== undefined) addTo(this.rejectedBy, receipt.code, 1);
    for (const { code } of receipt.notes ?? []) addTo(this.notedBy, code, 1);
  }

  /** Adds what was counted elsewhere. */
  include(others: CountedReceipts): void {
    this.accepted += others.accepted;
    this.duplicate += others.duplicate;
    this.rejected += others.rejected;
    for (const [code, count] of others.rejectedBy) addTo(this.rejectedBy, code, count);
    for (const [code, count] of others.notedBy) addTo(this.notedBy, code, count);
  }

  /** Refusals by code, most of a code first; '' for none. */
  get codes(): string {
    return mostFirst(this.rejectedBy);
  }

  /** What accepted events were told, likewise. */
  get notes(): string {
    return mostFirst(this.notedBy);
  }

  /** What became of so many events; rejections and notes by code, most of a code first. */
  summary(events: number): string {
    const { accepted, duplicate, rejected } = this;
    const codes = this.codes === '' ? '' : ` (${this.codes})`;
    const notes = this.notes === '' ? '' : ` Noted: ${this.notes}.`;
    return `${events} events: ${accepted} accepted, ${duplicate} repeated, ${rejected} rejected${codes}.${notes}`;
  }
}

const addTo = (counts: Map<string, number>, code: string, count: number): void => {
  counts.set(code, (counts.get(code) ?? 0) + count);
};

function mostFirst(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, some], [b, others]) => others - some || compareCodePoints(a, b));
  return sorted.map(([code, count]) => `${count} ${code}`).join(', ');
}
