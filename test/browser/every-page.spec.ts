import type { Browser } from 'playwright-core';
import { beyondScreen, browsingAs, demoAt, openBrowser, violationsOn } from './browsing';
import { everyPage, VISITORS } from './pages';

let browser: Browser;
let pages: Awaited<ReturnType<typeof everyPage>>;
beforeAll(async () => {
  browser = await openBrowser();
  pages = await everyPage();
});
afterAll(() => browser.close());

/** A refusal is the same page wherever it stands. */
const REFUSED = [401, 403, 404];

test.each(VISITORS)(
  '%s: every page opens, breaks no rule of accessibility and has the browser complain of nothing',
  async (user) => {
    const { page, context, complaints } = await browsingAs(browser, user);
    const wrong: unknown[] = [];
    const refusals = new Set<number>();
    for (const { path } of pages) {
      const answer = await page.goto(demoAt(path));
      const status = answer?.status() ?? 0;
      // The browser tells of every status that is no success; everything else it complains of is a fault.
      const complained = complaints.splice(0).filter((text) => !/status of (401|403|404)/.test(text));
      if (status !== 200 && !REFUSED.includes(status)) wrong.push([path, status]);
      if (complained.length > 0) wrong.push([path, complained]);
      if (REFUSED.includes(status) && refusals.has(status)) continue;
      if (REFUSED.includes(status)) refusals.add(status);
      const violations = await violationsOn(page);
      if (violations.length > 0) wrong.push([path, violations]);
      if ((await page.locator('main h1').count()) !== 1) wrong.push([path, 'no heading']);
    }
    await context.close();

    expect(wrong).toEqual([]);
  },
);

test('whoever sees most of a page sees it', async () => {
  const wrong: unknown[] = [];
  for (const { path, best } of pages) {
    const { page, context } = await browsingAs(browser, best);
    const status = (await page.goto(demoAt(path)))?.status();
    if (status !== (path === '/findes-ikke' ? 404 : 200)) wrong.push([path, best, status]);
    await context.close();
  }

  expect(wrong).toEqual([]);
});

test('nothing is scrolled aside on a screen of 320 pixels, which is one of 1280 at 400 %', async () => {
  const wrong: unknown[] = [];
  for (const { path, best } of pages) {
    const { page, context } = await browsingAs(browser, best, { viewport: { width: 320, height: 640 } });
    await page.goto(demoAt(path));
    const beyond = await beyondScreen(page);
    if (beyond > 0) wrong.push([path, beyond, await widestOn(page)]);
    await context.close();
  }

  expect(wrong).toEqual([]);
});

test('without scripts every page says the same headings', async () => {
  const wrong: unknown[] = [];
  for (const { path, best } of pages) {
    const headings: string[][] = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await browsingAs(browser, best, { javaScriptEnabled });
      await page.goto(demoAt(path));
      headings.push(await page.locator('h1, h2').allTextContents());
      await context.close();
    }
    if (headings[0]?.join() !== headings[1]?.join() || headings[0]?.length === 0) wrong.push([path, headings]);
  }

  expect(wrong).toEqual([]);
});

test('upright A4 paper has every column, none behind a scroll bar', async () => {
  const wrong: unknown[] = [];
  for (const { path, best } of pages) {
    const { page, context } = await browsingAs(browser, best, { viewport: { width: 718, height: 1000 } });
    await page.goto(demoAt(path));
    await page.emulateMedia({ media: 'print' });
    const beyond = await page.evaluate(() => {
      const width = document.documentElement.clientWidth + 1;
      const cells = [...document.querySelectorAll('main th, main td, main svg')];
      return cells.filter((cell) => cell.getBoundingClientRect().right > width).length;
    });
    if (beyond > 0) wrong.push([path, beyond]);
    const pdf = await page.pdf({ format: 'A4', margin: { left: '10mm', right: '10mm', top: '10mm', bottom: '10mm' } });
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || pdf.length < 5_000) wrong.push([path, 'no PDF']);
    await context.close();
  }

  expect(wrong).toEqual([]);
});

test('the keyboard reaches everything that can be pressed, in the order it stands, and what has it is seen', async () => {
  const wrong: unknown[] = [];
  for (const { path, best } of pages) {
    const { page, context } = await browsingAs(browser, best);
    await page.goto(demoAt(path));
    // A page of hundreds of links is walked as far as one can hold in mind; what follows is more of the same.
    const reachable = await page.evaluate(() => {
      const asked =
        'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea, summary, [tabindex="0"]';
      const seen = [...document.querySelectorAll<HTMLElement>(asked)].filter((one) => one.checkVisibility());
      // Of radio buttons the keyboard stops at one.
      const groups = new Set<string>();
      const stops = seen.filter((one) => {
        if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
        return !groups.has(one.name) && groups.add(one.name) !== undefined;
      });
      stops.forEach((one, at) => (one.dataset['at'] = String(at)));
      return Math.min(stops.length, 150);
    });
    const order: number[] = [];
    let unseen = 0;
    for (let press = 0; press < reachable + 20 && new Set(order).size < reachable; press += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const one = document.activeElement;
        if (!(one instanceof HTMLElement) || one === document.body) return undefined;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        const isSeen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        return { at: Number(one.dataset['at'] ?? -1), isSeen };
      });
      if (at === undefined || at.at < 0) continue;
      order.push(at.at);
      if (!at.isSeen) unseen += 1;
    }
    const first = [...new Set(order)];
    const isInOrder = first.every((at, place) => place === 0 || at > (first[place - 1] ?? -1));
    if (first.length < reachable || !isInOrder || unseen > 0)
      wrong.push([path, { reachable, reached: first.length, isInOrder, unseen }]);
    await context.close();
  }

  expect(wrong).toEqual([]);
});

/** What reaches furthest to the right, for whoever has to mend it. */
const widestOn = (page: Awaited<ReturnType<typeof browsingAs>>['page']): Promise<string> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('main *, header *, nav *, footer *')];
    const widest = all.sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
    return `${widest?.tagName ?? ''}.${widest?.getAttribute('class') ?? ''}`;
  });
