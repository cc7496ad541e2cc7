import { dayText } from '../../../kernel/localised';
import { DELIVERY_PAGE_WORDS as WORDS, FEED_SAID_WORDS } from '../../../kernel/words/deliveries';
import { DataTable } from '../../parts/data-table';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';

type Feeds = Shapes['OrganisationFeeds'];

/** Sources that are said to be silent or not connected now, by alarm or by message, and since when. */
export function SilentTable({
  visit,
  feeds: { asOf, organisations },
}: {
  readonly visit: Visit;
  readonly feeds: Shapes['Feeds'];
}) {
  const rows = organisations.filter(({ now }) => now === 'silent' || now === 'not-connected');
  const since = ({ now, statuses }: Feeds): string | undefined =>
    statuses.findLast(({ state, from, to }) => state === now && from <= asOf && (to === undefined || to >= asOf))?.from;
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">{say(visit, WORDS.silent)}</h2>
      {rows.length === 0 ? undefined : <p>{say(visit, WORDS.silentLead)}</p>}
      <DataTable
        caption={say(visit, WORDS.silent)}
        isCaptionHidden
        empty={say(visit, WORDS.noneSilent)}
        columns={[
          {
            heading: say(visit, WORDS.source),
            cell: ({ organisation, name }: Feeds) => (
              <>
                <a href={`/leveringer/${organisation}`}>{name}</a> <small>{organisation}</small>
              </>
            ),
          },
          {
            heading: say(visit, WORDS.state),
            cell: ({ now }) => (now === undefined ? '–' : say(visit, FEED_SAID_WORDS[now])),
          },
          {
            heading: say(visit, WORDS.since),
            cell: (row) => {
              const from = since(row);
              return from === undefined ? '–' : say(visit, dayText(from));
            },
          },
        ]}
        rows={rows}
      />
    </section>
  );
}
