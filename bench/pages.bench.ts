import { join } from 'node:path';
import { chromium, type CDPSession } from 'playwright-core';
import { NATIONAL_PATIENTS, nationalStore } from './national-store';
import { Server } from './server-process';
import { inWorkFolder, percentile, rounded } from './workbench';

const TIMES = 20;
/** A processor so many times slower than this one. */
const SLOWER = 4;
const HOSPITAL = 'hospital:330901000016003';
const PAGES = [
  ...['/', '/indikatorer', '/indikatorer/diet', '/enheder', `/enheder/${HOSPITAL}`, '/enheder/municipality:0461'],
  ...['/overgange', '/leveringer', '/rapporter', '/definitioner', '/metadata', '/arbejdsliste', `/kilder/${HOSPITAL}`],
];

/**
 * Pages at national scale: the time the server takes for each (p99 of twenty, no two alike where a page has a period), what
 * a browser fetches for it beside fonts, and when it first paints something on a processor four times slower.
 */
export function pagesBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const store = join(folder, 'store');
    const environment = { REHABSPOR_DATA: store, REHABSPOR_PORT: '0' };
    const events = await nationalStore(store);
    const server = await Server.start(environment);
    await server.secondsSinceSpawnedUntilCounted();
    await server.secondsUntilWorkedAhead('exact');
    await server.untilIdle();
    const pages: Record<string, unknown> = {};
    const all: number[] = [];
    for (const path of PAGES) {
      const times = [];
      for (let at = 0; at < TIMES; at += 1) times.push(await server.time(`${path}?period=${2015 + (at % 10)}`));
      all.push(...times);
      pages[path] = { p99Milliseconds: percentile(times, 0.99), ...(await inBrowser(server, path)) };
    }
    await server.stop();
    return {
      patients: NATIONAL_PATIENTS,
      events,
      p99Milliseconds: percentile(all, 0.99),
      reachServer: 'p99 at most 150 ms',
      pages,
      reachWeight: 'at most 300 kB besides fonts',
      reachPaint: 'first paint at most 1 s',
    };
  });
}

async function inBrowser({ url, headers }: Server, path: string): Promise<Readonly<Record<string, number>>> {
  const executablePath = process.env['REHABSPOR_TEST_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const context = await browser.newContext({ extraHTTPHeaders: headers });
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.enable');
  const fonts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await browser.close();
  return { kilobytes: rounded(bytes / 1000, 0), firstPaintMilliseconds: rounded(paint, 0) };
}
