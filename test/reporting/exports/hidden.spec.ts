import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { figureCell, FIGURE_COLUMNS } from '../../../src/reporting/adapters/report-columns';
import { Tally } from '../../../src/counting/domain/tally';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import { sealReport, type Report } from '../../../src/reporting/domain/report';
import { writeReport } from '../../../src/reporting/adapters/report-format';
import { reportSheets } from '../../../src/reporting/adapters/xlsx/report-sheets';
import { maskRow } from '../../../src/disclosure/domain/mask-row';
import { groundFor } from '../../metadata/ground';
import { r4Faults } from '../../support/fhir/r4';
import { sheetsOf } from '../../support/unzip';

const PLACES = [
  'reported.numerator',
  'reported.denominator',
  'undisturbed.numerator',
  'unknown',
  'sectors.hospital',
  'stillOpen.pending',
  'bounds.mostMet',
];

/** A report with one row that hides its places and one that hides nothing. */
function report(): Report {
  const tally = new Tally();
  tally.add({ outcome: 'met', denominatorUnknown: false, disturbed: false, isOpen: false, sector: 'hospital' }, 2);
  tally.add({ outcome: 'not-met', denominatorUnknown: false, disturbed: false, isOpen: false }, 7);
  const row = (id: string) => ({ number: 4, indicator: 'diet', unit: { id, name: id }, ...tally.figures() });
  const rows = [maskRow(row('hospital:1'), new Set(PLACES)), row('hospital:2')];
  const period = parsePeriod('2023') as Period;
  return sealReport(rows, { period, level: 'hospital', asOf: '2024-12-31', smallNumbers: 3 }, groundFor());
}

test('a hidden number is said to be hidden, with whatever would tell it, and never an empty cell', () => {
  const [masked, open] = report().rows;
  const cells = (row: typeof masked) =>
    Object.fromEntries(FIGURE_COLUMNS.map((column) => [column.name, figureCell(column, row!, 'hidden')]));

  expect(cells(masked)).toMatchObject({
    reported_numerator: 'hidden',
    reported_denominator: 'hidden',
    reported_percent: 'hidden',
    reported_interval_lower: 'hidden',
    estimate_percent: 'hidden',
    lower_bound: 22.2,
    upper_bound: 'hidden',
    numerator_hospital: 'hidden',
    pending: 'hidden',
    excluded: 0,
  });
  expect(Object.values(cells(open))).not.toContain('hidden');
  expect(cells(open)).toMatchObject({
    estimate_percent: 22.2,
    reported_numerator: 2,
    reported_denominator: 9,
    numerator_hospital: 2,
  });
});

test('a workbook says hidden as text in its language and above which number counts are shown', async () => {
  const [figures, , about] = sheetsOf(await new XlsxWorkbookWriter().write(reportSheets(report(), 'da')));
  const column = figures?.rows[0]?.indexOf('Indberettet, tæller') ?? -1;

  expect(figures?.rows.slice(1).map((row) => row[column])).toEqual(['skjult', 2]);
  expect(about?.rows).toContainEqual(['Tal skjult fra 1 til under', 3]);
});

test('CSV and FHIR say it too, and FHIR stays R4', () => {
  const bundle = JSON.parse(writeReport(report(), 'fhir', 'en')) as { entry: { resource: object }[] };

  expect(writeReport(report(), 'csv', 'en').split('\r\n')[1]).toContain(',hidden,hidden,hidden,');
  expect(r4Faults(bundle)).toEqual([]);
  expect(JSON.stringify(bundle.entry[0])).toContain('"masked"');
  expect(JSON.stringify(bundle.entry[1])).not.toContain('"masked"');
});
