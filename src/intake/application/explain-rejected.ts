import type { Incoming } from '../../kernel/incoming';
import { both, type Bilingual, type Language } from '../../kernel/language';
import type { ReceiptFault, Receipt } from '../../kernel/receipt';
import { RECEIPT_WORDS } from '../../kernel/words/receipts';
import type { KeptRejection } from '../../ports/rejected-events';
import type { ReceiveEvents } from './receive-events';

/** A fault of a refused event in both languages. */
export interface ExplainedFault extends Omit<ReceiptFault, 'message'> {
  readonly reason: Bilingual;
}

/** What only what came before tells, so that the event alone does not show it. */
const SAID_OF: Readonly<Partial<Record<ReceiptFault['code'], Bilingual>>> = {
  ID_REUSED: RECEIPT_WORDS.idReused,
  NOT_HANDLED: RECEIPT_WORDS.notHandled,
};

/** Says in Danish and English why an event was refused, whichever language its receipt was written in. */
export class ExplainRejected {
  constructor(
    private readonly intake: Pick<ReceiveEvents, 'refusalOf'>,
    private readonly readPayload: (payload: string | Uint8Array) => Incoming,
  ) {}

  /**
   * Every fault, the one that decided first, told from what was kept of the event; where that can be read no more, or
   * another fault would decide by now, as the receipt told it at the time.
   */
  faultsOf(kept: KeptRejection): readonly ExplainedFault[] {
    const told = faultsIn(kept.receipt);
    const [first] = told;
    const said = kept.receipt.reason ?? (first === undefined ? undefined : SAID_OF[first.code]);
    if (first !== undefined && said !== undefined) return [inBoth(first, said)];
    const [danish, english] = (['da', 'en'] as const).map((language) => faultsIn(this.again(kept, language)));
    if (danish === undefined || english === undefined || danish[0]?.code !== first?.code)
      return told.map((fault) => inBoth(fault, both(fault.message, fault.message)));
    return danish.map((fault, at) => inBoth(fault, both(fault.message, english[at]?.message ?? fault.message)));
  }

  /** The receipt as it is shown: in a language, or as it was written where none is asked for. */
  receiptIn(language: Language | undefined, kept: KeptRejection): Receipt {
    const { reason: _reason, ...receipt } = kept.receipt;
    if (language === undefined) return receipt;
    const [first, ...others] = this.faultsOf(kept).map((fault) => inOne(fault, language));
    return {
      ...receipt,
      ...first,
      ...(first === undefined || others.length === 0 ? {} : { faults: [first, ...others] }),
    };
  }

  private again({ erased, payload, receivedAt }: KeptRejection, language: Language): Receipt | undefined {
    return erased === true ? undefined : this.intake.refusalOf(this.readPayload(payload), receivedAt, language);
  }
}

function faultsIn(receipt: Receipt | undefined): readonly ReceiptFault[] {
  if (receipt?.faults !== undefined) return receipt.faults;
  const { code, path, message = '', rule } = receipt ?? {};
  return code === undefined ? [] : [{ code, message, ...(path === undefined ? {} : { path }), ...(rule && { rule }) }];
}

const inBoth = ({ message: _message, ...fault }: ReceiptFault, reason: Bilingual): ExplainedFault => ({
  ...fault,
  reason,
});

const inOne = ({ reason, ...fault }: ExplainedFault, language: Language): ReceiptFault => ({
  ...fault,
  message: reason[language],
});
