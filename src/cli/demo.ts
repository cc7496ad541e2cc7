import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { danishDay } from '../kernel/day';
import type { Language } from '../kernel/language';
import type { OrganisationNames } from '../kernel/organisation-names';
import { parsePeriod, type Period } from '../kernel/period';
import { isOpen, type Alarm } from '../feeds/domain/alarm';
import { alarmsText } from '../feeds/adapters/text/feed-report';
import type { SettleAlarm } from '../feeds/application/settle-alarm';
import type { ViewFeeds } from '../feeds/application/view-feeds';
import type { WatchFeeds } from '../feeds/application/watch-feeds';
import { importFiles } from '../operations/moving/import-embedded';
import { lineIn, ReceiptTally } from '../operations/moving/receipt-tally';
import type { Settings } from '../platform/config/settings';
import { makePrivateFolder } from '../platform/private-files';
import { Progress } from '../platform/terminal/progress';
import type { Clock } from '../ports/clock';
import { writeReport } from '../reporting/adapters/report-format';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { faqCases } from '../synthetic/faq-cases';
import { tellingFeeds } from '../synthetic/demo-feeds';
import { generatePopulation } from '../synthetic/generate-population';
import { organisationInputOf } from '../synthetic/organisation-input';
import type { OrganisationList } from '../kernel/organisation-list';

const PATIENTS = 12_000;
const SEED = 2023;
/** As many as it takes that windows of a year have ended, and that every source has a history. */
const YEARS = 2;

/** A folder of the demo's own, empty: what was there of an earlier one is gone. */
export function freshFolder({ dataFolder }: Settings): string {
  const folder = join(dataFolder, 'demo');
  rmSync(folder, { recursive: true, force: true });
  makePrivateFolder(folder);
  return folder;
}

type Store = Parameters<typeof importFiles>[0] & {
  readonly settings: Settings;
  readonly watch: WatchFeeds;
  readonly feedsView: ViewFeeds;
  readonly settling: SettleAlarm;
  readonly basis: { readonly organisations: OrganisationList };
};

/**
 * Takes in the FAQ's cases and synthetic years whose last events are from yesterday, and judges deliveries; the
 * events lie beside the store too, as a file a reader can look at.
 */
export async function fillWithDemo(store: Store, patients = PATIENTS): Promise<void> {
  const file = join(store.settings.dataFolder, 'events.ndjson');
  const descriptor = openSync(file, 'w');
  for (const event of faqCases()) writeSync(descriptor, `${JSON.stringify(event)}\n`);
  const organisations = organisationInputOf(store.basis.organisations);
  const through = store.watch.lastWholeDay();
  generatePopulation({ patients, seed: SEED, years: YEARS, organisations, through, feeds: 'demo' }, (lines) =>
    writeSync(descriptor, lines),
  );
  closeSync(descriptor);
  const tally = new ReceiptTally(lineIn([]), undefined);
  const progress = new Progress(process.stderr);
  await importFiles(store, [file], tally, progress);
  progress.done();
  process.stderr.write(`${tally.summary()}\n`);
  await store.watch.judgeAll();
  await overruleChance(store, tellingFeeds(organisations.hospitals));
}

/**
 * What staff would do of a morning: of hundreds of sources a few are always quiet by chance, which whoever made the
 * population knows; what is left is what the demo has to tell.
 */
async function overruleChance({ feedsView, settling }: Store, telling: ReturnType<typeof tellingFeeds>): Promise<void> {
  const verdict = { what: 'overruled', by: 'demo', note: 'By chance: nothing is missing.' } as const;
  const isChance = (alarm: Alarm): boolean =>
    isOpen(alarm) && telling.get(alarm.finding.organisation) !== alarm.finding.state;
  for (const { id } of await feedsView.alarms(isChance)) {
    await settling.settle(id, verdict);
  }
}

/** What is wrong with deliveries as text. */
export async function openAlarms(view: ViewFeeds, names: OrganisationNames, language: Language): Promise<string> {
  return alarmsText(await view.alarms(isOpen), names, language);
}

/** The national table as text. */
export async function nationalTable(reports: IndicatorReports, clock: Clock, language: Language): Promise<string> {
  const asOf = danishDay(clock.now());
  const report = await reports.report({ period: parsePeriod('all') as Period, level: 'denmark', asOf });
  return writeReport(report, 'table', language, reports.basis.organisations);
}
