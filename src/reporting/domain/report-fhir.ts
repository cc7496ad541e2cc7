import { entryOf, improvementNotation, labelMeta, measureUrl, population } from './fhir-terms';
import type { TableRow } from './national-table';
import type { Report, ReportedIndicator } from './report';

const UCUM = 'http://unitsofmeasure.org';

/** The report as a FHIR R4 Bundle of summary MeasureReports, one per indicator and unit; the score is in percent. */
export function reportFhir(report: Report): object {
  const indicatorOf = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  const meta = labelMeta(report.label);
  return {
    resourceType: 'Bundle',
    ...meta,
    identifier: { system: 'urn:rehabspor:report-digest', value: report.digest },
    type: 'collection',
    entry: report.rows.map((row) =>
      entryOf(
        `${report.digest} ${row.indicator} ${row.unit.id}`,
        measureReport(report, row, indicatorOf.get(row.indicator) as ReportedIndicator, meta),
      ),
    ),
  };
}

function measureReport(report: Report, row: TableRow, indicator: ReportedIndicator, meta: object): object {
  const [set = '', version] = report.definition.split('/');
  return {
    resourceType: 'MeasureReport',
    ...meta,
    status: 'complete',
    type: 'summary',
    measure: `${measureUrl(set, row.indicator)}|${version}`,
    date: report.knownAt ?? report.asOf,
    reporter: { identifier: { system: 'urn:rehabspor:unit', value: row.unit.id }, display: row.unit.name },
    period: { start: report.period.from, end: report.period.to },
    improvementNotation: improvementNotation(indicator.target),
    group: [
      {
        code: { text: indicator.title.da },
        population: [
          population('initial-population', initialPopulation(row)),
          population('denominator', row.denominator),
          population('denominator-exclusion', row.excluded),
          population('numerator', row.numerator),
        ],
        ...(row.percent === null
          ? undefined
          : { measureScore: { value: row.percent, unit: '%', system: UCUM, code: '%' } }),
        ...(row.sectors.length === 0 ? undefined : { stratifier: [sectorStratifier(row)] }),
      },
    ],
  };
}

/** Everyone a decision was made on, those outside the denominator too. */
function initialPopulation({ denominator, unknown, pending, excluded, notApplicable }: TableRow): number {
  return denominator + unknown.total + pending + excluded + notApplicable;
}

function sectorStratifier({ sectors }: TableRow): object {
  return {
    code: [{ text: 'deciding sector' }],
    stratum: sectors.map(({ sector, numerator }) => ({
      value: { text: sector },
      population: [population('numerator', numerator)],
    })),
  };
}
