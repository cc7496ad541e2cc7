import supertest from 'supertest';
import { startTestServer, type TestServer } from '../http/server';
import { linesOf, type Told } from '../support/evaluate';
import { hospital, municipality } from '../support/sectors';
import { as, STAFF, StandIn } from '../support/stand-in';

const RIE = { ...STAFF, subject: 'rie', name: 'Rie, registret' };
const ROLF = { ...STAFF, subject: 'rolf', name: 'Rolf, registret' };

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
  web = supertest(server.url);
  await tell(hospital().pci('2023-01-03'));
});
afterAll(() => server.stop());

async function tell(told: Told): Promise<void> {
  const lines = linesOf(told).join('\n');
  const sent = await web.post('/api/v1/events').set(as(RIE)).set('content-type', 'application/x-ndjson').send(lines);
  expect(sent.status).toBeLessThan(300);
  await server.embedded.log.settled();
}
const get = (path: string, reader?: typeof RIE) => (reader ? web.get(path).set(as(reader)) : web.get(path));
const post = (path: string, reader: typeof RIE, fields: Readonly<Record<string, string>>) =>
  web.post(path).set(as(reader)).type('form').send(fields);
const ASKED = { period: '2023', asOf: '2024-06-30', view: 'exact' };

/** Freezes a report on the page; the address of its page. */
async function frozenBy(reader: typeof RIE, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await post('/rapporter/ny', reader, { ...ASKED, ...fields, do: 'freeze' });
  expect(response.status).toBe(303);
  return (response.headers['location'] ?? '').split('?')[0] ?? '';
}

test('a report is frozen by one person of the registry, approved by another, and published', async () => {
  const at = await frozenBy(RIE, { 'commentary-diet': 'Diæt bliver sjældent registreret.' });

  const own = (await get(at, RIE)).text;
  expect(own).toContain('Du frøs den selv (Rie, registret)');
  expect(own).not.toContain('value="approve"');
  expect(own).toContain('Diæt bliver sjældent registreret.');

  const refused = await post(at, RIE, { step: 'approve' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('godkendes af en anden end den, der frøs den');

  expect((await get(at, ROLF)).text).toContain('value="approve"');
  const approved = await post(at, ROLF, { step: 'approve', 'note-approve': 'gennemgået' });
  expect([approved.status, approved.headers['location']]).toEqual([303, `${at}?gjort=Approved`]);
  expect((await get(`${at}?gjort=Approved`, ROLF)).text).toContain('Nu kan den offentliggøres.');
  expect((await post(at, ROLF, { step: 'publish' })).status).toBe(303);

  const published = (await get(at, RIE)).text;
  expect(published).toContain('gennemgået');
  expect(published).toMatch(/badge-success">offentliggjort/);
});

test('a report is withdrawn with a reason only, and counted again', async () => {
  const at = await frozenBy(RIE, { note: 'Udkast' });

  const without = await post(at, RIE, { step: 'withdraw' });
  expect(without.status).toBe(400);
  expect(without.text).toContain('href="#field-note-withdraw"');
  expect((await post(at, RIE, { step: 'reproduce' })).text).toContain('det samme fingeraftryk');
  expect((await post(at, RIE, { step: 'withdraw', 'note-withdraw': 'En kilde manglede' })).status).toBe(303);
  expect((await get(at, RIE)).text).toContain('En kilde manglede');
});

test('a faulty form is shown again with what was written, the faults beside their fields and no CPR number taken', async () => {
  const response = await post('/rapporter/ny', RIE, {
    ...ASKED,
    period: 'snart',
    knownAt: '2030-01-01',
    note: 'Mit udkast',
    'audit-diet': 'om 1502779995',
    do: 'freeze',
  });

  expect(response.status).toBe(400);
  for (const name of ['period', 'knownAt', 'audit-diet']) expect(response.text).toContain(`href="#field-${name}"`);
  expect(response.text).toContain('Mit udkast');
});

test('the numbers are looked at before they are frozen', async () => {
  const { status, text } = await post('/rapporter/ny', RIE, { ...ASKED, do: 'look' });

  expect(status).toBe(200);
  expect(text).toContain('Sådan ser tallene ud nu');
});

test('two reports are compared, with what moved and why', async () => {
  const from = await frozenBy(RIE);
  server.setNow('2024-07-01T12:00:00Z');
  await tell(municipality().start('2023-02-01'));
  const to = await frozenBy(RIE, { asOf: '2024-06-30' });

  const asked = `fra=${from.split('/').at(-1) ?? ''}&til=${to.split('/').at(-1) ?? ''}`;
  const { status, text } = await get(`/rapporter/sammenlign?${asked}`, ROLF);
  expect(status).toBe(200);
  expect(text).toContain('sene indberetninger: 1 afgørelse');
  expect(text).toContain('+100,0 procentpoint');
});

test('a unit’s report is subscribed to, and a faulty order is told at its fields', async () => {
  const order = {
    do: 'take',
    unit: 'hospital:330901000016003',
    period: 'month',
    formats: 'csv',
    language: 'da',
    schedule: '0 6 5 * *',
    folder: 'odense',
  };
  const faulty = await post('/rapporter/abonnementer', RIE, { ...order, schedule: 'altid' });
  expect(faulty.status).toBe(400);
  expect(faulty.text).toContain('href="#field-schedule"');

  expect((await post('/rapporter/abonnementer', RIE, order)).status).toBe(303);
  const { text } = await get('/rapporter/abonnementer', RIE);
  const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect((await post('/rapporter/abonnementer', RIE, { do: 'end', id })).status).toBe(303);
  expect((await get('/rapporter/abonnementer', RIE)).text).toContain('Der er ingen abonnementer.');
});

test('whoever has not signed in reads of reports and builds none', async () => {
  const list = await get('/rapporter');

  expect(list.status).toBe(200);
  expect(list.text).not.toContain('href="/rapporter/ny"');
  expect((await get('/rapporter/ny')).status).not.toBe(200);
  expect((await get('/rapporter/findes-ikke')).status).toBe(404);
});
