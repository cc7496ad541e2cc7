import { statSync } from 'node:fs';
import { join } from 'node:path';
import { composeEmbedded, type Embedded } from '../src/apps/embedded';
import { ViewPerson } from '../src/indicators/application/view-person';
import { PersonKeys } from '../src/access/domain/person-key';
import { loadReading } from '../src/intake/adapters/load-reading';
import { OrganisationNames } from '../src/kernel/organisation-names';
import { Evaluation } from '../src/operations/evaluation/evaluation';
import { readSettings } from '../src/platform/config/settings';
import { loadDefinitionSet } from '../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../src/platform/contracts/organisation-list';
import { loadSchemas } from '../src/platform/contracts/schema-validators';
import { SilentLogger } from '../src/platform/silent-logger';
import { SystemClock } from '../src/platform/system-clock';
import { HEAVY_CASES, type HeavyCase } from './heavy-cases';
import { inWorkFolder, median, rounded } from './workbench';

const TOGETHER = 500;
const TIMES = [1, 2, 4];
const NEXT_EVENTS = 9;
const KEY = 'a key for benches only, of enough characters';

/** What one run of a case took. */
interface Taken {
  readonly evaluateSeconds: number;
  readonly storeSeconds: number;
  /** For one event more, until all it leads to is kept. */
  readonly nextEventMs: number;
  /** For the page of whom the first event is about. */
  readonly pageMs: number;
  /** What of a store's log tells of pathways that changed. */
  readonly toldMegabytes: number;
  readonly storeMegabytes: number;
}

/**
 * Whether very many events of one person, one organisation or one record take time linear in their number: each case
 * with n, 2n and 4n events, evaluated and taken into a store. After what each took, how many times as much as n that
 * is: at most about 2 and 4 where the whole is linear, and where one event more does not grow about 1.
 */
export async function heavyBench(): Promise<Readonly<Record<string, unknown>>> {
  const only = process.argv[3];
  const told: Record<string, unknown> = {};
  for (const one of HEAVY_CASES.filter(({ name }) => only === undefined || name.includes(only))) {
    await takeOf(one, Math.ceil(one.count / 4)); // Warms up.
    const taken: Taken[] = [];
    for (const times of TIMES) taken.push(await takeOf(one, one.count * times));
    told[one.name] = { counts: TIMES.map((times) => one.count * times), ...growthOf(taken) };
  }
  return { reach: 'times at most about 2 and 4', ...told };
}

/** Each measure at n, 2n and 4n, and how many times as much as at n the others are. */
function growthOf(taken: readonly Taken[]): Readonly<Record<string, unknown>> {
  const [first] = taken;
  if (first === undefined) return {};
  const growth: Record<string, unknown> = {};
  for (const measure of Object.keys(first) as (keyof Taken)[]) {
    const values = taken.map((run) => run[measure]);
    const times = values.slice(1).map((value) => rounded(value / Math.max(first[measure], 0.001), 1));
    growth[measure] = { values, times };
  }
  return growth;
}

async function takeOf(heavy: HeavyCase, count: number): Promise<Taken> {
  const { together = TOGETHER } = heavy;
  const lines = Array.from({ length: count + NEXT_EVENTS }, (_, at) => JSON.stringify(heavy.eventAt(at)));
  const first = lines.slice(0, count);
  const evaluate = await secondsOf(() => evaluated(first));
  return inWorkFolder(async (folder) => {
    const settings = readSettings({ REHABSPOR_DATA: folder, REHABSPOR_KEY: KEY });
    const embedded = composeEmbedded(settings, new SystemClock(), new SilentLogger());
    embedded.log.start();
    const takeIn = async (texts: readonly string[]): Promise<void> => {
      await embedded.intake.receive(
        texts.map((text) => ({ text })),
        { receivedAt: 'stated-or-clock' },
      );
      await embedded.log.settled();
    };
    const store = await secondsOf(async () => {
      for (let at = 0; at < count; at += together) await takeIn(first.slice(at, at + together));
    });
    const next: number[] = [];
    for (const line of lines.slice(count)) next.push(await secondsOf(() => takeIn([line])));
    const page = await secondsOf(() => shown(embedded, heavy));
    const told = toldBytes(embedded);
    await embedded.log.stop();
    await embedded.database.close();
    return {
      evaluateSeconds: rounded(evaluate),
      storeSeconds: rounded(store),
      nextEventMs: rounded(median(next) * 1_000, 1),
      pageMs: rounded(page * 1_000, 1),
      toldMegabytes: rounded(told / 2 ** 20, 1),
      storeMegabytes: rounded(statSync(join(folder, 'rehabspor.db')).size / 2 ** 20, 1),
    };
  });
}

async function shown(embedded: Embedded, { eventAt }: HeavyCase): Promise<void> {
  const { keys, decisionsAt, events, decisionWriter, setAside } = embedded;
  const { data } = eventAt(0) as { readonly data: { readonly cpr?: string } };
  if (data.cpr === undefined) return;
  const view = new ViewPerson(decisionsAt, events, decisionWriter, setAside);
  await view.view(keys.keyOf(data.cpr), { asOf: '2024-12-31' });
}

function toldBytes({ log }: Embedded): number {
  let bytes = 0;
  for (let partition = 0; partition < log.partitionsOf('pathway-changes'); partition += 1) {
    for (const { value } of log.read('pathway-changes', partition, 0, Infinity)) bytes += JSON.stringify(value).length;
  }
  return bytes;
}

async function evaluated(lines: readonly string[]): Promise<void> {
  const schemas = loadSchemas();
  const definitions = loadDefinitionSet(schemas);
  const evaluation = new Evaluation(
    loadReading(schemas, new PersonKeys(Buffer.from(KEY)), definitions),
    new OrganisationNames(loadOrganisationList(schemas)),
    new SystemClock(),
    {
      definitions,
      policy: {},
      asOf: '2024-12-31',
      showCpr: false,
    },
  );
  for (let at = 0; at < lines.length; at += TOGETHER) {
    await evaluation.receive(lines.slice(at, at + TOGETHER).map((text) => ({ text })));
  }
  for await (const decided of evaluation.decisions()) if (decided.length === 0) return;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - begun) / 1e9;
}
