import { compareCodePoints } from '../../kernel/ordering';
import type { Receipt } from '../../kernel/receipt';
import type { LineBatch } from '../../platform/ndjson/read-lines';
import type { TextOutput } from '../../platform/ndjson/text-output';

/** Counts receipts and writes those that are not accepted, each with its line. */
export class ReceiptTally {
  lines = 0;
  private readonly counts = { accepted: 0, duplicate: 0, rejected: 0 };
  private readonly rejectedBy = new Map<string, number>();

  constructor(
    private readonly namesFiles: boolean,
    private readonly rejects: TextOutput | undefined,
  ) {}

  /** Adds the receipts of a batch of lines, in the order of the lines; undefined ones were passed over. */
  async add(
    { file, lines }: Pick<LineBatch, 'file' | 'lines'>,
    receipts: readonly (Receipt | undefined)[],
  ): Promise<void> {
    receipts.forEach((receipt, at) => {
      if (receipt === undefined) return;
      this.counts[receipt.status] += 1;
      if (receipt.code !== undefined) this.rejectedBy.set(receipt.code, (this.rejectedBy.get(receipt.code) ?? 0) + 1);
      if (receipt.status === 'accepted' || this.rejects === undefined) return;
      const place = { line: lines[at]?.number, ...(this.namesFiles ? { file } : undefined) };
      this.rejects.write(`${JSON.stringify({ ...receipt, ...place })}\n`);
    });
    this.lines += lines.length;
    await this.rejects?.flushed();
  }

  /** How many events there were and what became of them, rejections by code, most of a code first. */
  summary(): string {
    const { accepted, duplicate, rejected } = this.counts;
    const by = [...this.rejectedBy].sort(([a, some], [b, others]) => others - some || compareCodePoints(a, b));
    const codes = by.length === 0 ? '' : ` (${by.map(([code, count]) => `${count} ${code}`).join(', ')})`;
    return `${this.lines} events: ${accepted} accepted, ${duplicate} repeated, ${rejected} rejected${codes}.`;
  }
}
