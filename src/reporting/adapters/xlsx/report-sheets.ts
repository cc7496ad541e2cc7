import type { OrganisationList } from '../../../kernel/organisation-list';
import { columnsOf, dayCell, tableFor, type Cell, type Column, type Table } from '../../../kernel/table';
import { periodTitle } from '../../../kernel/period';
import type { Report } from '../../domain/report';
import { FIGURE_COLUMNS } from '../report-columns';
import { linesOf, regionColumns, UNIT_COLUMNS, type ReportLine } from '../unit-columns';
import { ABOUT_WORDS, COLUMN_WORDS, SHEET_WORDS } from '../../../kernel/words/report';
import { CONTEXT_WORDS, INTERVAL_WORDS, LEVEL_WORDS } from '../../../kernel/words/codes';
import { VIEW_WORDS } from '../../../kernel/words/shared';
import { percentText, viewNote } from '../../../kernel/figures';
import type { Language } from '../../../kernel/language';

/** The report as the tables of a workbook: the figures, what the indicators are, and what it was all counted under. */
export function reportSheets(report: Report, organisations: OrganisationList, language: Language): Table[] {
  return [figures(report, organisations, language), indicators(report, language), about(report, language)];
}

function figures(report: Report, organisations: OrganisationList, language: Language): Table {
  const titleOf = new Map(report.indicators.map(({ key, title }) => [key, title[language]]));
  const columns: Column<ReportLine>[] = [
    { name: 'number', heading: SHEET_WORDS.number, cell: ({ row }) => row.number },
    {
      name: 'indicator',
      heading: COLUMN_WORDS.indicator,
      cell: ({ row }) => titleOf.get(row.indicator) ?? row.indicator,
    },
    ...UNIT_COLUMNS,
    ...regionColumns(organisations),
    ...columnsOf(FIGURE_COLUMNS, ({ row }: ReportLine) => row),
  ];
  return tableFor(language, SHEET_WORDS.figures[language], columns, linesOf(report));
}

function indicators({ indicators: reported, label }: Report, language: Language): Table {
  const { number, key, label: labelWord } = SHEET_WORDS;
  return {
    name: SHEET_WORDS.indicators[language],
    columns: [number, COLUMN_WORDS.indicator, key, COLUMN_WORDS.denominator, COLUMN_WORDS.target, labelWord].map(
      (words) => words[language],
    ),
    rows: reported.map((indicator) => [
      indicator.number,
      indicator.title[language],
      indicator.key,
      indicator.denominatorText[language],
      `${indicator.target.direction === 'at-least' ? '≥' : '≤'} ${percentText(indicator.target.percent, language)}`,
      indicator.provenance === 'working' ? label : null,
    ]),
  };
}

function about(report: Report, language: Language): Table {
  const { definition, label, policy, period, asOf, knownAt, level, context, interval, isEmpty, digest } = report;
  const say = (name: keyof typeof ABOUT_WORDS, value: Cell): Cell[] => [ABOUT_WORDS[name][language], value];
  return {
    name: SHEET_WORDS.about[language],
    columns: [SHEET_WORDS.what[language], SHEET_WORDS.value[language]],
    rows: [
      say('definition', definition),
      say('label', label),
      ...Object.entries(policy).map(([name, option]) => say('policy', `${name}=${option}`)),
      say('period', periodTitle(period)[language]),
      say('from', dayCell(period.from)),
      say('to', dayCell(period.to)),
      say('asOf', dayCell(asOf)),
      say('knownAt', knownAt ?? SHEET_WORDS.everything[language]),
      say('level', LEVEL_WORDS[level][language]),
      say('context', CONTEXT_WORDS[context][language]),
      say('interval', INTERVAL_WORDS[interval][language]),
      say('view', VIEW_WORDS[report.view][language]),
      ...viewNote(report.view, language).map((note) => say('viewNote', note)),
      ...(isEmpty ? [say('empty', SHEET_WORDS.yes[language])] : []),
      say('digest', digest),
    ],
  };
}
