import type { Report } from '../../src/reporting/domain/report';
import { r4Faults } from '../support/fhir/r4';
import { ANNA } from '../support/source-event';
import { sheetsOf } from '../support/unzip';
import { expectProblem, goldenLines, startTestServer, type TestServer } from './server';
import { definitions } from '../support/evaluate';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(goldenLines());
});
afterAll(() => server.stop());

const QUESTION = 'period=2024&level=hospital&asOf=2024-06-30';
const fetched = (path: string) => server.request.get(`/api/v1${path}`).responseType('blob');
const bytesOf = (response: { body: unknown }): Buffer => response.body as Buffer;

test.each([
  ['csv', 'text/csv; charset=utf-8', 'rehabspor-2024-hospital-as-of-2024-06-30.csv'],
  [
    'xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'rehabspor-2024-hospital-as-of-2024-06-30.xlsx',
  ],
  ['json', 'application/json; charset=utf-8', 'rehabspor-2024-hospital-as-of-2024-06-30.json'],
  ['fhir', 'application/fhir+json; charset=utf-8', 'rehabspor-2024-hospital-as-of-2024-06-30.fhir.json'],
])('the report comes as %s with its type and file name, and twice the same bytes', async (format, type, name) => {
  const [first, second] = [
    await fetched(`/exports/report?${QUESTION}&format=${format}`),
    await fetched(`/exports/report?${QUESTION}&format=${format}`),
  ];

  expect(first.status).toBe(200);
  expect(first.headers['content-type']).toBe(type);
  expect(first.headers['content-disposition']).toBe(`attachment; filename="${name}"`);
  expect(bytesOf(first).equals(bytesOf(second))).toBe(true);
});

test('the workbook, the CSV and the JSON say the same of every unit and indicator', async () => {
  const report = JSON.parse(bytesOf(await fetched(`/exports/report?${QUESTION}&format=json`)).toString()) as Report;
  const [header = '', ...lines] = bytesOf(await fetched(`/exports/report?${QUESTION}&format=csv&lang=en`))
    .toString()
    .trimEnd()
    .split('\r\n');
  const [figures, indicators, about] = sheetsOf(
    bytesOf(await fetched(`/exports/report?${QUESTION}&format=xlsx&lang=en`)),
  );
  const at = (column: string): number => header.split(',').indexOf(column);
  const numbers = report.rows.map((row) => [row.reported.numerator ?? 'hidden', row.reported.denominator ?? 'hidden']);

  expect(numbers.length).toBeGreaterThan(12 * 30);
  expect(lines.filter((line) => !line.includes('"')).length).toBeGreaterThan(12);
  for (const [place, line] of lines.entries()) {
    if (line.includes('"')) continue;
    const cells = line.split(',');
    expect([cells[at('reported_numerator')], cells[at('reported_denominator')]]).toEqual(numbers[place]?.map(String));
  }
  const [numerator, denominator] = ['Reported, numerator', 'Reported, denominator'].map(
    (word) => figures?.rows[0]?.indexOf(word) ?? -1,
  );
  expect(figures?.rows.slice(1).map((row) => [row[numerator ?? -1], row[denominator ?? -1]])).toEqual(numbers);
  expect(indicators?.rows).toHaveLength(definitions.indicators.length + 1);
  expect(about?.rows).toEqual(
    expect.arrayContaining([
      ['Definition', 'dhrd-2023/2'],
      ['Label', 'arbejdsdefinition'],
      ['As of', 45_473], // 2024-06-30 in days from 1900
      ['Known at', 'everything received'],
      ['Digest', report.digest],
    ]),
  );
});

test('the FHIR export is R4', async () => {
  const bundle = JSON.parse(bytesOf(await fetched(`/exports/report?${QUESTION}&format=fhir`)).toString()) as object;

  expect(r4Faults(bundle)).toEqual([]);
});

test('a workbook as known at a moment says so', async () => {
  const response = await fetched(`/exports/report?${QUESTION}&knownAt=2024-06-01T00:00:00Z&format=xlsx&lang=da`);
  const about = sheetsOf(bytesOf(response)).at(-1);

  expect(about?.name).toBe('Om rapporten');
  expect(about?.rows).toContainEqual(['Kendt den', '2024-06-01T00:00:00.000Z']);
  expect(response.headers['content-disposition']).toContain('known-at-2024-06-01T00_00_00.000Z.xlsx');
});

test.each(['', '&format=pdf', '&format=xlsx&lang=sv'])(
  'a file asked for as "%s" is told what there is',
  async (asked) => {
    const response = await server.request.get(`/api/v1/exports/report?${QUESTION}${asked}`);

    expectProblem(response, 400);
    expect(response.text).toMatch(/csv, xlsx, json, fhir|da, en/);
  },
);

test('a person’s decisions come as individual MeasureReports, without the number', async () => {
  const { body } = await server.request.post('/api/v1/persons/lookup').send({ cpr: ANNA });
  const { person } = body as { person: string };
  const response = await server.request
    .get(`/api/v1/persons/${person}/measure-reports?asOf=2024-06-30`)
    .set('accept', 'application/fhir+json')
    .responseType('blob');
  const text = bytesOf(response).toString();
  const bundle = JSON.parse(text) as { entry: { resource: { type: string } }[] };

  expect(response.headers['content-type']).toMatch(/^application\/fhir\+json/);
  expect(r4Faults(bundle)).toEqual([]);
  expect(bundle.entry.map(({ resource }) => resource.type)).toEqual(Array.from({ length: 12 }, () => 'individual'));
  expect(text).not.toContain(ANNA);
});

test.each(['p_0000000000000000000000', ANNA])('there are no measure reports of %s', async (person) => {
  const response = await server.request.get(`/api/v1/persons/${person}/measure-reports`);

  expectProblem(response, 404);
  expect(response.text).not.toContain(person);
});

test('the indicators come as FHIR R4 Measures, all together with their Library and one by one', async () => {
  const all = JSON.parse(bytesOf(await fetched('/measures')).toString()) as {
    entry: { resource: { resourceType: string } }[];
  };
  const one = JSON.parse(bytesOf(await fetched('/measures/diet')).toString()) as object;

  expect(r4Faults(all)).toEqual([]);
  expect(all.entry.map(({ resource }) => resource.resourceType)).toEqual([
    ...definitions.indicators.map(() => 'Measure'),
    'Library',
  ]);
  expect(all.entry[3]?.resource).toEqual(one);
});

test('a measure that is not there, or that the asker does not take as JSON, is a problem that tells', async () => {
  const missing = await server.request.get('/api/v1/measures/cholesterol');
  const unread = await server.request.get('/api/v1/measures').set('accept', 'application/fhir+xml');

  expectProblem(missing, 404);
  expect(missing.text).toContain('antithrombotic');
  expectProblem(unread, 406);
  expect(unread.text).toContain('application/fhir+json');
});

test('a person’s reports and the summary of everyone agree where there is but one person', async () => {
  const alone = await startTestServer();
  await alone.tell(goldenLines());
  const json = async <T>(path: string): Promise<T> =>
    JSON.parse(((await alone.request.get(`/api/v1${path}`).responseType('blob')).body as Buffer).toString()) as T;
  const { body } = await alone.request.post('/api/v1/persons/lookup').send({ cpr: ANNA });
  const { person } = body as { person: string };
  const summary = await json<Bundle>('/exports/report?period=all&level=denmark&asOf=2024-06-30&format=fhir');
  const individual = await json<Bundle>(`/persons/${person}/measure-reports?asOf=2024-06-30`);
  await alone.stop();

  expect(countsIn(summary)).toEqual(countsIn(individual));
  expect(countsIn(summary)['urn:rehabspor:measure:dhrd-2023:diet|2']).toEqual([1, 1, 0, 1]);
});

interface Bundle {
  readonly entry: readonly {
    readonly resource: {
      readonly measure: string;
      readonly group: readonly { readonly population: readonly { readonly count: number }[] }[];
    };
  }[];
}

const countsIn = ({ entry }: Bundle): Record<string, number[] | undefined> =>
  Object.fromEntries(
    entry.map(({ resource: { measure, group } }) => [measure, group[0]?.population.map(({ count }) => count)]),
  );
