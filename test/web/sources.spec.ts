import { municipality, ODENSE } from '../support/sectors';
import { ANNA } from '../support/source-event';
import {
  dailyThrough,
  fieldsOn,
  linksOn,
  NURSE,
  openWebsite,
  REGISTRY,
  saidOn,
  story,
  STRANGER,
  THERAPIST,
} from './website';
import type { Website } from './website';

const OWN = `/kilder/${ODENSE}`;
let site: Website;
beforeEach(async () => {
  site = await openWebsite();
  await site.tell(story());
});
afterEach(() => site.stop());

const refused = (recordId: string) => municipality().intervention('diet', '2024-02-10', { code: 'BUG1', recordId });

test('an organisation sees what it sent, what it decided by name, and how it delivers; others see nothing of it', async () => {
  const said = saidOn(await site.get(OWN, THERAPIST));

  expect(said).toContain('Odense: det, I har sendt');
  expect(said).toContain('Sådan leverer I');
  expect(said).toContain('1 Deltagelse i rehabilitering opfyldt 1');
  expect((await site.get(OWN, STRANGER)).status).toBe(403);
  expect((await site.get(OWN)).status).toBe(303);
});

test('a silent hospital reads on its own page that nothing came', async () => {
  await site.receive(dailyThrough('2024-06-10'));

  expect(saidOn(await site.get(`/kilder/${NURSE.organisation ?? ''}`, NURSE))).toContain('Har været tavs siden');
});

test('refused events go on from page to page', async () => {
  await site.tell(Array.from({ length: 51 }, (_, number) => refused(`D${number}`)));
  const first = await site.get(OWN, THERAPIST);
  const next = linksOn(first).find((to) => to.includes('afvistEfter=')) ?? '';
  const mends = (links: readonly string[]) => links.filter((to) => to.startsWith(`${OWN}/afvist/`)).length;

  expect(mends(linksOn(first))).toBe(50);
  expect(mends(linksOn(await site.get(next.split('#')[0] ?? '', THERAPIST)))).toBe(1);
});

test('a wrong code is corrected on a form that names the organisation, and then waits no more', async () => {
  await site.tell(refused('D'));
  const at = linksOn(await site.get(OWN, THERAPIST)).find((to) => to.startsWith(`${OWN}/afvist/`)) ?? '';
  const form = await site.get(at, THERAPIST);
  expect(/<nav class="breadcrumbs"[^]*?<\/nav>/.exec(form.text)?.[0]).toMatch(/>Odense</);

  const still = await site.post(at, THERAPIST, { ...fieldsOn(form), code: 'BUG2' });
  expect(still.text).toContain('value="BUG2"');
  const mended = await site.post(at, THERAPIST, { ...fieldsOn(form), code: '' });
  expect([mended.status, mended.headers['location']]).toEqual([303, `${OWN}?done=mended`]);
  expect(linksOn(await site.get(OWN, THERAPIST))).not.toContain(at);
});

test('a form with a missing field is shown again with what was written; in whole it is received, and counts', async () => {
  const at = `${OWN}/indberet/slut`;
  const empty = fieldsOn(await site.get(at, THERAPIST));
  const written: Record<string, string> = { ...empty, cpr: ANNA, courseId: 'f-1', outcome: 'completed' };
  const faulty = await site.post(at, THERAPIST, written);
  expect(faulty.text).toContain('href="#field-endedOn"');
  expect(faulty.text).toContain('value="f-1"');

  const sent = await site.post(at, THERAPIST, { ...written, endedOn: '2024-04-20' });
  expect(saidOn(sent)).toContain(written['record'] ?? '?');
  await site.server.embedded.log.settled();
  expect(saidOn(await site.get(`/personer/${site.keyOf(ANNA)}`, THERAPIST))).toContain('20. april 2024');
});

test('nobody hands in or takes back for an organisation that is not theirs', async () => {
  expect((await site.get(`${OWN}/indberet/slut`, NURSE)).status).toBe(403);
  const taken = await site.post(`${OWN}/tilbage`, REGISTRY, { kind: 'municipality.start', record: 'r' });
  expect(taken.status).toBe(403);
});
