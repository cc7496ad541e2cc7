import { linksOn, NURSE, openWebsite, REGISTRY, saidOn, story, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.tell(story());
});
afterAll(() => site.stop());

test('a citizen finds an indicator, and reads what it means and that it is a working definition', async () => {
  const list = await site.get('/indikatorer');
  expect(linksOn(list).some((to) => to.startsWith('/indikatorer/diet'))).toBe(true);

  const said = saidOn(await site.get('/indikatorer/diet'));
  expect(said).toContain('arbejdsdefinition');
  expect(said).toContain('Tragtdiagram');
});

test('the patients behind a number are for the registry’s staff alone, by key and never by CPR number', async () => {
  const path = '/indikatorer/diet/patienter?unit=hospital:330901000016003&period=2024&outcome=all';
  const response = await site.get(path, REGISTRY);

  expect(linksOn(response)).toContain(`/personer/${site.keyOf('1502779995')}`);
  expect(response.text).not.toMatch(/150277-?9995/);
  expect((await site.get(path, NURSE)).status).toBe(403);
});

test('whoever has not signed in is led to sign in before the patients behind a number', async () => {
  const { status, headers } = await site.get('/indikatorer/diet/patienter?period=2024');

  expect([status, headers['location']]).toEqual([
    303,
    `/sign-in?to=${encodeURIComponent('/indikatorer/diet/patienter?period=2024')}`,
  ]);
});

test('what an indicator did over time is drawn, with the numbers as a table', async () => {
  const response = await site.get('/indikatorer/diet/udvikling?unit=denmark&period=2024', REGISTRY);

  expect(response.text).toContain('<svg');
  expect(saidOn(response)).toContain('Vis tallene som tabel');
});

test('an indicator that is none is a page that says so', async () => {
  const { status, text } = await site.get('/indikatorer/lykke');
  expect([status, text.includes('<h1>Siden findes ikke</h1>')]).toEqual([404, true]);
});
