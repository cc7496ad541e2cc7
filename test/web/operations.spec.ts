import { municipality } from '../support/sectors';
import { linksOn, openWebsite, OPERATOR, REGISTRY, saidOn, THERAPIST, type Website } from './website';

/** Municipalities use no SKS codes. */
const refused = (number: number) =>
  municipality().intervention('diet', '2024-02-10', { code: 'BUG1', recordId: `D${number}` });

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.tell(Array.from({ length: 51 }, (_, number) => refused(number)));
});
afterAll(() => site.stop());

test('staff see refused events by the name of their source, and go on from page to page', async () => {
  const first = await site.get('/drift', REGISTRY);
  const next = linksOn(first).find((to) => to.startsWith('/drift?afvistEfter=')) ?? '';

  expect(saidOn(first)).toContain('Odense');
  expect(first.text.match(/action="\/drift\/afvist\//g)).toHaveLength(50);
  expect((await site.get(next.split('#')[0] ?? '', REGISTRY)).text.match(/action="\/drift\/afvist\//g)).toHaveLength(1);
});

test('a refused event is sent again from the page, and its new receipt is told', async () => {
  const { status, headers } = await site.post('/drift/afvist/1', REGISTRY, {});

  expect([status, headers['location']]).toEqual([303, '/drift?status=rejected']);
  expect(saidOn(await site.get(headers['location'] ?? '', REGISTRY))).toContain('kvitteringen siger: afvist');
});

test('operators see whether the program keeps up and what sources deliver, and no refused event', async () => {
  const seen = await site.get('/drift', OPERATOR);

  expect(saidOn(seen)).toContain('Programmet kører og er klar');
  expect(linksOn(seen)).toContain('/leveringer');
  expect(saidOn(seen)).toContain('Hvilke hændelser det er, ser registrets medarbejdere');
  expect(seen.text).not.toContain('/drift/afvist/');
});

test('whoever may not send again does not, whatever they post', async () => {
  expect((await site.post('/drift/afvist/1', OPERATOR, {})).status).toBe(403);
  expect((await site.post('/drift/afvist/1', THERAPIST, {})).status).toBe(403);
});
