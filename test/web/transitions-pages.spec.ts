import supertest from 'supertest';
import { startTestServer, type TestServer } from '../http/server';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { about, ANNA, BO, CARLA } from '../support/source-event';
import { as, STAFF, StandIn } from '../support/stand-in';

const NYBORG = 'municipality:0450';
const { pci, referral } = hospital();
const odense = municipality();
const STORY = [
  about(ANNA, ...pci('2024-01-03'), referral(ODENSE, ['training'], '2024-01-10'), odense.start('2024-01-31')),
  about(ANNA, odense.end('2024-04-30', { outcome: 'stopped', reason: 'back at work' })),
  about(BO, ...pci('2024-01-20'), referral(ODENSE, ['training'], '2024-01-25')),
  about(CARLA, ...pci('2024-02-01'), referral(NYBORG, ['diet'], '2024-02-10')),
];
const RIE = { ...STAFF, subject: 'rie', name: 'Rie, registret' };
const HENRIK = {
  ...STAFF,
  subject: 'henrik',
  name: 'Henrik, sygehus',
  roles: ['hospital', 'public'] as const,
  organisation: ODENSE_HOSPITAL,
};

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_FEWEST: '1' }, { signIn: new StandIn() });
  await server.tell(STORY);
  web = supertest(server.url);
});
afterAll(() => server.stop());

const get = (path: string, reader: typeof RIE | typeof HENRIK = RIE) => web.get(path).set(as(reader));

test('the registry sees the flow from referral to end, in words and as a drawing, and what it means', async () => {
  const { status, text } = await get('/overgange?period=2024&asOf=2024-06-30');

  expect(status).toBe(200);
  expect(text).toContain('Af 3 henvisninger er 1 startet, 0 tabt, 2 stadig åbne og 0 uoplyst.');
  expect(text).toContain('<title>Startet dér: 1 (33,3 %)</title>');
  expect(text).toContain('<title>Stoppet: 1 (33,3 %)</title>');
  expect(text).not.toContain('<title>Tabt:');
  expect(text).toContain('Vis tallene som tabel');
});

test('the pair in which most were lost comes first and leads to its own flow', async () => {
  const { text } = await get('/overgange?period=2024&asOf=2024-08-05');

  const names = [...text.matchAll(/Odense Universitetshospital til (\w+)</g)].map(([, name]) => name);
  expect(names).toEqual(['Nyborg', 'Odense']);
  expect(text).toContain('1 (100,0 %)');
  const at = /href="(\/overgange\?[^"]*0450[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const own = (await get(at)).text;
  expect(own).toContain('Henvisninger fra Odense Universitetshospital til Nyborg, 2024');
  expect(own).not.toContain('id="pairs"');
});

test('open loops are listed with the days left under pseudonyms, to the registry alone', async () => {
  const { text } = await get('/overgange?asOf=2024-06-30');
  expect(text).toContain('Henvisning 1–2 af 2');
  expect(text).toMatch(/href="\/personer\/[\w-]+"/);
  expect(text).toContain('19 dage');
  expect((await get('/overgange?asOf=2024-06-30&tilstand=lost')).text).toContain(
    'Ingen henvisninger med denne tilstand',
  );

  const others = await get('/overgange?period=2024', HENRIK);
  expect(others.status).toBe(200);
  expect(others.text).not.toContain('id="loops"');
  expect(others.text).not.toContain('/personer/');
  expect(others.text).toContain('Hvert antal er ændret lidt');
});

test('coverage says of how many patients anything was reported, and marks the unit that is asked for', async () => {
  const { text } = await get(`/overgange?period=2024&asOf=2024-09-30&hospital=${ODENSE_HOSPITAL}`);

  expect(text).toMatch(/class="marked"><th[^>]*><a href="\/enheder\/hospital:330901000016003"/);
  expect(text).toContain('1 af 3 (33,3 %)');
  expect((await get('/overgange?period=2024&niveau=municipality')).text).toContain('Dækning, kommuner');
});

test('the flow and its numbers are had as files', async () => {
  const csv = await get('/overgange/overgange.csv?period=2024&asOf=2024-06-30');
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.text.split('\r\n')).toMatchObject({ length: 5 });
  expect(csv.text).toContain(`${ODENSE_HOSPITAL};Odense Universitetshospital;${NYBORG};Nyborg;1;0;`);

  const svg = await get('/overgange/overgange.svg?period=2024&asOf=2024-06-30');
  expect(svg.headers['content-type']).toContain('image/svg+xml');
  expect(String(svg.body)).toContain('<svg xmlns="http://www.w3.org/2000/svg"');

  const coverage = await get('/overgange/daekning.csv?period=2024&niveau=municipality');
  expect(coverage.text).toContain('municipality:0461;Odense;');
  expect((await get('/overgange/andet.csv')).status).toBe(404);
});

test('a period that cannot be read and a hospital that is not there are said', async () => {
  expect((await get('/overgange?period=snart')).text).toContain('Perioden kan ikke læses');
  expect((await get('/overgange?period=2024&hospital=hospital:1')).status).toBe(404);
});
