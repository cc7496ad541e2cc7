import type { Language } from '../../../kernel/language';
import { percentText, viewNote } from '../../../kernel/figures';
import { LEVEL_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import { alignedText } from '../../../platform/text/aligned-text';
import { periodTitle } from '../../../kernel/period';
import { COLUMN_WORDS } from '../../../kernel/words/report';
import { SEEN_WORDS } from '../../../kernel/words/shared';
import { COVERAGE_WORDS } from '../../../kernel/words/transitions';
import type { CoverageReport } from '../../application/coverage-reports';
import type { CoverageRow } from '../../domain/patient-coverage/coverage-rows';
import { sayArrivals } from '../../../reporting/domain/say-arrivals';

const COUNTS = ['population', 'reported', 'unreported', 'unreportedInTrouble', 'excluded', 'pending'] as const;
const { excluded } = COLUMN_WORDS;
const HEADINGS = { ...COVERAGE_WORDS, excluded };

/** The coverage as an aligned table for a terminal. */
export function coverageText(report: CoverageReport, language: Language): string {
  const { definition, label, asOf, period, level, rows } = report;
  const columns = [
    { heading: COLUMN_WORDS.unit[language], side: 'left' as const },
    ...COUNTS.map((name) => ({ heading: HEADINGS[name][language], side: 'right' as const })),
    { heading: COVERAGE_WORDS.percent[language], side: 'right' as const },
    { heading: COVERAGE_WORDS.band[language], side: 'left' as const },
    { heading: COVERAGE_WORDS.sectors[language], side: 'left' as const },
    ...(level === 'hospital' ? [{ heading: COVERAGE_WORDS.arrivals[language], side: 'left' as const }] : []),
  ];
  return [
    `${COVERAGE_WORDS.title[language]}: ${periodTitle(period)[language]}, ${LEVEL_WORDS[level][language]}`,
    `${definition}${label === undefined ? '' : ` (${label})`} · ${SEEN_WORDS.asOf[language]} ${asOf}`,
    '',
    ...alignedText(
      columns,
      rows.map((row) => [
        row.unit.name,
        ...COUNTS.map((name) => String(row[name])),
        percentText(row.percent, language),
        bandText(row, language),
        row.sectors.map(({ sector, reported }) => `${SECTOR_WORDS[sector][language]} ${reported}`).join(', '),
        ...(level === 'hospital' ? [row.arrivals === null ? '' : sayArrivals(row.arrivals, language)] : []),
      ]),
    ),
    '',
    ...(report.isEmpty ? [COVERAGE_WORDS.empty[language]] : []),
    ...viewNote(report.view, language),
    '',
  ].join('\n');
}

/** The band; none where there is nobody to cover or the unit itself was silent throughout. */
function bandText({ band, percent }: CoverageRow, language: Language): string {
  if (band !== 'unknown') return band;
  return percent === null ? '–' : COVERAGE_WORDS.silent[language];
}
