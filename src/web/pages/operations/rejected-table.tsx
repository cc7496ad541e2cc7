import { danishDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { OPERATIONS_PAGE_WORDS as WORDS } from '../../../kernel/words/operations';
import { DataTable } from '../../parts/data-table';
import { numberAsked } from '../../parts/numbered-page';
import type { Shapes } from '../../parts/shapes';
import { addressWith, say, type Visit } from '../../site/visit';

interface Rejected {
  readonly visit: Visit;
  /** Absent where the reader may not see them. */
  readonly rejected: Shapes['RejectedEvents'] | undefined;
}

/** After which number the refused events of a page begin; 0 for the first page. */
export const rejectedAfter = (visit: Pick<Visit, 'asked'>): number => numberAsked(visit, 'afvistEfter') ?? 0;

/** Refused events that wait, each to be sent again. */
export function RejectedTable({ visit, rejected }: Rejected) {
  if (rejected === undefined)
    return (
      <>
        <h2>{say(visit, WORDS.rejected)}</h2>
        <p>{say(visit, WORDS.rejectedElsewhere)}</p>
      </>
    );
  const { items, next } = rejected;
  return (
    <>
      <h2 id="afviste">{say(visit, WORDS.rejected)}</h2>
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
          {
            heading: say(visit, WORDS.source),
            cell: ({ receipt }) => (receipt.source === undefined ? '–' : visit.nameOf(receipt.source)),
          },
          { heading: say(visit, WORDS.reason), cell: ({ receipt }) => receipt.message ?? receipt.code ?? '–' },
        ]}
        rows={items}
      />
      <p>
        {rejectedAfter(visit) === 0 ? undefined : (
          <a href={`${addressWith(visit, { afvistEfter: undefined })}#afviste`}>{say(visit, WORDS.first)}</a>
        )}{' '}
        {next === undefined ? undefined : (
          <a href={`${addressWith(visit, { afvistEfter: next })}#afviste`}>{say(visit, WORDS.older)}</a>
        )}
      </p>
    </>
  );
}
