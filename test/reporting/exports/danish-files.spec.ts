import { compileDefinitions } from '../../../src/indicators/domain/compile';
import { LANGUAGES, type Language } from '../../../src/kernel/language';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import type { Level } from '../../../src/kernel/unit';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { reportCsv } from '../../../src/reporting/adapters/csv/report-csv';
import { ExportReport } from '../../../src/reporting/adapters/export-report';
import { makeReport, type Report } from '../../../src/reporting/domain/report';
import { casesOf, type CountedDecision } from '../../support/counted';
import { recordsOf } from '../../support/csv';
import { definitions } from '../../support/evaluate';
import { ODENSE, ODENSE_HOSPITAL } from '../../support/sectors';
import { EXACT } from '../../support/shown';
import { sheetsOf, unzipped } from '../../support/unzip';

const organisations = loadOrganisationList(loadSchemas());
const compiled = compileDefinitions(definitions);
const basis = { id: compiled.id, set: definitions, policy: compiled.policy, organisations, fewest: 10 };
const DIET = { indicator: 'diet', day: '2023-06-30', hospital: ODENSE_HOSPITAL, municipality: ODENSE } as const;
const DECISIONS: readonly CountedDecision[] = [
  ...['met', 'met', 'not-met'].map((outcome) => ({ ...DIET, mark: { outcome: outcome as 'met' } })),
  { ...DIET, mark: { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true } },
  {
    ...{ ...DIET, indicator: 'retention', mark: { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true } },
  },
];

const reportAt = (level: Level, decisions = DECISIONS): Report =>
  makeReport(
    casesOf(
      decisions,
      definitions.indicators.map(({ key }) => key),
    ),
    { period: parsePeriod('2023') as Period, level, asOf: '2024-12-31' },
    basis,
    EXACT,
  );
const csvAt = (level: Level, language: Language): Record<string, string>[] =>
  recordsOf(reportCsv(reportAt(level), organisations, language).replace(/^\uFEFF/, ''), language === 'da' ? ';' : ',');

test('in Danish the CSV is read with Danish headings, words and decimal commas', () => {
  const odense = csvAt('municipality', 'da').find((line) => line['Enhed'] === 'Odense' && line['Nr.'] === '4');

  expect(odense).toMatchObject({
    Indikator: 'Diætbehandling',
    Enhedskode: 'municipality:0461',
    Region: 'Region Syddanmark',
    Regionskode: 'region:1083',
    'Skøn (%)': '66,7',
    'Skøn ud fra': 'dem, ingen kildes vanskeligheder rørte',
    'Få organisationer bag intervallet': expect.stringMatching(/^(ja|nej)$/) as string,
    'Opgjort efter': 'bopæl',
    Niveau: 'kommuner',
    Uoplyst: '1',
  });
});

test('in English the CSV is for programs: names, codes and decimal points', () => {
  const odense = csvAt('municipality', 'en').find((line) => line['unit'] === ODENSE && line['indicator'] === 'diet');

  expect(odense).toMatchObject({
    ...{ unit_name: 'Odense', region: 'region:1083', region_name: 'Region Syddanmark', level: 'municipality' },
    ...{ estimate_percent: '66.7', estimate_from: 'undisturbed', context: 'resident', unknown: '1' },
  });
});

/** Columns of numbers under their English names. */
const IS_NUMBER = /percent|bound|_lower|_upper|numerator|denominator|^unknown|met_so_far|pending|excluded|applicable/;

test.each(['denmark', 'region', 'hospital', 'municipality'] as const)(
  'at the level %s a column of numbers holds numbers, and where one is not there the line says why',
  (level) => {
    for (const line of csvAt(level, 'en')) {
      const numbers = Object.entries(line).filter(([name]) => IS_NUMBER.test(name));
      expect(numbers.filter(([, cell]) => cell !== '' && !/^\d+(\.\d+)?$/.test(cell))).toEqual([]);
      const isEmpty = numbers.some(([, cell]) => cell === '');
      expect([line['unit'], line['indicator'], line['reason'] !== '']).toEqual([
        line['unit'],
        line['indicator'],
        isEmpty,
      ]);
    }
  },
);

test('that nobody was undisturbed is a reason and no word among numbers', () => {
  const [danish] = csvAt('denmark', 'da').filter((line) => line['Nr.'] === '2');
  const [english] = csvAt('denmark', 'en').filter((line) => line['indicator'] === 'retention');

  expect(danish).toMatchObject({
    'Skøn (%)': '',
    'Årsag til tomme felter': 'ingen uforstyrrede / ingen afgjorte',
  });
  expect(english).toMatchObject({ estimate_percent: '', reason: 'nobody-undisturbed / nobody-decided' });
});

/** The workbook in a language, and of its first sheet the XML and what is in each cell with the format it is shown in. */
async function workbook(language: Language, level: Level = 'municipality') {
  const exporting = new ExportReport(new XlsxWorkbookWriter(), organisations);
  const { content } = await exporting.write(reportAt(level), 'xlsx', language);
  const files = unzipped(content);
  const styles = files.get('xl/styles.xml') ?? '';
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const styled = [...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
  const cellFormats = styled.map(([style]) => formats.get(/numFmtId="(\d+)"/.exec(style)?.[1]));
  const sheet = (at: number): string => files.get(`xl/worksheets/sheet${at}.xml`) ?? '';
  const formatOf = (at: number, address: string): string | undefined => {
    const style = new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(sheet(at))?.[1];
    return cellFormats[Number(style)];
  };
  return { sheets: sheetsOf(content), sheet, formatOf };
}

/** `A`, `B`, … `AA` of a column's place. */
const letters = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26));

test('in the workbook percentages are numbers shown as percent, counts are whole and days are dates', async () => {
  const { sheets, formatOf } = await workbook('da');
  const [figures, , about] = sheets;
  const [headings = [], ...rows] = figures?.rows ?? [];
  const at = rows.findIndex((row) => row[0] === 4 && row.includes('Odense'));
  const column = (heading: string): number => headings.indexOf(heading);
  const format = (heading: string): string | undefined => formatOf(1, `${letters(column(heading))}${at + 2}`);

  expect(rows[at]?.[column('Skøn (%)')]).toBe(0.667);
  expect(format('Skøn (%)')).toBe('0.0%');
  expect(rows[at]?.[column('Indberettet, nævner')]).toBe(3);
  expect(format('Indberettet, nævner')).toBe('#,##0');
  const from = about?.rows.findIndex(([what]) => what === 'Fra') ?? -1;
  expect(about?.rows[from]?.[1]).toBe(44_927); // 2023-01-01 in days from 1900.
  expect(formatOf(3, `B${from + 1}`)).toBe('yyyy-mm-dd');
});

test('in the workbook units have their names and regions beside the codes', async () => {
  const { sheets } = await workbook('da');
  const [headings = [], ...rows] = sheets[0]?.rows ?? [];
  const odense = rows.find((row) => row.includes(ODENSE)) ?? [];
  const said = Object.fromEntries(headings.map((heading, place) => [String(heading), odense[place]]));

  expect(sheets.map(({ name }) => name)).toEqual(['Tal', 'Indikatorer', 'Om rapporten']);
  expect(said).toMatchObject({
    ...{ Enhed: 'Odense', Enhedskode: ODENSE, Region: 'Region Syddanmark', Regionskode: 'region:1083' },
  });
});

test.each(LANGUAGES)(
  'each sheet of the workbook in %s filters by its headings, which stay in sight',
  async (language) => {
    const { sheets, sheet } = await workbook(language);

    expect(sheets).toHaveLength(3);
    sheets.forEach(({ rows }, at) => {
      const xml = sheet(at + 1);
      expect(xml).toContain(`</sheetData><autoFilter ref="A1:${letters((rows[0]?.length ?? 0) - 1)}${rows.length}"/>`);
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    });
  },
);

test('a day that no spreadsheet program counts is told as text', async () => {
  const table = { name: 'a', columns: ['day'], rows: [[{ day: '0001-01-01' }], [{ day: '1900-03-01' }]] };
  const [sheet] = sheetsOf(await new XlsxWorkbookWriter().write([table]));

  expect(sheet?.rows.slice(1)).toEqual([['0001-01-01'], [61]]);
});
