import type { Receipt } from '../../kernel/receipt';
import type { ReceiptMetrics } from '../../ports/receipt-metrics';
import type { SourceAnswers } from '../../ports/source-answers';
import type { ReceiveEvents } from './receive-events';
import type { Incoming } from '../../kernel/incoming';

/** Takes in what sources put on their topic, and answers each event there too. */
export class ReceiveFromTopic {
  constructor(
    private readonly intake: ReceiveEvents,
    private readonly answers: SourceAnswers,
    private readonly metrics: ReceiptMetrics,
  ) {}

  /** When it resolves, every event is accepted or kept as refused, and answered; repeating it changes nothing. */
  async handle(incoming: readonly Incoming[]): Promise<void> {
    const receipts = (await this.intake.receive(incoming, { receivedAt: 'clock' })) as Receipt[];
    await this.answers.tell(receipts);
    this.metrics.count(receipts);
  }
}
