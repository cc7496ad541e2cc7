import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { danishDay } from '../kernel/day';
import { readSettings } from '../platform/config/settings';
import { Progress } from '../platform/terminal/progress';
import { parsePeriod, type Period } from '../kernel/period';
import { writeReport } from '../reporting/adapters/report-format';
import { faqCases } from '../synthetic/faq-cases';
import { generatePopulation } from '../synthetic/generate-population';
import { organisationInputOf } from '../synthetic/organisation-input';
import { importFiles } from '../operations/moving/import-embedded';
import { ReceiptTally } from '../operations/moving/receipt-tally';
import type { Embedded } from './embedded';
import { composeNumbers } from './rooms';
import { startServer } from './start';

const PATIENTS = 12_000;
const SEED = 2023;

/**
 * `npm run demo [-- --patients N] [-- --once]`: fills a fresh store with the FAQ's cases and a synthetic year, prints
 * the national table and serves the page; with `--once` it ends after the table.
 */
async function demo(): Promise<void> {
  const settings = readSettings();
  const dataFolder = join(settings.dataFolder, 'demo');
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  const patients = Number(argument('--patients') ?? PATIENTS);
  const server = await startServer({ ...settings, dataFolder }, { prepare: (embedded) => fill(embedded, patients) });
  process.stdout.write(await indicatorTable(server.embedded));
  process.stderr.write(`The page is at ${server.url}; stop with Ctrl-C.\n`);
  if (process.argv.includes('--once')) await server.close();
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Writes the events beside the store, as a file a reader can look at, and takes them in. */
async function fill(embedded: Embedded, patients: number): Promise<void> {
  const file = join(embedded.settings.dataFolder, 'events.ndjson');
  const descriptor = openSync(file, 'w');
  for (const event of faqCases()) writeSync(descriptor, `${JSON.stringify(event)}\n`);
  const organisations = organisationInputOf(embedded.basis.organisations);
  generatePopulation({ patients, seed: SEED, years: 1, organisations }, (lines) => writeSync(descriptor, lines));
  closeSync(descriptor);
  const tally = new ReceiptTally(false, undefined);
  const progress = new Progress(process.stderr);
  await importFiles(embedded, [file], tally, progress);
  progress.done();
  process.stderr.write(`${tally.summary()}\n`);
}

async function indicatorTable(embedded: Embedded): Promise<string> {
  const report = await composeNumbers(embedded).reports.report({
    period: parsePeriod('all') as Period,
    level: 'denmark',
    asOf: danishDay(embedded.clock.now()),
  });
  return writeReport(report, 'table', 'en');
}

demo().catch((error: unknown) => {
  process.stderr.write(`rehabspor: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
