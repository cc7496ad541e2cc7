import type { Receipt } from '../../../kernel/receipt';
import type { LineBatch } from '../../../platform/ndjson/read-lines';
import type { TellRefused } from '../line-evaluation';

type Batch = Pick<LineBatch, 'file' | 'lines'>;

/** A batch that some shares are not done with. */
interface Open {
  readonly batch: Batch;
  readonly missing: Set<number>;
  readonly refused: (readonly [number, Receipt])[];
}

/** Batches under way: what is refused of them is told in the order of the lines, batch after batch. */
export class TakenBatches {
  private readonly open: Open[] = [];
  private waiting: { readonly atMost: number; readonly resolve: () => void } | undefined;

  constructor(private readonly tellRefused: TellRefused) {}

  begin(batch: Batch, shares: readonly number[]): void {
    this.open.push({ batch, missing: new Set(shares), refused: [] });
  }

  /** Resolves when at most so many are under way; one may wait at a time. */
  atMost(atMost: number): Promise<void> {
    if (this.open.length <= atMost) return Promise.resolve();
    return new Promise((resolve) => (this.waiting = { atMost, resolve }));
  }

  /** A share is done with the earliest batch that it has lines of. */
  done(share: number, refused: readonly (readonly [number, Receipt])[]): void {
    const batch = this.open.find(({ missing }) => missing.has(share));
    if (batch === undefined) throw new Error('There is no batch that this could be of.');
    batch.missing.delete(share);
    batch.refused.push(...refused);
    for (let first = this.open[0]; first?.missing.size === 0; first = this.open[0]) {
      this.tell(first);
      this.open.shift();
    }
    if (this.waiting !== undefined && this.open.length <= this.waiting.atMost) {
      this.waiting.resolve();
      this.waiting = undefined;
    }
  }

  private tell({ batch, refused }: Open): void {
    refused.sort(([a], [b]) => a - b);
    for (const [at, receipt] of refused) this.tellRefused(receipt, batch.lines[at]?.number ?? 0, batch.file);
  }
}
