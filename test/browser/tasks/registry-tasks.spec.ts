import type { Browser } from 'playwright-core';
import { demoAt, openBrowser } from '../browsing';
import { Doing } from './doing';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the worst indicator of Odense and the patients behind it are found', async () => {
  const work = await Doing.as(browser, 'registry');
  await work.follow('Enheder');
  await work.follow('Odense', work.page.locator('main'));
  const worst = await work.page.locator('main ol').first().getByRole('link').first().innerText();
  await work.follow(/^Patienterne bag/, work.page.locator('main ol').first());
  const said = await work.read();
  const patients = await work.page.locator('main tbody tr').count();
  const { steps, wrong } = await work.done('worst-of-odense');

  expect(said).toContain(worst);
  expect(said).toContain('Odense, 20');
  expect(patients).toBeGreaterThan(0);
  expect(steps).toBe(3);
  expect(wrong).toEqual([]);
});

test('why the number of Aalborg fell is found: it has been silent, and its months are empty', async () => {
  const work = await Doing.as(browser, 'registry');
  await work.follow('Enheder');
  await work.follow('Aalborg', work.page.locator('main'));
  await work.follow('1 Deltagelse i rehabilitering', work.page.getByRole('table'));
  const silent = await work.row(/^Aalborg/).innerText();
  await work.follow('Aalborg', work.page.getByRole('table'));
  const months = await work.page.getByRole('row').filter({ hasText: 'intet kom' }).count();
  const said = await work.read();
  const { steps, wrong } = await work.done('why-aalborg-fell');

  expect(silent).toContain('alarm: tavs');
  expect(said).toMatch(/Har været tavs siden \d{4}-\d\d-\d\d/);
  expect(months).toBeGreaterThanOrEqual(4);
  expect(steps).toBe(4);
  expect(wrong).toEqual([]);
});

test('who fulfilled diet for one patient is seen, and why not for another', async () => {
  const work = await Doing.as(browser, 'registry');
  const certificate = work.page.locator('details.certificate', { hasText: '4 Diætbehandling' }).first();
  await work.follow(/^Patienterne bag/, work.row(/^\s*4 Diætbehandling/));
  await work.choose('Udfald', 'opfyldt');
  await work.press('Vis');
  await work.follow(/^p_/, work.page.getByRole('table'));
  await work.unfold('4 Diætbehandling');
  const fulfilled = await certificate.innerText();
  await work.page.goBack();
  await work.choose('Udfald', 'ikke opfyldt');
  await work.press('Vis');
  await work.follow(/^p_/, work.page.getByRole('table'));
  await work.unfold('4 Diætbehandling');
  const missed = await certificate.innerText();
  const { steps, wrong } = await work.done('diet-of-two-patients');

  expect(fulfilled).toMatch(/opfyldt/);
  expect(fulfilled).toMatch(/kostbehandling|diætbehandling/i);
  expect(fulfilled).toMatch(/sygehus|kommune/);
  expect(missed).toMatch(/ikke opfyldt/);
  expect(missed).toMatch(/sidste dag|vinduet|inden/i);
  expect(steps).toBe(9);
  expect(wrong).toEqual([]);
});

test('a silent source is confirmed, and nobody is counted as not treated for its silence', async () => {
  const unknownFor = /For [1-9]\d* forløb var en kilde tavs/;
  const ofAalborg = demoAt('/enheder/municipality:0851?period=2026Q2');
  const work = await Doing.as(browser, 'registry');
  await work.page.goto(ofAalborg);
  const before = await work.read();
  await work.follow('Leveringer');
  const alarm = work.row(/Aalborg[^]*Har været tavs/);
  await work.write(/^Begrundelse/, 'Kommunen har skiftet system.', alarm);
  await work.press(/^Bekræft/, alarm);
  const said = await work.read();
  const confirmed = await alarm.innerText();
  await work.page.goto(ofAalborg);
  const after = await work.read();
  const { steps, wrong } = await work.done('confirm-source');

  expect(said).toContain('Det, I sagde om alarmen, er noteret.');
  expect(confirmed).toContain('bekræftet af Rie, registret');
  expect(before).not.toMatch(unknownFor);
  expect(after).toMatch(unknownFor);
  expect(steps).toBe(3);
  expect(wrong).toEqual([]);
});

test('a report is frozen with the registry’s words by one, and approved and published by another', async () => {
  const first = await Doing.as(browser, 'registry');
  await freeze(first, '2024', { words: 'Færre end målet får diætbehandling; se på henvisningerne.' });
  const frozen = await first.read();
  const one = await first.done('freeze');
  const second = await Doing.as(browser, 'registry-2');
  await second.follow('Rapporter');
  await second.follow(/2024/, second.page.getByRole('table'));
  await second.press('Godkend rapporten');
  await second.press('Offentliggør rapporten');
  const published = await second.read();
  const other = await second.done('approve-and-publish');

  expect(frozen).toContain('Du frøs den selv (Rie, registret)');
  expect(frozen).not.toContain('Godkend rapporten');
  expect(published).toContain('Rapporten er offentliggjort.');
  expect(published).toContain('Færre end målet får diætbehandling');
  expect([one.steps, other.steps]).toEqual([6, 4]);
  expect([...one.wrong, ...other.wrong]).toEqual([]);
});

test('two reports are compared, and it says why the number moved', async () => {
  const aYearAgo = `${new Date().getFullYear() - 1}-12-31`;
  const work = await Doing.as(browser, 'registry');
  await freeze(work, '2025', { day: aYearAgo });
  await freeze(work, '2025');
  await work.follow('Rapporter');
  await work.follow('Sammenlign to rapporter');
  const listed = await work.page.getByLabel('Fra rapport').locator('option').allInnerTexts();
  const [then = '', now = ''] = listed.filter((text) => text.startsWith('Rapport for 2025,'));
  await work.choose('Fra rapport', then);
  await work.choose('Til rapport', now);
  await work.press('Sammenlign');
  const moved = await work.row(/^1 Deltagelse i rehabilitering/).innerText();
  const { wrong } = await work.done('compare-reports');

  expect(moved).toMatch(/tid|vindue|ankom|modtaget/i);
  expect(wrong).toEqual([]);
});

/** Freezes a report of a period, as of and known at the end of a day if one is said. */
async function freeze(work: Doing, period: string, said: { day?: string; words?: string } = {}): Promise<void> {
  await work.follow('Rapporter');
  await work.follow('Byg en rapport');
  await work.write('Periode', period);
  if (said.day !== undefined) {
    await work.write('Opgjort pr.', said.day);
    await work.write('Som kendt den', said.day);
  }
  if (said.words !== undefined) {
    await work.unfold('4 Diætbehandling');
    await work.write('Kommentar', said.words, work.page.locator('details', { hasText: '4 Diætbehandling' }).first());
  }
  await work.press('Frys rapporten');
}
