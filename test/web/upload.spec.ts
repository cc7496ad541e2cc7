import { XlsxWorkbookWriter } from '../../src/platform/xlsx/xlsx-workbook-writer';
import { ODENSE } from '../support/sectors';
import { HEADER, look, MONTH, press, SOUND } from './uploading';
import { openWebsite, saidOn, THERAPIST, type Website } from './website';

let site: Website;
beforeEach(async () => {
  site = await openWebsite();
});
afterEach(() => site.stop());

test('of a file with three bad rows every row has its receipt before anything is sent, and the others are sent', async () => {
  const seen = await look(site, MONTH);
  expect(seen.status).toBe(200);
  const words = saidOn(seen);
  expect(words).toContain('7 rækker: 4 kan sendes, 3 skal rettes');
  expect(words).toContain('Intet er sendt endnu.');
  expect(words).toContain('»startedOn« skal være en kalenderdag');
  expect(words).toContain('»cpr« skal være ti cifre, der begynder med en kalenderdag');
  expect(words).toContain('»type« skal være start, intervention, measurement eller end.');
  expect(words).toContain('150277-•••• måling 2. marts 2024 HADS, HADS angst: 9, HADS depression: 4');
  expect(await received()).toBe(0);

  const sent = await press(site, seen, 'send');
  expect(saidOn(sent)).toContain('4 rækker sendt: 4 modtaget, 0 modtaget før, 0 afvist');
  expect(sent.text).toContain(`href="/kilder/${ODENSE}"`);
  expect(await received()).toBe(4);
});

test('the rows to correct can be fetched with a reason, and nothing but them', async () => {
  const seen = await look(site, MONTH);
  const file = await press(site, seen, 'faulty');
  expect(file.headers['content-type']).toContain('text/csv');
  const lines = file.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(`\ufeff${HEADER};hvorfor`);
  expect(lines[1]).toContain('start;150277-9995;F-2;31-02-2024');
  expect(lines[1]).toContain('»startedOn« skal være en kalenderdag');

  const again = await look(site, file.text);
  expect(saidOn(again)).toContain('3 rækker: 0 kan sendes, 3 skal rettes');
  expect(again.text).not.toContain('»hvorfor«');
});

test('the same file twice gives repeats alone, also in another form', async () => {
  await press(site, await look(site, MONTH), 'send');
  await site.server.embedded.log.settled();
  const seen = await look(site, MONTH.replaceAll(';', '\t').replaceAll('\r\n', '\n'));
  expect(saidOn(seen)).toContain('Af dem, der kan sendes, er 4 sendt før');
  const sent = await press(site, seen, 'send');
  expect(saidOn(sent)).toContain('4 rækker sendt: 0 modtaget, 4 modtaget før, 0 afvist');
  expect(await received()).toBe(4);
});

test('a corrected row with the same id takes the place of the old one, forth and back', async () => {
  const row = (anxiety: number): string =>
    `type;cpr;kind;measuredOn;anxiety;depression;id\nmeasurement;1502779995;hads;2024-03-02;${anxiety};4;M-1`;
  const send = async (anxiety: number): Promise<string> => {
    const seen = await look(site, row(anxiety));
    await press(site, seen, 'send');
    await site.server.embedded.log.settled();
    return saidOn(seen);
  };
  expect(await send(9)).toContain('1 række: 1 kan sendes, 0 skal rettes');
  expect(await send(3)).toContain('1 erstatter en tidligere');
  expect(await send(3)).toContain('1 sendt før');
  expect(await send(9)).toContain('1 erstatter en tidligere');
  expect(await standings()).toEqual(['replaced', 'replaced', 'in-force']);
});

test('what was taken back is not brought back by sending its file again', async () => {
  const file = 'type;cpr;kind;deliveredOn;id\nintervention;1502779995;diet;2024-03-02;I-1';
  await press(site, await look(site, file), 'send');
  await site.server.embedded.log.settled();
  const named = { kind: 'municipality.intervention', record: 'I-1' };
  const taken = await site.post(`/kilder/${ODENSE}/tilbage`, THERAPIST, named);
  expect(taken.status).toBe(303);
  await site.server.embedded.log.settled();
  expect(saidOn(await look(site, file))).toContain('Registreringen er trukket tilbage før.');
});

test('an Excel file with its own days and numbers says the same as the CSV', async () => {
  await press(site, await look(site, [HEADER, ...SOUND].join('\n')), 'send');
  await site.server.embedded.log.settled();
  const columns = HEADER.split(';');
  const cells = SOUND.map((line) =>
    line.split(';').map((text) => {
      if (text === '01-03-2024') return { day: '2024-03-01' };
      if (text === '2024-03-02') return { day: '2024-03-02' };
      return /^\d{1,10}$/.test(text) ? Number(text) : text;
    }),
  );
  const xlsx = await new XlsxWorkbookWriter().write([{ name: 'Rækker', columns, rows: cells }]);
  const seen = await look(site, xlsx, { name: 'juni.xlsx' });
  expect(saidOn(seen)).toContain('Af dem, der kan sendes, er 4 sendt før');
});

test('what was looked at is the looker’s alone, and for twenty minutes', async () => {
  const seen = await look(site, MONTH);
  const foreign = await press(site, seen, 'send', { ...THERAPIST, subject: 'colleague' });
  expect(saidOn(foreign)).toContain('Filen er ikke gemt her længere');
  site.server.setNow('2024-06-30T12:21:00Z');
  const late = await press(site, seen, 'send');
  expect(saidOn(late)).toContain('Filen er ikke gemt her længere');
  expect(await received()).toBe(0);
});

test('no number of a person stands in a page, an address or the log', async () => {
  const seen = await look(site, MONTH);
  const sent = await press(site, seen, 'send');
  for (const text of [seen.text, sent.text, ...site.server.logged])
    expect(text).not.toMatch(/150277-?9995|320177-?9995/);
});

async function received(): Promise<number> {
  await site.server.embedded.log.settled();
  return (await standings()).length;
}

async function standings(): Promise<string[]> {
  const { body } = await site.get(`/api/v1/sources/${ODENSE}/events`, THERAPIST);
  return (body as { readonly items: readonly { readonly standing: string }[] }).items.map(({ standing }) => standing);
}
