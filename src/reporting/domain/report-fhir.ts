import { createHash } from 'node:crypto';
import type { Report, ReportedIndicator } from './report';
import type { TableRow } from './national-table';

const POPULATIONS = 'http://terminology.hl7.org/CodeSystem/measure-population';
const IMPROVEMENT = 'http://terminology.hl7.org/CodeSystem/measure-improvement-notation';
const UCUM = 'http://unitsofmeasure.org';

/** The report as a FHIR R4 Bundle of summary MeasureReports, one per indicator and unit; the score is in percent. */
export function reportFhir(report: Report): object {
  const indicatorOf = new Map(report.indicators.map((indicator) => [indicator.key, indicator]));
  const tag = report.label === undefined ? undefined : { tag: [{ system: 'urn:rehabspor:label', code: report.label }] };
  return {
    resourceType: 'Bundle',
    ...(tag === undefined ? undefined : { meta: tag }),
    identifier: { system: 'urn:rehabspor:report-digest', value: report.digest },
    type: 'collection',
    entry: report.rows.map((row) => ({
      fullUrl: `urn:uuid:${uuidOf(`${report.digest} ${row.indicator} ${row.unit.id}`)}`,
      resource: measureReport(report, row, indicatorOf.get(row.indicator) as ReportedIndicator, tag),
    })),
  };
}

function measureReport(report: Report, row: TableRow, indicator: ReportedIndicator, meta: object | undefined): object {
  const [set, version] = report.definition.split('/');
  return {
    resourceType: 'MeasureReport',
    ...(meta === undefined ? undefined : { meta }),
    status: 'complete',
    type: 'summary',
    measure: `urn:rehabspor:measure:${set}:${row.indicator}|${version}`,
    date: report.knownAt ?? report.asOf,
    reporter: { identifier: { system: 'urn:rehabspor:unit', value: row.unit.id }, display: row.unit.name },
    period: { start: report.period.from, end: report.period.to },
    improvementNotation: {
      coding: [{ system: IMPROVEMENT, code: indicator.target.direction === 'at-least' ? 'increase' : 'decrease' }],
    },
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

function population(code: string, count: number): object {
  return { code: { coding: [{ system: POPULATIONS, code }] }, count };
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

/** A name-based UUID (version 8, SHA-256): the same for the same name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
