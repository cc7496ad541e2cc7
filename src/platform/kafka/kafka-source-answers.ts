import type { Receipt } from '../../kernel/receipt';
import type { Message } from '../../ports/event-log';
import { SourceAnswers } from '../../ports/source-answers';
import { maskedValue } from '../telemetry/masked-value';

/** Appends messages to one of the topics that answer sources. */
export type Publish = (topic: 'receipts' | 'rejected-events', messages: readonly Message[]) => Promise<void>;

/** Receipts on the topic `receipts`, keyed by source. */
export class KafkaSourceAnswers extends SourceAnswers {
  constructor(private readonly publish: Publish) {
    super();
  }

  override tell(receipts: readonly Receipt[]): Promise<void> {
    return this.publish(
      'receipts',
      receipts.map((receipt) => {
        const told = withoutCpr(receipt);
        return { key: told.source ?? '', value: told };
      }),
    );
  }
}

/** What a refused event calls its id or source may be anything, a CPR number in the wrong place included. */
export function withoutCpr(receipt: Receipt): Receipt {
  return receipt.status === 'rejected' ? (maskedValue(receipt) as Receipt) : receipt;
}
