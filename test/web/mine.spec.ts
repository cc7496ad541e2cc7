import { hospital, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA } from '../support/source-event';
import { NURSE, openWebsite, saidOn, story, type Website } from './website';

let site: Website;
beforeEach(async () => {
  site = await openWebsite();
  await site.tell([...story(), hospital().bloodPressure(128, 80, '2024-02-15')]);
});
afterEach(() => site.stop());

const path = (): string => `/personer/${site.keyOf(ANNA)}`;

test('patients read their pathway in plain words, their own values and who looked', async () => {
  await site.get(path(), NURSE);
  const said = saidOn(await site.get('/mig', site.patient(ANNA)));

  expect(said).toContain('Du har deltaget i hjerterehabilitering');
  expect(said).toContain('128');
  expect(said).toContain('Henrik, sygehus');
});

test('a patient says no to an organisation, is asked once more, and nobody there sees the pathway from then on', async () => {
  const patient = site.patient(ANNA);
  expect((await site.get(path(), NURSE)).status).toBe(200);

  const asked = await site.post('/mig', patient, { organisation: ODENSE_HOSPITAL, may: 'no' });
  expect(saidOn(asked)).toContain('må ikke længere se dit forløb');
  expect((await site.get(path(), NURSE)).status).toBe(200);
  const done = await site.post('/mig', patient, { organisation: ODENSE_HOSPITAL, may: 'no', confirmed: 'yes' });
  expect(done.status).toBe(303);

  expect((await site.get(path(), NURSE)).status).toBe(403);
  expect(saidOn(await site.get(done.headers['location'] ?? '', patient))).toContain(
    'Fra nu af må Odense Universitetshospital ikke se dit forløb',
  );
  await site.post('/mig', patient, { organisation: ODENSE_HOSPITAL, may: 'yes', confirmed: 'yes' });
  expect((await site.get(path(), NURSE)).status).toBe(200);
});

test('saying yes to nobody is told at the field', async () => {
  const { status, text } = await site.post('/mig', site.patient(ANNA), { organisation: '', may: 'yes' });

  expect(status).toBe(400);
  expect(text).toContain('Vælg et sygehus eller en kommune.');
});

test('older looks are on a page of their own', async () => {
  for (let look = 0; look < 101; look += 1)
    await site.server.embedded.logLooks.log({
      ...{ subject: 'h', name: `Læge ${look}`, roles: ['hospital'], purpose: 'treatment', operation: 'readPerson' },
      persons: [site.keyOf(ANNA)],
    });
  const newest = await site.get('/mig', site.patient(ANNA));
  const older = /href="(\/mig\?opslag=\d+)#opslag"/.exec(newest.text)?.[1] ?? '';

  expect(newest.text).not.toContain('Læge 0<');
  expect((await site.get(older, site.patient(ANNA))).text).toContain('Læge 0<');
});

test('whoever is no patient has nothing of their own, and whoever has not signed in is led to sign in', async () => {
  expect((await site.get('/mig', NURSE)).status).toBe(403);
  expect((await site.get('/mig')).headers['location']).toBe('/sign-in?to=/mig');
});
