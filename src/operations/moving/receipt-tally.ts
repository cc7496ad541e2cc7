import type { Language } from '../../kernel/language';
import type { Receipt } from '../../kernel/receipt';
import type { LineBatch } from '../../platform/ndjson/read-lines';
import type { TextOutput } from '../../platform/ndjson/text-output';
import { ReceiptCounts } from './receipt-counts';

/** What a receipt says of where its event stands, from the line in a file. */
export type TellPlace = (line: number, file: string) => Readonly<Record<string, string | number>>;

/** The line, with the file where there are several. */
export const lineIn =
  (files: readonly string[]): TellPlace =>
  (line, file) =>
    files.length > 1 ? { line, file } : { line };

/** Counts receipts and writes those that are not accepted, each with its line. */
export class ReceiptTally {
  lines = 0;
  readonly counts = new ReceiptCounts();

  constructor(
    private readonly placeOf: TellPlace,
    private readonly rejects: TextOutput | undefined,
    /** What receipts are asked for in. */
    readonly language: Language = 'en',
  ) {}

  /** Adds the receipts of a batch of lines, in the order of the lines; undefined ones were passed over. */
  async add(
    { file, lines }: Pick<LineBatch, 'file' | 'lines'>,
    receipts: readonly (Receipt | undefined)[],
  ): Promise<void> {
    receipts.forEach((receipt, at) => {
      if (receipt === undefined) return;
      this.counts.add(receipt);
      if (receipt.status === 'accepted' || this.rejects === undefined) return;
      this.rejects.write(`${JSON.stringify({ ...receipt, ...this.placeOf(lines[at]?.number ?? 0, file) })}\n`);
    });
    this.lines += lines.length;
    await this.rejects?.flushed();
  }

  /** How many events there were and what became of them; rejections and notes by code, most of a code first. */
  summary(): string {
    return this.counts.summary(this.lines);
  }
}
