import { numberText } from '../../../kernel/localised';
import { SOURCE_PAGE_WORDS as WORDS } from '../../../kernel/words/sources';
import { DataTable, type Column } from '../../parts/data-table';
import { monthName } from '../../parts/month-name';
import type { Shapes } from '../../parts/shapes';
import { say, type Visit } from '../../site/visit';
import { kindName } from './words-of';

type Overview = Shapes['SourceOverview'];
type Sent = Overview['total'];

interface Shown {
  readonly visit: Visit;
  readonly overview: Overview;
}

const COUNTS = ['sent', 'accepted', 'duplicate', 'rejected', 'corrections'] as const;

const countColumns = (visit: Visit): Column<Sent>[] =>
  COUNTS.map((name) => ({
    heading: say(visit, WORDS[name]),
    side: 'figure',
    cell: (row) => say(visit, numberText(row[name])),
  }));

/** How much was sent in each month of receipt, the last first, and in all. */
export function SentByMonth({ visit, overview }: Shown) {
  const rows = [{ month: undefined, ...overview.total }, ...[...overview.months].reverse()];
  return (
    <section aria-labelledby="by-month">
      <h2 id="by-month">{say(visit, WORDS.byMonth)}</h2>
      <DataTable
        caption={say(visit, WORDS.byMonth)}
        isCaptionHidden
        columns={[
          {
            heading: say(visit, WORDS.month),
            cell: ({ month }: { readonly month?: string | undefined } & Sent) =>
              month === undefined ? <strong>{say(visit, WORDS.total)}</strong> : monthName(month, visit.language),
          },
          ...countColumns(visit),
        ]}
        rows={rows}
      />
    </section>
  );
}

/** How much was sent of each kind. */
export function SentByKind({ visit, overview }: Shown) {
  return (
    <section aria-labelledby="by-kind">
      <h2 id="by-kind">{say(visit, WORDS.byKind)}</h2>
      <DataTable
        caption={say(visit, WORDS.byKind)}
        isCaptionHidden
        empty={say(visit, WORDS.nothing)}
        columns={[
          { heading: say(visit, WORDS.kind), cell: ({ kind }) => kindName(visit, kind) },
          ...countColumns(visit),
        ]}
        rows={overview.kinds}
      />
    </section>
  );
}
