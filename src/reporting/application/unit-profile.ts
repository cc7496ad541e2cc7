import { WORKING_LABEL } from '../domain/report';
import type { TableRow } from '../domain/national-table';
import type { ReportQuestion } from '../domain/report';
import { levelOfUnit, type Unit } from '../domain/unit';
import type { NationalReports } from './national-reports';

/** Every indicator of one unit. */
export interface UnitProfile {
  readonly unit: Unit;
  readonly definition: string;
  readonly label?: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly period: ReportQuestion['period'];
  readonly asOf: string;
  readonly indicators: readonly Omit<TableRow, 'unit'>[];
  /** Of the report the rows were taken from. */
  readonly digest: string;
}

/** The profile of a hospital, municipality, region or `denmark`; undefined when there is no such unit. */
export async function unitProfile(
  reports: NationalReports,
  id: string,
  question: Omit<ReportQuestion, 'level'>,
): Promise<UnitProfile | undefined> {
  const level = levelOfUnit(id);
  if (level === undefined) return undefined;
  const report = await reports.report({ ...question, level });
  const rows = report.rows.filter(({ unit }) => unit.id === id);
  const [first] = rows;
  if (first === undefined) return undefined;
  const { definition, policy, period, asOf, digest } = report;
  return {
    unit: first.unit,
    definition,
    ...(report.label === undefined ? undefined : { label: WORKING_LABEL }),
    policy,
    period,
    asOf,
    indicators: rows.map(({ unit: _unit, ...row }) => row),
    digest,
  };
}
