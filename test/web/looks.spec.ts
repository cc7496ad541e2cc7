import { ODENSE } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { AUDITOR, linksOn, NURSE, openWebsite, REGISTRY, saidOn, story, STRANGER, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.tell([...story(ANNA), ...story(BO)]);
  site.server.setNow('2024-06-28T01:30:00Z');
  await site.get(`/personer/${site.keyOf(ANNA)}`, NURSE);
  site.server.setNow('2024-06-30T12:00:00Z');
  await site.get(`/personer/${site.keyOf(BO)}`, REGISTRY);
});
afterAll(() => site.stop());

/** The table of the log, as its rows say. */
const log = async (asked: string): Promise<string> =>
  (await site.get(`/opslag${asked}`, AUDITOR)).text.split('id="log"')[1] ?? '';

test('auditors alone read the log, and are led to it', async () => {
  expect((await site.get('/opslag', NURSE)).status).toBe(403);
  expect((await site.get('/opslag')).status).toBe(303);
  const front = await site.get('/', AUDITOR);
  expect(linksOn(front)).toContain('/opslag');
  expect(linksOn(await site.get('/', REGISTRY))).not.toContain('/opslag');
});

test('the log is narrowed by patient, reader, organisation, purpose and Danish days', async () => {
  const [anna, bo] = [site.keyOf(ANNA), site.keyOf(BO)];

  expect(await log(`?person=${anna}`)).toContain('Henrik, sygehus');
  expect(await log(`?person=${anna}`)).not.toContain(bo);
  expect(await log('?subject=registry')).not.toContain('Henrik');
  expect(await log(`?organisation=${ODENSE}`)).toContain('Ingen opslag svarer');
  expect(await log('?purpose=treatment')).not.toContain('Rie, registret');
  // Half past three at night in Denmark.
  expect(await log('?from=2024-06-28&until=2024-06-28')).toContain('28. juni 2024 03.30');
  expect(await log('?until=2024-06-27')).toContain('Ingen opslag svarer');
});

test('unusual looking is told with the way to its looks, and a relation staff wrote with its reason', async () => {
  await site.post('/personer', STRANGER, { cpr: ANNA, asserts: 'yes', reason: 'Flyttet hertil' });
  const page = await site.get('/opslag', AUDITOR);

  expect(saidOn(page)).toContain('uden for arbejdstid');
  expect(linksOn(page)).toContain('/opslag?subject=hospital&from=2024-06-28&until=2024-06-28#log');
  expect(saidOn(page)).toContain('Flyttet hertil');
});

test('the log is had as a file without CPR numbers', async () => {
  const { headers, text } = await site.get('/opslag?format=csv', AUDITOR);

  expect(headers['content-disposition']).toContain('opslag-2024-06-30.csv');
  expect(text).toContain('Henrik, sygehus');
  expect(text).not.toContain(ANNA);
});

test('a key or a day that cannot be read is told, and no number in the address comes back', async () => {
  const bad = await site.get(`/opslag?person=${ANNA}&from=2024-02-30`, AUDITOR);

  expect(bad.status).toBe(400);
  expect(bad.text).toContain('Nøglen kan ikke læses');
  expect(bad.text).toContain('Dagen kan ikke læses');
  expect(bad.text).not.toContain(ANNA);
});

test('a log that somebody changed is found not to be whole', async () => {
  expect(saidOn(await site.get('/opslag?kontrol=1', AUDITOR))).toContain('Loggen er hel');
  const { database } = site.server.embedded;
  await database.run(() => Promise.resolve(database.prepare("UPDATE look SET subject = 'x' WHERE no = 1").run()));

  expect(saidOn(await site.get('/opslag?kontrol=1', AUDITOR))).toContain(
    'Opslag nummer 1 er ikke, som det blev skrevet.',
  );
});
