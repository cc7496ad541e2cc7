import { alignedText } from '../../../platform/text/aligned-text';
import { sayArrivals } from '../../domain/say-arrivals';
import type { Report } from '../../domain/report';
import { periodTitle } from '../../../kernel/period';
import type { Share } from '../../../counting/domain/figures';
import type { ShownRow } from '../../../disclosure/domain/shown-row';
import type { Level } from '../../../kernel/unit';
import { COLUMN_WORDS, REPORT_WORDS } from '../../../kernel/words/report';
import { COVERAGE_WORDS } from '../../../kernel/words/transitions';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import { percentText, viewNote } from '../../../kernel/figures';
import { LEVEL_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import type { Language } from '../../../kernel/language';

/** The report as an aligned table for a terminal, reasons and sectors in words. */
export function reportText(report: Report, language: Language): string {
  const { rows, level, period, asOf, knownAt, definition, label, policy } = report;
  const titleOf = new Map(report.indicators.map(({ key, number, title }) => [key, `${number} ${title[language]}`]));
  const policies = Object.entries(policy).map(([name, option]) => `${name}=${option}`);
  const head = [
    `${REPORT_WORDS.title[language]}: ${periodTitle(period)[language]}, ${LEVEL_WORDS[level][language]}`,
    [
      `${definition}${label === undefined ? '' : ` (${label})`}`,
      ...policies,
      `${SEEN_WORDS.asOf[language]} ${asOf}`,
      ...(knownAt === undefined ? [] : [`${SEEN_WORDS.knownAt[language]} ${knownAt}`]),
    ].join(' · '),
  ];
  const columns = columnsOf(level);
  const cellsOf = (row: ShownRow): string[] => columns.map(({ cell }) => cell(row, language, titleOf));
  const table = alignedText(
    columns.map(({ word, side }) => ({ heading: COLUMN_WORDS[word][language], side })),
    level === 'denmark'
      ? rows.map(cellsOf)
      : report.indicators.flatMap(({ key }) => [
          [titleOf.get(key) ?? key, ...columns.slice(1).map(() => '')],
          ...rows.filter(({ indicator }) => indicator === key).map(cellsOf),
        ]),
  );
  const notes = [...REPORT_WORDS.notes.map((line) => line[language]), ...viewNote(report.view, language)];
  const empty = report.isEmpty ? [REPORT_WORDS.empty[language]] : [];
  return [...head, ...empty, '', ...table, '', ...arrivalsTable(report, language), ...notes, ''].join('\n');
}

/** Of hospitals: whether all patients arrived, a line each that something can be expected of. */
function arrivalsTable({ arrivals = [] }: Report, language: Language): string[] {
  if (arrivals.length === 0) return [];
  const columns = [
    { heading: COLUMN_WORDS.unit[language], side: 'left' as const },
    { heading: COVERAGE_WORDS.arrivals[language], side: 'left' as const },
  ];
  const rows = arrivals.map((row) => [row.unit.name, sayArrivals(row, language)]);
  return [...alignedText(columns, rows), ''];
}

interface Column {
  readonly word: keyof typeof COLUMN_WORDS;
  readonly side: 'left' | 'right';
  readonly cell: (row: ShownRow, language: Language, titleOf: ReadonlyMap<string, string>) => string;
}

const COLUMNS: readonly Column[] = [
  { word: 'indicator', side: 'left', cell: ({ indicator }, _, titleOf) => titleOf.get(indicator) ?? indicator },
  { word: 'unit', side: 'left', cell: ({ unit }) => unit.name },
  { word: 'estimate', side: 'right', cell: (row, language) => estimateText(row, language) },
  {
    word: 'interval',
    side: 'right',
    cell: (row, language) => `${bare(intervalText(row.estimate, language))}${fewText(row, language)}`,
  },
  { word: 'bounds', side: 'right', cell: ({ bounds }, language) => bare(boundsText(bounds, language)) },
  { word: 'reported', side: 'right', cell: ({ reported }, language) => percentText(reported.percent, language) },
  { word: 'unknown', side: 'right', cell: (row, language) => unknownText(row, language) },
  { word: 'stillOpen', side: 'right', cell: ({ stillOpen }) => openText(stillOpen) },
  { word: 'sectors', side: 'left', cell: (row, language) => sectorsText(row, language) },
];

/** Without the sign of percent, where there is little room. */
const bare = (text: string): string => text.replace(/ %$/, '');

/**
 * Of Denmark a line says which indicator and who decided; of units each indicator is a line of its own above them, and
 * there is no room for who decided.
 */
const columnsOf = (level: Level): readonly Column[] => {
  const without: readonly Column['word'][] = level === 'denmark' ? ['unit'] : ['indicator', 'sectors'];
  return COLUMNS.filter(({ word }) => !without.includes(word));
};

/** The estimate in percent, or in words that there is none since a source was in trouble for everyone. */
function estimateText({ estimate, estimateFrom }: ShownRow, language: Language): string {
  return estimateFrom === 'nobody' ? REPORT_WORDS.none[language] : percentText(estimate.percent, language);
}

/** The 95 % interval around a share, or a dash where there is none. */
function intervalText({ interval }: Pick<Share, 'interval'>, language: Language): string {
  return boundsText(interval ?? { lower: null, upper: null }, language);
}

/** What stands after an interval that few organisations stand behind; nothing after others. */
const fewText = ({ fewOrganisations }: Pick<ShownRow, 'fewOrganisations'>, language: Language): string =>
  fewOrganisations === true ? ` ${REPORT_WORDS.few[language]}` : '';

/** `41.2–63.0 %`, or a dash. */
function boundsText({ lower, upper }: Pick<ShownRow['bounds'], 'lower' | 'upper'>, language: Language): string {
  if (lower === null || upper === null) return '–';
  return `${percentText(lower, language).slice(0, -2)}–${percentText(upper, language)}`;
}

/** The unknown, and how many of those decided or unknown they are. */
function unknownText({ unknown, unknownPercent }: ShownRow, language: Language): string {
  if (unknown === 0) return '0';
  return `${unknown} (${percentText(unknownPercent, language)})`;
}

const openText = ({ metSoFar, pending }: ShownRow['stillOpen']): string =>
  metSoFar === 0 && pending === 0 ? '0' : `${metSoFar}+${pending}`;

/** The sectors' shares of the reported numerator in words. */
function sectorsText({ sectors }: ShownRow, language: Language): string {
  return sectors
    .map(({ sector, percent }) => `${SECTOR_WORDS[sector][language]} ${percentText(percent, language)}`)
    .join(', ');
}
