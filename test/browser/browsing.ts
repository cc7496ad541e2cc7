import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

/** Where the demo answers. */
export const demoAt = (path: string): string => `${process.env['REHABSPOR_TEST_DEMO'] ?? ''}${path}`;

/** A browser for a file of specs; it has to be closed. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['REHABSPOR_TEST_CHROMIUM'] ?? '', args: ['--no-sandbox'] });

/** Somebody at the browser: a demo user, or nobody who has signed in. */
export interface Someone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of so far. */
  readonly complaints: string[];
}

/** Opens the browser as a demo user; `public` has not signed in. */
export async function browsingAs(
  browser: Browser,
  user: string,
  options: BrowserContextOptions = {},
): Promise<Someone> {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1280, height: 900 }, ...options });
  if (user !== 'public') {
    const signedIn = await context.request.post(demoAt(`/sign-in/demo/${user}`), { maxRedirects: 0 });
    if (signedIn.status() !== 303) throw new Error(`${user} could not sign in: ${signedIn.status()}`);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(demoAt('/')) && !/^(data|blob):/.test(request.url()))
      complaints.push(`fetched from elsewhere: ${request.url()}`);
  });
  return { context, page, complaints };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What a page breaks of WCAG 2.0 and 2.1, levels A and AA, as far as a program can tell: rule and place. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown[] }> } })
      .axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    return (await run.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  return (violations as Violation[]).flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

/** How far a page reaches beyond the screen to the right, in pixels. */
export const beyondScreen = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
