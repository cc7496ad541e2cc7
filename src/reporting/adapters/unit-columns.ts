import { earlierDay } from '../../kernel/day';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Column } from '../../kernel/table';
import { levelOfUnit, unitIdOf, unitOf, type Unit } from '../../kernel/unit';
import { COLUMN_WORDS, SHEET_WORDS } from '../../kernel/words/report';
import type { ShownRow } from '../../disclosure/domain/shown-row';
import type { Report } from '../domain/report';

/** A row of a report and the report it stands in. */
export interface ReportLine {
  readonly report: Report;
  readonly row: ShownRow;
}

/** The lines of a report. */
export const linesOf = (report: Report): ReportLine[] => report.rows.map((row) => ({ report, row }));

/** The unit of a row by code and name. */
export const UNIT_COLUMNS: readonly Column<ReportLine>[] = [
  { name: 'unit', heading: SHEET_WORDS.unitId, cell: ({ row }) => row.unit.id },
  { name: 'unit_name', heading: COLUMN_WORDS.unit, cell: ({ row }) => row.unit.name },
];

/** The region the unit belongs to at the end of what is counted; Denmark is in none. */
export function regionColumns(organisations: OrganisationList): Column<ReportLine>[] {
  const regionOf = (line: ReportLine): Unit | undefined => regionOfUnit(line, organisations);
  return [
    { name: 'region', heading: SHEET_WORDS.regionId, cell: (line) => regionOf(line)?.id },
    { name: 'region_name', heading: SHEET_WORDS.region, cell: (line) => regionOf(line)?.name },
  ];
}

function regionOfUnit(
  { report: { period, asOf }, row: { unit } }: ReportLine,
  organisations: OrganisationList,
): Unit | undefined {
  const level = levelOfUnit(unit.id);
  if (level === undefined || level === 'denmark') return undefined;
  if (level === 'region') return unit;
  const day = earlierDay(period.to, asOf);
  const context = level === 'hospital' ? 'treated' : 'resident';
  return unitOf(
    unitIdOf('region', { hospital: unit.id, municipality: unit.id }, day, organisations, context),
    organisations,
  );
}
