import {
  DECIDING_SECTOR,
  entryOf,
  improvementNotation,
  labelMeta,
  measureUrl,
  population,
  proportion,
} from '../../../platform/fhir/fhir-terms';
import type { Report, ReportedIndicator } from '../../domain/report';
import type { ShownRow } from '../../../disclosure/domain/shown-row';
import { summaryExtensions } from './summary-extensions';

/** The report as a FHIR R4 Bundle of summary MeasureReports, one per indicator and unit; the score is the
 * estimate as a proportion, and its numerator and denominator are the populations'; what else there is to know of it stands
 * in extensions of the group. */
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

function measureReport(report: Report, row: ShownRow, indicator: ReportedIndicator, meta: object): object {
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
        extension: summaryExtensions(row),
        code: { text: indicator.title.da },
        population: [
          initialPopulation(row),
          population('denominator', row.estimate.denominator),
          population('denominator-exclusion', row.excluded),
          population('numerator', row.estimate.numerator),
        ],
        measureScore: score(row),
        stratifier: [sectorStratifier(row)],
      },
    ],
  };
}

/** Everyone a decision was made on, those outside the denominator too: the sum of all parts as they are shown. */
function initialPopulation(row: ShownRow): object {
  const { reported, unknown, stillOpen, excluded, notApplicable } = row;
  const { metSoFar, pending } = stillOpen;
  const parts = [reported.denominator, unknown, metSoFar, pending, excluded, notApplicable];
  const all = parts.reduce((sum, part) => sum + part, 0);
  return population('initial-population', all);
}

/** The estimate; where there is none, why: nobody undisturbed can be known of, or nobody is in the rate at all. */
const score = ({ estimate: { percent }, estimateFrom }: ShownRow): object =>
  proportion(
    percent === null ? (estimateFrom === 'nobody' ? 'unknown' : 'not-applicable') : Number((percent / 100).toFixed(12)),
  );

/** The numerator by the sector that decided; of nobody it has no stratum. */
function sectorStratifier({ sectors }: ShownRow): object {
  const stratum = sectors.map(({ sector, numerator }) => ({
    value: { text: sector },
    population: [population('numerator', numerator)],
  }));
  return { code: [DECIDING_SECTOR], ...(stratum.length === 0 ? undefined : { stratum }) };
}
