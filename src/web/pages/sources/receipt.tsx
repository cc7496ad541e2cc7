import { RECEIPT_SHOWN_WORDS as WORDS, SOURCE_PAGE_WORDS } from '../../../kernel/words/sources';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';
import { inPeoplesWords } from './words-of';

export type Receipt = Shapes['Receipt'];

const BADGE = { accepted: 'success', duplicate: 'info', rejected: 'error' } as const;

interface Shown {
  readonly visit: Visit;
  readonly receipt: Receipt;
  /** Says paths of fields as people know them. */
  readonly named?: (text: string) => string;
}

/** What became of an event, as the API answers it: its standing, why it was refused and by which rule, what it is told. */
export function ReceiptShown(shown: Shown) {
  const { visit, receipt } = shown;
  return (
    <div class="receipt">
      <span class={`badge badge-${BADGE[receipt.status]}`}>{say(visit, WORDS[receipt.status])}</span>
      <ReceiptReasons {...shown} />
    </div>
  );
}

/** Why an event is refused and by which rule, and what is told of it. */
export function ReceiptReasons({ visit, receipt, named = (text) => inPeoplesWords(visit, text) }: Shown) {
  const { notes = [] } = receipt;
  const faults = receipt.faults ?? (receipt.message === undefined ? [] : [receipt]);
  return (
    <>
      {faults.map(({ message, rule, code }) => (
        <p>
          {named(message ?? code ?? '')}
          {rule === undefined ? undefined : <small> {say(visit, SOURCE_PAGE_WORDS.rule({ rule }))}</small>}
        </p>
      ))}
      {notes.length === 0 ? undefined : (
        <>
          <p>{say(visit, WORDS.notes)}</p>
          <ul>
            {notes.map(({ message }) => (
              <li>{named(message)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
