import { linksOn, openWebsite, REGISTRY, saidOn, story, THERAPIST, type Website } from './website';

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
  await site.receive(story().map((event) => ({ ...event, receivedtime: '2024-03-12T10:00:00Z' })));
});
afterAll(() => site.stop());

test('everyone reads of the whole country, estimate and goal first, and is told that counts are changed a little', async () => {
  const response = await site.get('/');

  expect(response.status).toBe(200);
  expect(saidOn(response)).toMatch(/Skøn Yderpunkter .* 4 Diætbehandling Mål: mindst 70 %/);
  expect(saidOn(response)).toContain('Hvert antal er ændret lidt');
  expect(linksOn(response).some((to) => to.startsWith('/indikatorer/diet?'))).toBe(true);
  expect(response.text).not.toContain('name="knownAt"');
});

test('the day data reach is the last on which something was received, not the day that is asked for', async () => {
  expect(saidOn(await site.get('/'))).toContain('Data er modtaget til og med 12. marts 2024');
  expect(saidOn(await site.get('/?asOf=2024-03-01', REGISTRY))).toContain('Der er ikke modtaget data endnu');
});

test('what was not yet received is not known on an earlier Danish day', async () => {
  await site.receive(story('0201609995').map((event) => ({ ...event, receivedtime: '2024-05-01T21:59:00Z' })));
  await site.receive(story('0201609996').map((event) => ({ ...event, receivedtime: '2024-05-01T22:01:00Z' })));
  const known = async (day: string) =>
    saidOn(await site.get(`/enheder/hospital:330901000016003?period=2024&knownAt=${day}`, REGISTRY));

  // Who took part, whose window is open: the second patient was told of a minute before the day ended in Denmark.
  expect(await known('2024-05-01')).toContain('opfyldt foreløbig: 2');
  expect(await known('2024-05-02')).toContain('opfyldt foreløbig: 3');
});

test('only the registry’s staff see which sources lacked something', async () => {
  expect(saidOn(await site.get('/', THERAPIST))).toContain('ser registrets medarbejdere');
  expect(saidOn(await site.get('/', REGISTRY))).not.toContain('ser registrets medarbejdere');
});

test('a period or a day that cannot be read is told, and the page shows its usual one', async () => {
  const { status, text } = await site.get('/?period=snart', REGISTRY);
  expect(status).toBe(200);
  expect(text).toContain('Perioden kan ikke læses');
  expect((await site.get('/?asOf=2024-02-30', REGISTRY)).text).toContain('Dagen kan ikke læses');
});
