import { ODENSE_HOSPITAL } from '../support/sectors';
import { dailyThrough, NURSE, openWebsite, OPERATOR, REGISTRY, saidOn, THERAPIST, type Website } from './website';

let site: Website;
beforeEach(async () => {
  site = await openWebsite();
  await site.receive(dailyThrough('2024-06-10'));
  await site.server.request.post('/api/v1/feeds/judge').set(asStaff());
});
afterEach(() => site.stop());

const asStaff = () => ({
  authorization: `Bearer as.${Buffer.from(JSON.stringify(REGISTRY)).toString('base64url')}`,
});
const alarmForm = async (): Promise<string> =>
  /action="(\/leveringer\/alarm\/[^"]+)"/.exec((await site.get('/leveringer', REGISTRY)).text)?.[1] ?? '';

test('a silent source stands among the alarms by name; staff confirm it, and it is said to be silent', async () => {
  const before = saidOn(await site.get('/leveringer', REGISTRY));
  expect(before).toContain('Odense Universitetshospital');
  expect(before).toContain('Ingen kilde er meldt tavs');

  const confirmed = await site.post(await alarmForm(), REGISTRY, { what: 'confirm', note: 'Ny platform' });
  expect(confirmed.status).toBe(303);
  const after = saidOn(await site.get(confirmed.headers['location'] ?? '', REGISTRY));
  expect(after).toContain('Det, I sagde om alarmen, er noteret.');
  expect(after).toContain('bekræftet af Rie, registret');
  expect(after).toContain('Ny platform');
  expect(after).not.toContain('Ingen kilde er meldt tavs');
});

test('an alarm answered twice is told on the page, as it stands', async () => {
  const form = await alarmForm();
  await site.post(form, REGISTRY, { what: 'confirm' });
  const again = await site.post(form, REGISTRY, { what: 'confirm' });

  expect(again.status).toBe(409);
  expect(saidOn(again)).toContain('Nogen har allerede svaret det på alarmen');
  expect(saidOn(again)).toContain('bekræftet af Rie, registret');
});

test('a note with a CPR number is refused at its field', async () => {
  const refused = await site.post(await alarmForm(), REGISTRY, { what: 'confirm', note: 'om 1502779995' });

  expect(refused.status).toBe(400);
  expect(saidOn(refused)).toContain('aldrig et personnummer');
  expect(refused.text).toMatch(/aria-invalid="true"/);
  expect(saidOn(await site.get('/leveringer', REGISTRY))).not.toContain('bekræftet af');
});

test('operators see alarms and answer none; an organisation sees its own deliveries alone', async () => {
  const seen = await site.get('/leveringer', OPERATOR);
  expect(saidOn(seen)).toContain('tavs');
  expect(seen.text).not.toContain('action="/leveringer/alarm/');

  expect((await site.get('/leveringer', NURSE)).status).toBe(403);
  expect(saidOn(await site.get(`/leveringer/${ODENSE_HOSPITAL}`, NURSE))).toContain('Leverer nu: tavs');
  expect((await site.get(`/leveringer/${ODENSE_HOSPITAL}`, THERAPIST)).status).toBe(403);
});
