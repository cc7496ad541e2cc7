import { alignedText } from '../../../platform/text/aligned-text';
import type { Report } from '../../domain/report';
import { periodTitle } from '../../../kernel/period';
import type { ShownRow, ShownShare } from '../../../disclosure/domain/shown-row';
import { COLUMN_WORDS, REPORT_WORDS } from '../../../kernel/words/report';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import { HIDDEN_MARK, countText, hiddenNote, percentText } from '../../../kernel/figures';
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
  const columns = level === 'denmark' ? COLUMNS.filter(({ word }) => word !== 'unit') : COLUMNS;
  const table = alignedText(
    columns.map(({ word, side }) => ({ heading: COLUMN_WORDS[word][language], side })),
    rows.map((row) => columns.map(({ cell }) => cell(row, language, titleOf))),
  );
  const notes = [
    ...REPORT_WORDS.notes.map((line) => line[language]),
    ...(rows.some(({ hidden }) => hidden !== undefined) ? [hiddenNote(report.smallNumbers)[language]] : []),
  ];
  const empty = report.isEmpty ? [REPORT_WORDS.empty[language]] : [];
  return [...head, ...empty, '', ...table, '', ...notes, ''].join('\n');
}

interface Column {
  readonly word: keyof typeof COLUMN_WORDS;
  readonly side: 'left' | 'right';
  readonly cell: (row: ShownRow, language: Language, titleOf: ReadonlyMap<string, string>) => string;
}

const COLUMNS: readonly Column[] = [
  { word: 'indicator', side: 'left', cell: ({ indicator }, _, titleOf) => titleOf.get(indicator) ?? indicator },
  { word: 'unit', side: 'left', cell: ({ unit }) => unit.name },
  { word: 'numerator', side: 'right', cell: ({ numerator }) => countText(numerator) },
  { word: 'denominator', side: 'right', cell: ({ denominator }) => countText(denominator) },
  { word: 'percent', side: 'right', cell: (row, language) => shareText(row, language) },
  { word: 'interval', side: 'right', cell: (row, language) => intervalText(row, language) },
  { word: 'estimate', side: 'right', cell: ({ estimate }, language) => shareText(estimate, language) },
  { word: 'bounds', side: 'right', cell: (row, language) => rowBoundsText(row, language) },
  { word: 'unknown', side: 'right', cell: ({ unknown }) => countText(unknown.inDenominator.count) },
  { word: 'denominatorUnknown', side: 'right', cell: ({ unknown }) => countText(unknown.denominatorUnknown.count) },
  { word: 'pending', side: 'right', cell: ({ pending }) => countText(pending) },
  { word: 'excluded', side: 'right', cell: ({ excluded }) => countText(excluded) },
  { word: 'sectors', side: 'left', cell: (row, language) => sectorsText(row, language) },
];

/** The percentage of a share, a dash where there is none, or the mark of what is hidden. */
export function shareText({ numerator, denominator, percent }: ShownShare, language: Language): string {
  return numerator === null || denominator === null ? HIDDEN_MARK : percentText(percent, language);
}

/** The 95 % interval around a row's share, a dash where there is none, or the mark of what is hidden. */
function intervalText({ numerator, denominator, interval }: ShownRow, language: Language): string {
  if (numerator === null || denominator === null) return HIDDEN_MARK;
  return boundsText(interval ?? { lower: null, upper: null }, language);
}

/** The bounds of a row, or the mark of what is hidden. */
export function rowBoundsText({ bounds }: ShownRow, language: Language): string {
  const { leastMet, mostMet, leastNotMet, mostNotMet } = bounds;
  const isTold = [leastMet, mostMet, leastNotMet, mostNotMet].every((count) => count !== null);
  return isTold ? boundsText(bounds, language) : HIDDEN_MARK;
}

/** `41.2–63.0 %`, or a dash. */
function boundsText({ lower, upper }: Pick<ShownRow['bounds'], 'lower' | 'upper'>, language: Language): string {
  if (lower === null || upper === null) return '–';
  return `${percentText(lower, language).slice(0, -2)}–${percentText(upper, language)}`;
}

/** The sectors' shares of the numerator in words. */
function sectorsText({ numerator, sectors }: ShownRow, language: Language): string {
  return sectors
    .map(
      ({ sector, numerator: count, percent }) =>
        `${SECTOR_WORDS[sector][language]} ${shareText({ numerator: count, denominator: numerator, percent }, language)}`,
    )
    .join(', ');
}
