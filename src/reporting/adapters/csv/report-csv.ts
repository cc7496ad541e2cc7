import { both, type Bilingual, type Language } from '../../../kernel/language';
import type { OrganisationList } from '../../../kernel/organisation-list';
import { columnsOf, type Column } from '../../../kernel/table';
import { CONTEXT_WORDS, INTERVAL_WORDS, LEVEL_WORDS } from '../../../kernel/words/codes';
import { ABOUT_WORDS, COLUMN_WORDS, SHEET_WORDS } from '../../../kernel/words/report';
import { VIEW_WORDS } from '../../../kernel/words/shared';
import { columnsCsv } from '../../../platform/text/csv';
import { MADE_UNDER_COLUMNS } from '../../../platform/text/made-under-columns';
import type { Report } from '../../domain/report';
import { FIGURE_COLUMNS } from '../report-columns';
import { linesOf, regionColumns, UNIT_COLUMNS, type ReportLine } from '../unit-columns';

/** The report as CSV: one line a row, with what it was counted under on every line. */
export function reportCsv(report: Report, organisations: OrganisationList, language: Language): string {
  const columns = [
    ...columnsOf<ReportLine, Report>([...MADE_UNDER_COLUMNS, ...COUNTED_AS_COLUMNS], ({ report: one }) => one),
    ...KEY_COLUMNS,
    ...UNIT_COLUMNS,
    titleColumn(report),
    ...regionColumns(organisations),
    ...columnsOf(FIGURE_COLUMNS, ({ row }: ReportLine) => row),
  ];
  return columnsCsv(columns, linesOf(report), language);
}

const COUNTED_AS_COLUMNS: readonly Column<Report>[] = [
  {
    name: 'policy',
    heading: ABOUT_WORDS.policy,
    cell: ({ policy }) =>
      Object.entries(policy)
        .map(([name, option]) => `${name}=${option}`)
        .join(' '),
  },
  { name: 'level', heading: ABOUT_WORDS.level, cell: ({ level }) => level, words: ({ level }) => LEVEL_WORDS[level] },
  {
    name: 'context',
    heading: ABOUT_WORDS.context,
    cell: ({ context }) => context,
    words: ({ context }) => CONTEXT_WORDS[context],
  },
  {
    name: 'interval_method',
    heading: ABOUT_WORDS.interval,
    cell: ({ interval }) => interval,
    words: ({ interval }) => INTERVAL_WORDS[interval],
  },
  { name: 'view', heading: ABOUT_WORDS.view, cell: ({ view }) => view, words: ({ view }) => VIEW_WORDS[view] },
];

const KEY_COLUMNS: readonly Column<ReportLine>[] = [
  { name: 'number', heading: SHEET_WORDS.number, cell: ({ row }) => row.number },
  { name: 'indicator', heading: SHEET_WORDS.indicatorKey, cell: ({ row }) => row.indicator },
];

function titleColumn({ indicators }: Report): Column<ReportLine> {
  const titleOf = new Map(indicators.map(({ key, title }) => [key, title]));
  const title = ({ row }: ReportLine): Bilingual => titleOf.get(row.indicator) ?? both(row.indicator, row.indicator);
  return { name: 'indicator_title', heading: COLUMN_WORDS.indicator, cell: (line) => title(line).en, words: title };
}
