import { dayText } from '../../../kernel/localised';
import { OUTCOME_WORDS } from '../../../kernel/words/codes';
import { WORKLIST_HEADING_WORDS as HEADING, WORKLIST_PAGE_WORDS as WORDS } from '../../../kernel/words/worklists';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { addressWith, say, type Visit } from '../../site/visit';

type Row = Shapes['WorklistRow'];

/** How many stand on a page. */
export const PAGE_SIZE = 50;

/** Patients for whom something can still be done, each with what, until when, and who saw them last. */
export function WorklistTable({
  visit,
  list,
  titles,
}: {
  readonly visit: Visit;
  readonly list: Shapes['Worklist'];
  readonly titles: ReadonlyMap<string, string>;
}) {
  const day = (text: string) => dayText(text)[visit.language];
  const left = (days: number) => say(visit, days === 0 ? HEADING.tooLate : HEADING.daysLeft({ count: days }));
  const { total, from, rows, asOf } = list;
  return (
    <>
      <p class="downloads">
        <a href={addressWith(visit, { format: 'csv', from: undefined })}>{say(visit, WORDS.download)}</a>
      </p>
      <DataTable
        caption={say(visit, WORDS.caption({ total, day: dayText(asOf) }))}
        empty={say(visit, WORDS.empty)}
        columns={[
          {
            heading: say(visit, HEADING.patient),
            cell: (row: Row) => (
              <>
                <a href={`/personer/${row.person}`}>
                  {say(visit, WORDS.open)} <code>{row.person}</code>
                </a>{' '}
                <small>{say(visit, HEADING.index({ number: row.pathway, day: dayText(row.indexDay) }))}</small>
              </>
            ),
          },
          { heading: say(visit, HEADING.age), cell: ({ age }) => say(visit, HEADING.years({ count: age })) },
          {
            heading: say(visit, HEADING.place),
            cell: (row) => [row.hospitalName, row.municipalityName].filter(Boolean).join(', '),
          },
          {
            heading: say(visit, HEADING.indicators),
            cell: ({ indicators }) => (
              <ul class="reasons">
                {indicators.map((one) => (
                  <li>
                    {say(
                      visit,
                      HEADING.until({
                        title: titles.get(one.indicator) ?? one.indicator,
                        outcome: OUTCOME_WORDS[one.outcome],
                        day: dayText(one.until),
                      }),
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            heading: say(visit, HEADING.deadline),
            cell: (row) => (
              <>
                {day(row.deadline)} <small>{left(row.daysLeft)}</small>
              </>
            ),
          },
          {
            heading: say(visit, HEADING.lastContact),
            cell: ({ lastContact }) => (
              <>
                {day(lastContact.on)}, {lastContact.name}{' '}
                <small>{say(visit, HEADING.daysAgo({ count: lastContact.daysSince }))}</small>
              </>
            ),
          },
          {
            heading: say(visit, HEADING.followed),
            cell: (row) => row.followedElsewhere.map(({ name }) => name).join(', ') || say(visit, HEADING.nobody),
          },
        ]}
        rows={rows}
      />
      {rows.length === 0 ? undefined : (
        <p>{say(visit, WORDS.shown({ from: from + 1, to: from + rows.length, total }))}</p>
      )}
      <p>
        {from === 0 ? undefined : (
          <a href={addressWith(visit, { from: Math.max(0, from - PAGE_SIZE) || undefined })}>
            {say(visit, WORDS.previous)}
          </a>
        )}{' '}
        {from + rows.length >= total ? undefined : (
          <a href={addressWith(visit, { from: from + PAGE_SIZE })}>{say(visit, WORDS.next)}</a>
        )}
      </p>
    </>
  );
}
