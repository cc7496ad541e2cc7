import type { Browser } from 'playwright-core';
import { openBrowser } from '../browsing';
import { Doing } from './doing';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an end form with a field missing comes back with what was written, and is sent when it is whole', async () => {
  const work = await Doing.as(browser, 'municipality');
  await work.follow('Min organisation');
  await work.follow('Indberet');
  await work.follow(/^Afslutning/);
  await work.write(/^Personnummer/, '150277-9995');
  await work.write(/^Forløbets nummer/, 'odense-2026-17');
  await work.write(/^Slutdato/, '2026-09-30');
  await work.write(/^Antal fremmøder/, '14');
  await work.write(/^Planlagte fremmøder/, '16');
  await work.press('Send');
  const refused = await work.read();
  const kept = await work.page.getByLabel(/^Forløbets nummer/).inputValue();
  await work.choose(/^Hvordan endte forløbet/, 'gennemført');
  await work.press('Send');
  const sent = await work.read();
  const { steps, wrong } = await work.done('end-form');

  expect(refused).toContain('Der er noget, der skal rettes');
  expect(refused).toMatch(/Hvordan endte forløbet/);
  expect(kept).toBe('odense-2026-17');
  expect(sent).toMatch(/modtaget|accepteret/i);
  expect(steps).toBe(11);
  expect(wrong).toEqual([]);
});

test('a wrong code is corrected where it was refused, and the event is taken', async () => {
  const work = await Doing.as(browser, 'municipality');
  await work.follow('Min organisation');
  const refusals = await work.page.getByRole('link', { name: /^Ret nummer/ }).count();
  await work.follow(/^Ret nummer/);
  const why = await work.read();
  await work.write(/^Kode/, '');
  await work.choose(/^Slags/, 'diætbehandling');
  await work.press('Send igen');
  const said = await work.read();
  const left = await work.page.getByRole('link', { name: /^Ret nummer/ }).count();
  const { steps, wrong } = await work.done('wrong-code');

  expect(why).toContain('Kommuner bruger ikke SKS-koder');
  expect(said).toContain('Hændelsen er rettet og modtaget.');
  expect(left).toBe(refusals - 1);
  expect(steps).toBe(5);
  expect(wrong).toEqual([]);
});

test('everybody whose window closes within 30 days without a second HADS is listed, longest unseen first', async () => {
  const work = await Doing.as(browser, 'registry');
  await work.follow('Arbejdsliste');
  await work.choose('Indikator', 'HADS ved slut');
  await work.write(/^Frist inden for/, '30');
  await work.choose('Rækkefølge', 'Først dem, der er set for længst tid siden');
  await work.press('Vis');
  const rows = await work.page.locator('main tbody tr').allInnerTexts();
  const { steps, wrong } = await work.done('second-hads');

  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter((row) => !row.includes('HADS ved slut'))).toEqual([]);
  const unseen = rows.map((row) => Number(/for (\d+) dage siden/.exec(row)?.[1] ?? Number.NaN));
  expect(unseen).not.toContain(Number.NaN);
  expect(unseen).toEqual([...unseen].sort((one, other) => other - one));
  expect(steps).toBe(5);
  expect(wrong).toEqual([]);
});

test('a patient takes back the consent of the municipality, which at once sees nothing', async () => {
  const before = await Doing.as(browser, 'municipality');
  await find(before);
  expect(await before.read()).toContain('Forløb 1');
  await before.done('consent-before');

  const work = await Doing.as(browser, 'patient');
  await work.follow('Mit forløb');
  await work.press('Sig nej til Odense');
  await work.press('Ja, Odense må ikke se mit forløb');
  const said = await work.read();
  const { steps, wrong } = await work.done('withdraw-consent');

  const after = await Doing.as(browser, 'municipality');
  await find(after);
  const seen = await after.read();
  await after.done('consent-after');

  expect(said).toContain('Fra nu af må Odense ikke se dit forløb.');
  expect(seen).not.toContain('Forløb 1');
  expect(steps).toBe(3);
  expect(wrong).toEqual([]);

  const again = await Doing.as(browser, 'patient');
  await again.follow('Mit forløb');
  await again.choose(/^Sygehus eller kommune/, 'Odense');
  await again.press('Fortsæt');
  await again.press('Ja, Odense må se mit forløb');
  await again.done('consent-again');
});

test('a citizen who has not signed in reads what an indicator means', async () => {
  const work = await Doing.as(browser, 'public');
  await work.follow('Indikatorer');
  await work.follow(/Diætbehandling/, work.page.locator('main'));
  const said = await work.read();
  const { steps, wrong } = await work.done('definition');

  expect(said).toContain('Patienter med behov (Hjertekostskema under 75 på sygehuset)');
  expect(said).toContain('arbejdsdefinition');
  expect(said).toContain('Mål: mindst 70 %');
  expect(steps).toBe(2);
  expect(wrong).toEqual([]);
});

/** Looks the patient up by number, as whoever is signed in. */
async function find(work: Doing): Promise<void> {
  await work.follow('Patienter');
  await work.write(/^Personnummer/, '150277-9995');
  await work.press(/^(Find|Søg)/);
}

test('a month’s file with three bad rows is looked through before it is sent, and the others are sent', async () => {
  const work = await Doing.as(browser, 'municipality');
  await work.follow('Min organisation');
  await work.follow('Send en fil med en måneds hændelser');
  await work.attach('Fil med hændelser', { name: 'september.csv', mimeType: 'text/csv', buffer: Buffer.from(MONTH) });
  await work.press('Vis, hvad filen siger');
  const looked = await work.read();
  await work.press('Send de 3 rækker');
  const sent = await work.read();
  const { steps, wrong } = await work.done('upload-month');

  expect(looked).toContain('6 rækker: 3 kan sendes, 3 skal rettes');
  expect(looked).toContain('Intet er sendt endnu.');
  expect(looked).toContain('»startedOn« skal være en kalenderdag');
  expect(looked).toContain('»cpr« skal være ti cifre, der begynder med en kalenderdag');
  expect(looked).toContain('»type« skal være start, intervention, measurement eller end.');
  expect(sent).toContain('3 rækker sendt: 3 modtaget, 0 modtaget før, 0 afvist');
  expect(steps).toBe(5);
  expect(wrong).toEqual([]);
});

/** September as a spreadsheet program saves it in Denmark: three rows are sound, three are not. */
const MONTH = [
  'type;cpr;courseId;startedOn;kind;measuredOn;anxiety;depression;endedOn;outcome',
  'start;150277-9995;F-1;01-09-2026;;;;;;',
  'måling;150277-9995;;;HADS;02-09-2026;9;4;;',
  'afslutning;150277-9995;F-1;;;;;;30-09-2026;gennemført',
  'start;150277-9995;F-2;31-09-2026;;;;;;',
  'måling;320177-9995;;;HADS;02-09-2026;9;4;;',
  'slut;020160-9995;F-3;;;;;;30-09-2026;gennemført',
].join('\r\n');
