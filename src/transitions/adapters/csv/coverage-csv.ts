import type { Bilingual, Language } from '../../../kernel/language';
import { SECTOR_ORDER } from '../../../kernel/organisation';
import { columnsOf, percentCell, type Column } from '../../../kernel/table';
import { CONTEXT_WORDS, LEVEL_WORDS, SECTOR_WORDS } from '../../../kernel/words/codes';
import { ABOUT_WORDS, COLUMN_WORDS, SHEET_WORDS } from '../../../kernel/words/report';
import { COVERAGE_WORDS } from '../../../kernel/words/transitions';
import { columnsCsv } from '../../../platform/text/csv';
import { reasonColumn } from '../../../platform/text/empty-reason';
import { MADE_UNDER_COLUMNS } from '../../../platform/text/made-under-columns';
import type { CoverageReport } from '../../application/coverage-reports';
import type { CoverageRow } from '../../domain/patient-coverage/coverage-rows';

interface Line {
  readonly report: CoverageReport;
  readonly row: CoverageRow;
}

/** The coverage as CSV: a line a unit; of hospitals how many new pathways are expected and here, too. */
export function coverageCsv(report: CoverageReport, language: Language): string {
  const ofHospitals = report.level === 'hospital';
  const columns = [
    ...columnsOf<Line, CoverageReport>([...MADE_UNDER_COLUMNS, ...COUNTED_AS_COLUMNS], (line) => line.report),
    ...columnsOf<Line, CoverageRow>(
      [...ROW_COLUMNS, ...(ofHospitals ? ARRIVAL_COLUMNS : []), reasonOf(ofHospitals)],
      ({ row }) => row,
    ),
  ];
  return columnsCsv(
    columns,
    report.rows.map((row) => ({ report, row })),
    language,
  );
}

const COUNTED_AS_COLUMNS: readonly Column<CoverageReport>[] = [
  { name: 'level', heading: ABOUT_WORDS.level, cell: ({ level }) => level, words: ({ level }) => LEVEL_WORDS[level] },
  {
    name: 'context',
    heading: ABOUT_WORDS.context,
    cell: ({ context }) => context,
    words: ({ context }) => CONTEXT_WORDS[context],
  },
];

const column = (name: string, heading: Bilingual, cell: Column<CoverageRow>['cell']): Column<CoverageRow> => ({
  name,
  heading,
  cell,
});

const ROW_COLUMNS: readonly Column<CoverageRow>[] = [
  column('unit', SHEET_WORDS.unitId, ({ unit }) => unit.id),
  column('unit_name', COLUMN_WORDS.unit, ({ unit }) => unit.name),
  column('population', COVERAGE_WORDS.population, ({ population }) => population),
  column('reported', COVERAGE_WORDS.reported, ({ reported }) => reported),
  column('unreported', COVERAGE_WORDS.unreported, ({ unreported }) => unreported),
  column('unreported_in_trouble', COVERAGE_WORDS.unreportedInTrouble, (row) => row.unreportedInTrouble),
  column('excluded', COLUMN_WORDS.excluded, ({ excluded }) => excluded),
  column('pending', COVERAGE_WORDS.pending, ({ pending }) => pending),
  column('percent', COVERAGE_WORDS.percent, ({ percent }) => percentCell(percent)),
  column('band', COVERAGE_WORDS.band, ({ band }) => (band === 'unknown' ? null : band)),
  ...SECTOR_ORDER.map((sector) =>
    column(
      `reported_by_${sector.replace('-', '_')}`,
      COVERAGE_WORDS.reportedBy({ sector: SECTOR_WORDS[sector] }),
      ({ sectors }) => sectors.find((one) => one.sector === sector)?.reported ?? 0,
    ),
  ),
];

const ARRIVAL_COLUMNS: readonly Column<CoverageRow>[] = [
  column('pathways_expected', COVERAGE_WORDS.expected, ({ arrivals }) => arrivals?.expected),
  column('pathways_expected_from', COVERAGE_WORDS.expectedFrom, ({ arrivals }) => arrivals?.interval.lower),
  column('pathways_expected_to', COVERAGE_WORDS.expectedTo, ({ arrivals }) => arrivals?.interval.upper),
  column('pathways_here', COVERAGE_WORDS.arrivedHere, ({ arrivals }) => arrivals?.arrived),
];

const reasonOf = (ofHospitals: boolean): Column<CoverageRow> =>
  reasonColumn<CoverageRow>(({ percent, band, arrivals }) => ({
    'no-patients': percent === null,
    'source-silent': percent !== null && band === 'unknown',
    'too-little-history': ofHospitals && arrivals === null,
  }));
