import type { Response } from 'express';
import type { ProblemDocument } from '../../platform/http/problem';
import type { Receipt } from '../../kernel/receipt';
import { COUNT_HEADERS, type ReceiptCounts } from './receipt-counts';

const MOST_WAITING_BYTES = 64 << 20;

/**
 * Writes receipts as they come: a JSON array, or NDJSON. The status is only said with the first receipts, so that a
 * request nothing was kept of can still be answered with a problem. How many were accepted, repeated and rejected stands
 * in headers when all receipts are known by then, else in trailers of the same names.
 *
 * A sender that does not read while it sends is waited for only when a great deal is waiting: many clients send all
 * before they read anything.
 */
export class ReceiptWriter {
  private written = 0;
  private hasTrailers = false;

  constructor(
    private readonly response: Response,
    private readonly form: 'array' | 'lines',
    private readonly counts: ReceiptCounts,
  ) {}

  /** `isLast`: no other receipts follow. */
  async write(receipts: readonly (Receipt | ProblemDocument)[], isLast = false): Promise<void> {
    if (receipts.length === 0) return;
    this.begin(isLast);
    let text = '';
    for (const receipt of receipts) {
      text += this.form === 'lines' ? '' : this.written === 0 ? '' : ',\n';
      text += JSON.stringify(receipt) + (this.form === 'lines' ? '\n' : '');
      this.written += 1;
    }
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) await this.drained();
  }

  end(): void {
    this.begin(true);
    if (this.hasTrailers) this.response.addTrailers(this.counts.headers());
    this.response.end(this.form === 'lines' ? '' : ']\n');
  }

  /** Says what went wrong after the last receipt and breaks the response off, so that nobody takes it for whole. */
  async breakOff(problem: ProblemDocument): Promise<void> {
    await this.write([problem]);
    await new Promise<void>((resolve) => this.response.write('\n', () => resolve()));
    this.response.destroy();
  }

  private begin(isAllKnown: boolean): void {
    if (this.response.headersSent) return;
    this.hasTrailers = !isAllKnown;
    this.response.set(isAllKnown ? this.counts.headers() : { trailer: COUNT_HEADERS.join(', ') });
    this.response.status(202).type(this.form === 'lines' ? 'application/x-ndjson' : 'application/json');
    this.response.flushHeaders();
    if (this.form === 'array') this.response.write('[');
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      this.response.once('drain', resolve);
      this.response.once('close', resolve);
    });
  }
}
