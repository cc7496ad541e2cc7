import { danishDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { OPERATIONS_PAGE_WORDS as WORDS } from '../../../kernel/words/operations';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

interface Rejected {
  readonly visit: Visit;
  readonly items: Shapes['RejectedEvents']['items'];
}

/** Refused events that wait, each to be sent again. */
export function RejectedTable({ visit, items }: Rejected) {
  return (
    <>
      <h2>{say(visit, WORDS.rejected)}</h2>
      <DataTable
        caption={say(visit, WORDS.rejected)}
        isCaptionHidden
        empty={say(visit, WORDS.noneRejected)}
        columns={[
          {
            heading: say(visit, WORDS.number),
            cell: ({ number, erased }) =>
              erased === true || !visit.may('resendRejected') ? (
                number
              ) : (
                <form method="post" action={`/drift/afvist/${number}`}>
                  <button type="submit" class="button button-secondary">
                    {say(visit, WORDS.again({ number }))}
                  </button>
                </form>
              ),
          },
          {
            heading: say(visit, WORDS.received),
            cell: ({ receivedAt }) => say(visit, dayText(danishDay(Date.parse(receivedAt)))),
          },
          { heading: say(visit, WORDS.source), cell: ({ receipt }) => receipt.source ?? '–' },
          { heading: say(visit, WORDS.reason), cell: ({ receipt }) => receipt.message ?? receipt.code ?? '–' },
        ]}
        rows={items}
      />
    </>
  );
}
