import { danishDay } from '../../../kernel/day';
import { dayText } from '../../../kernel/localised';
import { SOURCE_PAGE_WORDS as WORDS } from '../../../kernel/words/sources';
import { DataTable } from '../../parts/data-table';
import { numberAsked } from '../../parts/numbered-page';
import type { Shapes } from '../../parts/shapes';
import { addressWith, say, type Visit } from '../../site/visit';
import { isOwn } from './own';
import { inPeoplesWords, kindName } from './words-of';

type Rejection = Shapes['OwnRejection'];

interface Waiting {
  readonly visit: Visit;
  readonly organisation: string;
  readonly items: readonly Rejection[];
  readonly next?: number | undefined;
}

/** After which number the refused events of a page begin; 0 for the first page. */
export const waitingAfter = (visit: Pick<Visit, 'asked'>): number => numberAsked(visit, 'afvistEfter') ?? 0;

/** What was refused and waits: why, by which rule, and the way to mend it. */
export function WaitingTable({ visit, organisation, items, next }: Waiting) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say(visit, WORDS.waiting)}</h2>
      {items.length === 0 ? undefined : <p>{say(visit, WORDS.waitingLead)}</p>}
      <DataTable
        caption={say(visit, WORDS.waiting)}
        isCaptionHidden
        empty={say(visit, WORDS.noneWaiting)}
        columns={[
          {
            heading: say(visit, WORDS.number),
            cell: ({ number, erased }) =>
              isOwn(visit, organisation) && erased !== true ? (
                <a href={`/kilder/${organisation}/afvist/${number}`}>{say(visit, WORDS.mend({ number }))}</a>
              ) : (
                number
              ),
          },
          { heading: say(visit, WORDS.received), cell: ({ receivedAt }) => dayOf(visit, receivedAt) },
          { heading: say(visit, WORDS.what), cell: ({ kind }) => (kind === undefined ? '–' : kindName(visit, kind)) },
          { heading: say(visit, WORDS.reason), cell: (row) => <Reasons visit={visit} rejection={row} /> },
        ]}
        rows={items}
      />
      <p>
        {waitingAfter(visit) === 0 ? undefined : (
          <a href={`${addressWith(visit, { afvistEfter: undefined })}#waiting`}>{say(visit, WORDS.first)}</a>
        )}{' '}
        {next === undefined ? undefined : (
          <a href={`${addressWith(visit, { afvistEfter: next })}#waiting`}>{say(visit, WORDS.next)}</a>
        )}
      </p>
    </section>
  );
}

/** Why an event was refused, fault by fault. */
export function Reasons({ visit, rejection }: { readonly visit: Visit; readonly rejection: Rejection }) {
  const { erased, reason, rule, faults } = rejection;
  const all = faults ?? (reason === undefined ? [] : [{ reason, ...(rule === undefined ? {} : { rule }) }]);
  return (
    <>
      {all.map((fault) => (
        <p>
          {inPeoplesWords(visit, fault.reason[visit.language])}
          {fault.rule === undefined ? undefined : <small> {say(visit, WORDS.rule({ rule: fault.rule }))}</small>}
        </p>
      ))}
      {erased === true ? <p>{say(visit, WORDS.erased)}</p> : undefined}
    </>
  );
}

/** The Danish day of a moment, in words. */
const dayOf = (visit: Visit, moment: string): string => say(visit, dayText(danishDay(Date.parse(moment))));
