import { statSync } from 'node:fs';
import { join } from 'node:path';
import { composeEmbedded } from '../src/apps/embedded';
import { PersonKeys } from '../src/access/domain/person-key';
import { loadReading } from '../src/intake/adapters/load-reading';
import { Evaluation } from '../src/operations/evaluation/evaluation';
import { readSettings } from '../src/platform/config/settings';
import { loadDefinitionSet } from '../src/platform/contracts/definition-set';
import { loadSchemas } from '../src/platform/contracts/schema-validators';
import { SilentLogger } from '../src/platform/silent-logger';
import { SystemClock } from '../src/platform/system-clock';
import { HEAVY_CASES, type HeavyCase } from './heavy-cases';
import { inWorkFolder, median, rounded } from './workbench';

const TOGETHER = 500;
const TIMES_AS_MANY = 4;
const NEXT_EVENTS = 9;
const KEY = 'a key for benches only, of enough characters';

/** What one run of a case took. */
interface Taken {
  readonly evaluate: number;
  readonly store: number;
  /** Milliseconds for one event more, until all it leads to is kept. */
  readonly next: number;
  readonly megabytes: number;
}

/**
 * Whether very many events of one person, one organisation or one record take time linear in their number: each case
 * with n and with 4n events, evaluated and taken into a store; `times` at most about 4 where it is linear.
 */
export async function heavyBench(): Promise<Readonly<Record<string, unknown>>> {
  const only = process.argv[3];
  const told: Record<string, unknown> = {};
  for (const one of HEAVY_CASES.filter(({ name }) => only === undefined || name.includes(only))) {
    await takeOf(one, Math.ceil(one.count / TIMES_AS_MANY)); // Warms up.
    const small = await takeOf(one, one.count);
    const large = await takeOf(one, one.count * TIMES_AS_MANY);
    told[one.name] = {
      counts: [one.count, one.count * TIMES_AS_MANY],
      evaluateSeconds: [small.evaluate, large.evaluate],
      evaluateTimes: rounded(large.evaluate / small.evaluate, 1),
      storeSeconds: [small.store, large.store],
      storeTimes: rounded(large.store / small.store, 1),
      storeMegabytes: [small.megabytes, large.megabytes],
      nextEventMs: [small.next, large.next],
    };
  }
  return { reach: 'times at most about 4', ...told };
}

async function takeOf(heavy: HeavyCase, count: number): Promise<Taken> {
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
      for (let at = 0; at < count; at += TOGETHER) await takeIn(first.slice(at, at + TOGETHER));
    });
    const next: number[] = [];
    for (const line of lines.slice(count)) next.push(await secondsOf(() => takeIn([line])));
    await embedded.log.stop();
    await embedded.database.close();
    const megabytes = rounded(statSync(join(folder, 'rehabspor.db')).size / 2 ** 20, 1);
    return { evaluate: rounded(evaluate), store: rounded(store), next: rounded(median(next) * 1_000, 1), megabytes };
  });
}

async function evaluated(lines: readonly string[]): Promise<void> {
  const schemas = loadSchemas();
  const definitions = loadDefinitionSet(schemas);
  const evaluation = new Evaluation(
    loadReading(schemas, new PersonKeys(Buffer.from(KEY)), definitions),
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
