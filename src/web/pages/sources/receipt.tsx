import { RECEIPT_SHOWN_WORDS as WORDS, SOURCE_PAGE_WORDS } from '../../../kernel/words/sources';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';
import { inPeoplesWords } from './words-of';

export type Receipt = Shapes['Receipt'];

const BADGE = { accepted: 'success', duplicate: 'info', rejected: 'error' } as const;

/** What became of an event, as the API answers it: its standing, why it was refused and by which rule, what it is told. */
export function ReceiptShown({ visit, receipt }: { readonly visit: Visit; readonly receipt: Receipt }) {
  const { status, notes = [] } = receipt;
  const faults = receipt.faults ?? (receipt.message === undefined ? [] : [receipt]);
  return (
    <div class="receipt">
      <span class={`badge badge-${BADGE[status]}`}>{say(visit, WORDS[status])}</span>
      {faults.map(({ message, rule, code }) => (
        <p>
          {inPeoplesWords(visit, message ?? code ?? '')}
          {rule === undefined ? undefined : <small> {say(visit, SOURCE_PAGE_WORDS.rule({ rule }))}</small>}
        </p>
      ))}
      {notes.length === 0 ? undefined : (
        <>
          <p>{say(visit, WORDS.notes)}</p>
          <ul>
            {notes.map(({ message }) => (
              <li>{inPeoplesWords(visit, message)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
