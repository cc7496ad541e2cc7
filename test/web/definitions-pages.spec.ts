import supertest from 'supertest';
import { changedSet } from '../definitions/changed-set';
import { PATIENTS } from '../definitions/stories';
import { startTestServer, type TestServer } from '../http/server';
import { as, STAFF, StandIn } from '../support/stand-in';

const RIE = { ...STAFF, subject: 'rie', name: 'Rie, registret' };
const ROLF = { ...STAFF, subject: 'rolf', name: 'Rolf, registret' };
const HENRIK = {
  ...STAFF,
  subject: 'henrik',
  name: 'Henrik, sygehus',
  roles: ['hospital', 'public'] as const,
  organisation: 'hospital:330901000016003',
};
type Somebody = typeof RIE | typeof HENRIK;

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_FEWEST: '1' }, { signIn: new StandIn() });
  await server.tell(PATIENTS);
  web = supertest(server.url);
});
afterAll(() => server.stop());

const get = (path: string, reader: Somebody) => web.get(path).set(as(reader));
const post = (path: string, reader: Somebody, fields: Readonly<Record<string, string>>) =>
  web.post(path).set(as(reader)).type('form').send(fields);

/** The numbers of the blood pressure rule as they stand, with some of them changed. */
const numbers = (changed: Readonly<Record<string, string>> = {}) => ({
  do: 'one',
  indicator: 'blood-pressure',
  'rule.value.allOf.0.below': '140',
  'rule.value.allOf.1.below': '90',
  'rule.window': '12',
  'unit.window': 'm',
  'rule.target.percent': '70',
  'rule.target.levels.high': '70',
  'rule.target.levels.moderate': '55',
  ...changed,
});

test('whoever treats patients reads what every indicator means, and neither versions nor a way to change them', async () => {
  const { status, text } = await get('/definitioner', HENRIK);

  expect(status).toBe(200);
  expect(text).toContain('det systoliske tryk er under 140');
  expect(text).toContain('Arbejdsdefinition');
  expect(text).toContain('B01AA');
  expect(text).not.toContain('/definitioner/ny');
  expect(text).not.toContain('id="history"');
  expect((await get('/definitioner/ny', HENRIK)).status).toBe(403);
  expect((await post('/definitioner/ny', HENRIK, numbers())).status).toBe(403);
  expect((await get('/definitioner/dhrd-2023/2', HENRIK)).status).toBe(403);
});

test('an indicator leads to the versions of its definition', async () => {
  expect((await get('/indikatorer/blood-pressure', HENRIK)).text).toContain('href="/definitioner"');
});

test('numbers of a rule that cannot be are told at their fields with what was written', async () => {
  const asked = numbers({
    'rule.target.percent': '170',
    'rule.window': 'et år',
    'rule.value.allOf.0.below': '-1',
    note: 'Om 1502779995',
  });
  const { status, text } = await post('/definitioner/ny', RIE, asked);

  expect(status).toBe(400);
  for (const field of ['rule.target.percent', 'rule.window', 'rule.value.allOf.0.below', 'note'])
    expect(text).toContain(`href="#field-${field}"`);
  expect(text).toContain('value="et år"');
  expect(text).toContain('Mål: procent: skriv et tal fra 0 til 100.');
});

test('a proposal that changes nothing is not put forward', async () => {
  const { status, text } = await post('/definitioner/ny', RIE, numbers());

  expect(status).toBe(400);
  expect(text).toContain('Ændr mindst ét tal');
});

test('a change is proposed by one person, tried, seen in words and numbers, and approved by another', async () => {
  const proposed = await post(
    '/definitioner/ny',
    RIE,
    numbers({ 'rule.value.allOf.0.below': '130', note: 'Ny vejledning' }),
  );
  const at = '/definitioner/dhrd-2023/3';
  expect([proposed.status, proposed.headers['location']]).toEqual([303, `${at}?gjort=Proposed`]);

  const untried = (await get(`${at}?gjort=Proposed`, RIE)).text;
  expect(untried).toContain('Ændringen er foreslået som dhrd-2023/3');
  expect(untried).toContain('Ny vejledning');
  expect(untried).toMatch(/<del>[^<]*under 140[^<]*<\/del>/);
  expect(untried).toMatch(/<ins>[^<]*under 130[^<]*<\/ins>/);
  expect(untried).toContain('Forslaget kan godkendes, når det er prøvet');
  expect((await post(at, ROLF, { step: 'approve' })).status).toBe(409);

  expect((await post(at, RIE, { step: 'try', period: 'snart' })).status).toBe(400);
  const tried = await post(at, RIE, { step: 'try', period: 'all', level: 'hospital' });
  expect([tried.status, tried.headers['location']]).toEqual([303, `${at}?gjort=Tried`]);

  const seen = (await get(`${at}?indikator=blood-pressure`, RIE)).text;
  expect(seen).toContain('1 afgørelse bliver en anden.');
  expect(seen).toContain('opfyldt → ikke opfyldt: 1');
  expect(seen).toContain('Enheder med et andet målniveau: 1 af');
  expect(seen).toMatch(/href="\/personer\/[^"]+"/);
  expect(seen).toContain('Du foreslog det selv (Rie, registret)');
  expect(seen).not.toContain('value="approve"');

  const own = await post(at, RIE, { step: 'approve' });
  expect(own.status).toBe(409);
  expect(own.text).toContain('godkendes af en anden end den, der foreslog det');

  expect((await get(at, ROLF)).text).toContain('value="approve"');
  expect((await post(at, ROLF, { step: 'approve', 'note-approve': 'om 1502779995' })).status).toBe(400);
  const approved = await post(at, ROLF, { step: 'approve', 'note-approve': 'Set og drøftet' });
  expect([approved.status, approved.headers['location']]).toEqual([303, `${at}?gjort=Approved`]);

  const history = (await get('/definitioner', RIE)).text;
  expect(history).toContain('i kraft fra næste start');
  expect(history).toContain('godkendt: Rolf, registret');
  expect((await get(at, ROLF)).text).not.toContain('value="approve"');
});

test('a whole definition that cannot be decided by is told with every place, and a sound one is proposed and rejected', async () => {
  const faulty = await post('/definitioner/ny', RIE, { do: 'whole', text: 'set: dhrd-2023\nversion: 9' });
  expect(faulty.status).toBe(400);
  expect(faulty.text).toContain('href="#field-text"');
  expect(faulty.text).toMatch(/<code>(definitions|validFrom|population)/);
  expect(faulty.text).toContain('set: dhrd-2023\nversion: 9');

  const taken = await post('/definitioner/ny', RIE, {
    do: 'whole',
    text: changedSet(2, { 'adultAge: 18': 'adultAge: 17' }),
  });
  expect(taken.status).toBe(400);
  expect(taken.text).toContain('Giv den et nyt versionsnummer');

  const sound = await post('/definitioner/ny', RIE, {
    do: 'whole',
    text: changedSet(8, { 'adultAge: 18': 'adultAge: 20' }),
  });
  expect(sound.status).toBe(303);
  const at = '/definitioner/dhrd-2023/8';
  expect((await get(at, ROLF)).text).toContain('Personer på mindst 20 år');
  expect((await post(at, ROLF, { step: 'reject', 'note-reject': 'For streng' })).status).toBe(303);
  const { text } = await get(at, ROLF);
  expect(text).toContain('For streng');
  expect(text).not.toContain('value="reject"');
});

test('a definition that is not there is a missing page', async () => {
  expect((await get('/definitioner/dhrd-2023/77', RIE)).status).toBe(404);
});
