import type { Receipt } from '../../kernel/receipt';
import type { LineBatch } from '../../platform/ndjson/read-lines';
import type { TextOutput } from '../../platform/ndjson/text-output';

/** Counts receipts and writes those that are not accepted, each with its line. */
export class ReceiptTally {
  lines = 0;
  private readonly counts = { accepted: 0, duplicate: 0, rejected: 0 };

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
      if (receipt.status === 'accepted' || this.rejects === undefined) return;
      const place = { line: lines[at]?.number, ...(this.namesFiles ? { file } : undefined) };
      this.rejects.write(`${JSON.stringify({ ...receipt, ...place })}\n`);
    });
    this.lines += lines.length;
    await this.rejects?.flushed();
  }

  summary(): string {
    const { accepted, duplicate, rejected } = this.counts;
    return `${this.lines} events: ${accepted} accepted, ${duplicate} repeated, ${rejected} rejected.`;
  }
}
