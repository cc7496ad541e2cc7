import { ANNA, BO } from '../support/source-event';
import { AUDITOR, NURSE, openWebsite, REGISTRY, saidOn, story, STRANGER, THERAPIST, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.tell(story());
});
afterAll(() => site.stop());

const find = (cpr: string, reader = THERAPIST, more = {}) => site.post('/personer', reader, { cpr, ...more });

test('whoever treats a patient finds them by number, which stands in no address', async () => {
  const { status, headers } = await find('150277-9995');

  expect([status, headers['location']]).toEqual([303, `/personer/${site.keyOf(ANNA)}`]);
  const page = await site.get(`/personer/${site.keyOf(ANNA)}`, THERAPIST);
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/150277-?9995/);
});

test('a number that cannot be one is told at its field, with what was written', async () => {
  const { status, text } = await find('15027');

  expect(status).toBe(400);
  expect(text).toContain('href="#field-cpr"');
  expect(text).toContain('value="15027"');
  expect((await find(BO, REGISTRY)).text).toContain('ikke indberettet noget om dette personnummer');
});

test('whoever treats without a report to show it writes why, and looks for a while', async () => {
  const asked = await find(ANNA, STRANGER);
  expect(asked.text).toContain('Hvorfor behandler I patienten?');
  const empty = await find(ANNA, STRANGER, { asserts: 'yes', reason: '' });
  expect([empty.status, empty.text.includes('href="#field-reason"')]).toEqual([400, true]);

  const { status, headers } = await find(ANNA, STRANGER, { asserts: 'yes', reason: 'Flyttet hertil i går' });
  expect(status).toBe(303);
  const page = await site.get(headers['location'] ?? '', STRANGER);
  expect(saidOn(page)).toContain('Adgangen gælder til og med');
});

test('each decision says what decided it; a day before anything was known shows nothing', async () => {
  const path = `/personer/${site.keyOf(ANNA)}`;
  const said = saidOn(await site.get(path, NURSE));
  expect(said).toContain('Det afgjorde');
  expect(said).toContain('Kostbehandling');

  expect(saidOn(await site.get(`${path}?knownAt=2024-06-01`, NURSE))).toContain(
    'Den dag var der endnu ikke modtaget noget',
  );
});

test('the number behind a key is shown for a reason only', async () => {
  const path = `/personer/${site.keyOf(ANNA)}/nummer`;
  const form = /action="([^"]+)"[^>]*>[^]*?name="reason"/.exec(
    (await site.get(`/personer/${site.keyOf(ANNA)}`, REGISTRY)).text.split('id="content"')[1] ?? '',
  )?.[1];
  const at = form ?? path;

  expect((await site.post(at, REGISTRY, { reason: '' })).text).not.toMatch(/150277-?9995/);
  expect((await site.post(at, REGISTRY, { reason: 'Ringer til afdelingen' })).text).toContain('150277-9995');
});

test('whoever may see no persons is refused on a page', async () => {
  expect((await site.get(`/personer/${site.keyOf(ANNA)}`, AUDITOR)).status).toBe(403);
  expect((await site.get(`/personer/${site.keyOf(ANNA)}`)).status).toBe(303);
});
