import type { Bilingual } from '../../../kernel/definition';
import { alignedText } from '../../../platform/text/aligned-text';
import { periodTitle } from '../../../kernel/period';
import {
  countText,
  HIDDEN_MARK,
  hiddenNote,
  LEVEL_WORDS,
  percentText,
  SECTOR_WORDS,
  type Language,
} from '../../../kernel/words';
import type { CoverageReport } from '../../application/coverage-reports';

const both = (da: string, en: string): Bilingual => ({ da, en });
const TEXTS = {
  title: both('Dekningsgrad', 'Coverage'),
  asOf: both('pr.', 'as of'),
  unit: both('Enhed', 'Unit'),
  population: both('Patienter', 'Patients'),
  reported: both('Indberettet', 'Reported'),
  unreported: both('Ikke indberettet', 'Not reported'),
  unreportedInTrouble: both('heraf kilde tavs', 'of these source silent'),
  excluded: both('Udgået', 'Excluded'),
  pending: both('Afventer', 'Pending'),
  percent: both('Dekning', 'Coverage'),
  band: both('Bånd', 'Band'),
  sectors: both('Indberettet af', 'Reported by'),
  empty: both('Ingen patienter i perioden.', 'No patients in the period.'),
  unknown: both('ukendt', 'unknown'),
} satisfies Record<string, Bilingual>;

const COUNTS = ['population', 'reported', 'unreported', 'unreportedInTrouble', 'excluded', 'pending'] as const;
/** The coverage as an aligned table for a terminal. */
export function coverageText(report: CoverageReport, language: Language): string {
  const { definition, label, asOf, period, level, rows } = report;
  const columns = [
    { heading: TEXTS.unit[language], side: 'left' as const },
    ...COUNTS.map((name) => ({ heading: TEXTS[name][language], side: 'right' as const })),
    { heading: TEXTS.percent[language], side: 'right' as const },
    { heading: TEXTS.band[language], side: 'left' as const },
    { heading: TEXTS.sectors[language], side: 'left' as const },
  ];
  return [
    `${TEXTS.title[language]}: ${periodTitle(period)[language]}, ${LEVEL_WORDS[level][language]}`,
    `${definition}${label === undefined ? '' : ` (${label})`} · ${TEXTS.asOf[language]} ${asOf}`,
    '',
    ...alignedText(
      columns,
      rows.map((row) => [
        row.unit.name,
        ...COUNTS.map((name) => countText(row[name])),
        row.population === null || row.reported === null ? HIDDEN_MARK : percentText(row.percent, language),
        row.band === 'unknown' ? TEXTS.unknown[language] : row.band,
        row.sectors
          .map(({ sector, reported }) => `${SECTOR_WORDS[sector][language]} ${countText(reported)}`)
          .join(', '),
      ]),
    ),
    '',
    ...(report.isEmpty ? [TEXTS.empty[language]] : []),
    ...(report.smallNumbers > 1 ? [hiddenNote(report.smallNumbers)[language]] : []),
    '',
  ].join('\n');
}
