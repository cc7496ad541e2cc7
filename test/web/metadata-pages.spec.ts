import supertest from 'supertest';
import { startTestServer, type TestServer } from '../http/server';
import { hospital } from '../support/sectors';
import { about, ANNA } from '../support/source-event';
import { as, STAFF, StandIn } from '../support/stand-in';
import { changesOf } from '../../src/web/pages/metadata/history';

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
  web = supertest(server.url);
  const lines = about(ANNA, ...hospital().pci('2024-01-03')).map((event) => JSON.stringify(event));
  await web
    .post('/api/v1/events')
    .set(as(STAFF))
    .set('content-type', 'application/x-ndjson')
    .send(lines.join('\n'))
    .expect(202);
  await server.embedded.log.settled();
});
afterAll(() => server.stop());

test('whoever has not signed in reads what is registered, by whom, how far it covers and who answers for it', async () => {
  const { status, text } = await web.get('/metadata');

  expect(status).toBe(200);
  for (const heading of ['what', 'sources', 'completeness', 'delays', 'history', 'responsible', 'downloads'])
    expect(text).toContain(`id="${heading}"`);
  expect(text).toContain('SKS-koder i Landspatientregistret (LPR)');
  expect(text).toContain('firecifret kommunekode');
  expect(text).toContain('Private udbydere betalt af forsikring');
  expect(text).toContain('Hvert antal er ændret lidt');
  expect(text).toContain('Arbejdsdefinition');
  expect(text).not.toContain('href="/leveringer"');
});

test('the registry is led on to the deliveries of every source', async () => {
  expect((await web.get('/metadata').set(as(STAFF))).text).toContain('<a href="/leveringer">Se hver kildes leveringer');
});

test('every field of every kind of event stands in the data dictionary, with its name, values and whether it is mandatory', async () => {
  const { text } = await web.get('/metadata/datakatalog');

  expect(text).toContain('id="municipality.start"');
  expect(text).toMatch(/HADS angst <small>anxiety<\/small>/);
  expect(text).toContain('0 til 21');
  expect(text).toContain('kun når slags er');
  const csv = await web.get('/metadata/datakatalog.csv');
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.text).toContain('municipality.start;Kommunens starter;startedOn;Startdato;dato;ja;');
});

test('codes, rules and organisations are told with what they mean', async () => {
  const codes = (await web.get('/metadata/koder')).text;
  expect(codes).toContain('NPU01568');
  expect(codes).toContain('SOURCE_SILENT');
  expect(codes).toContain('4 Diætbehandling');
  const rules = (await web.get('/metadata/regler')).text;
  expect(rules).toContain('id="R13"');
  expect(rules).toContain('gemmes, tæller ikke');
  const organisations = (await web.get('/metadata/organisationer')).text;
  expect(organisations).toContain('municipality:0461');
  expect((await web.get('/metadata/andet')).status).toBe(404);
});

test('every file that can be downloaded is there for everyone', async () => {
  const { text } = await web.get('/metadata');
  const files = [...text.matchAll(/<a href="(\/(?:api|contracts|docs|metadata\/datakatalog\.csv)[^"]*)"/g)].map(
    ([, href]) => href ?? '',
  );

  expect(files.length).toBeGreaterThan(9);
  for (const file of new Set(files)) expect([file, (await web.get(file).redirects(1)).status]).toEqual([file, 200]);
});

test('the history is told the latest first: what came, what ended and what was published', () => {
  const report = {
    question: { period: { name: '2023' }, definition: 'dhrd-2023/2' },
    steps: [
      { step: 'frozen', at: '2024-07-01T10:00:00Z' },
      { step: 'published', at: '2024-07-03T10:00:00Z' },
    ],
  };
  const organisation = { id: 'municipality:0461', provenance: 'official' as const };
  const changes = changesOf({
    index: { definition: 'dhrd-2023/2', validFrom: '2023-01-01' },
    rules: [],
    organisations: {
      regions: [],
      hospitals: [],
      municipalities: [
        { ...organisation, name: 'Gammel', validFrom: '2007-01-01', validTo: '2020-12-31' },
        { ...organisation, name: 'Ny', validFrom: '2021-01-01' },
      ],
    },
    reports: [report] as never,
  });

  expect(changes.map(({ day, text }) => `${day} ${text.da}`)).toEqual([
    '2024-07-03 Rapporten for 2023 blev offentliggjort, talt efter definitionen dhrd-2023/2.',
    '2023-01-01 Definitionen dhrd-2023/2 gælder fra denne dag.',
    '2021-01-01 Ny findes fra denne dag.',
    '2020-12-31 Gammel findes til og med denne dag.',
  ]);
});
