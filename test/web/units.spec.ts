import { linksOn, openWebsite, REGISTRY, saidOn, story, THERAPIST, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.receive(story().map((event) => ({ ...event, receivedtime: '2024-03-12T10:00:00Z' })));
});
afterAll(() => site.stop());

test('a unit is found by a part of its name, with its region', async () => {
  const response = await site.get('/enheder?q=odense');
  const found = /<section aria-labelledby="fundne">[^]*?<\/section>/.exec(response.text)?.[0] ?? '';

  expect(found).toContain('href="/enheder/municipality:0461"');
  expect(found).toContain('Region Syddanmark');
  expect(found).not.toContain('Aalborg');
});

test('a unit’s page says through which day it delivered itself, and where it lies', async () => {
  const odense = await site.get('/enheder/municipality:0461');

  expect(saidOn(odense)).toContain('Fra Odense er der senest modtaget data 12. marts 2024');
  expect(linksOn(odense).some((to) => to.startsWith('/enheder/region:'))).toBe(true);
  expect(saidOn(await site.get('/enheder/municipality:0751'))).toContain('Fra Aarhus er der ikke modtaget data');
});

test('the way to the patients behind a number is shown to whoever may go it', async () => {
  const to = (links: readonly string[]) => links.some((link) => /\/patienter\?/.test(link));

  expect(to(linksOn(await site.get('/enheder/municipality:0461?period=2024', REGISTRY)))).toBe(true);
  expect(to(linksOn(await site.get('/enheder/municipality:0461?period=2024', THERAPIST)))).toBe(false);
});

test('a unit that is none is a page that says so', async () => {
  expect((await site.get('/enheder/municipality:9999')).status).toBe(404);
});
