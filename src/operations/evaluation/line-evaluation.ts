import type { PersonSetAside } from '../../kernel/set-aside';
import type { Receipt } from '../../kernel/receipt';
import type { LineBatch } from '../../platform/ndjson/read-lines';
import type { ReceiptCounts } from '../moving/receipt-counts';
import type { Evaluation } from './evaluation';
import { DecisionsToWrite, type WrittenDecisions } from './written-decisions';
import { writtenPersons } from './written-person';

/** Is told of an event that was not accepted, with its line; in the order of the lines. */
export type TellRefused = (receipt: Receipt, line: number, file: string) => void;

/** Lines of events evaluated, in this thread or spread over several: take all lines in, then read the decisions once. */
export interface LineEvaluation {
  /** Complete once the decisions are read. */
  readonly counts: ReceiptCounts;
  /** Whom something failed for, ordered by person: complete once the decisions are read. */
  readonly setAside: readonly PersonSetAside[];
  /** Resolves when more lines may come. */
  take(batch: Pick<LineBatch, 'file' | 'lines'>): Promise<void>;
  /** All decisions, in the same order however many threads there are. */
  decisions(): AsyncGenerator<WrittenDecisions>;
  /** Ends what was begun for it; a second call does nothing. */
  close(): Promise<void>;
}

/** The evaluation in this thread. */
export class EvaluationInPlace implements LineEvaluation {
  constructor(
    private readonly evaluation: Evaluation,
    readonly counts: ReceiptCounts,
    private readonly tellRefused: TellRefused,
  ) {}

  get setAside(): readonly PersonSetAside[] {
    return byPerson(this.evaluation.setAside);
  }

  async take({ file, lines }: Pick<LineBatch, 'file' | 'lines'>): Promise<void> {
    const receipts = await this.evaluation.receive(lines.map(({ incoming }) => incoming));
    receipts.forEach((receipt, at) => {
      if (receipt === undefined) return;
      this.counts.add(receipt);
      if (receipt.status !== 'accepted') this.tellRefused(receipt, lines[at]?.number ?? 0, file);
    });
  }

  async *decisions(): AsyncGenerator<WrittenDecisions> {
    const written = new DecisionsToWrite();
    for await (const { text, decisions } of writtenPersons(this.evaluation)) {
      written.add(text, decisions);
      if (written.areMany) yield written.take();
    }
    yield written.take();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The same order whoever found them first. */
export const byPerson = (setAside: readonly PersonSetAside[]): readonly PersonSetAside[] =>
  [...setAside].sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
