import { join, resolve } from 'node:path';
import type { Figure } from './figure';
import { inWorkFolder, rounded, runCommand, runOnOneCore, writePopulation } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 24_100);

const ROUNDS = 5;

interface Shadow {
  readonly seconds: number;
  readonly secondsInServer: number;
}

/** A changed definition set as a shadow over all history with its difference, everyone decided under both sets. */
export function shadowBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const environment = { REHABSPOR_DATA: join(folder, 'store') };
    await runCommand(['import', file], environment);
    const told: Readonly<Record<'otherValues' | 'otherPopulation', Shadow>>[] = [];
    let peak = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await runOnOneCore(resolve(__dirname, 'shadow-once.js'), [], environment, true);
      told.push(JSON.parse(run.output) as (typeof told)[number]);
      peak = Math.max(peak, run.peakMegabytes);
    }
    const perMillion = (seconds: number): number => rounded((seconds * 1_000_000) / events, 2);
    return {
      events,
      secondsFromNothing: told.map(({ otherValues, otherPopulation }) => [
        otherValues.seconds,
        otherPopulation.seconds,
      ]),
      figures: [
        {
          what: 'a trial of other values in a server, 1,000,000 events',
          runs: told.map(({ otherValues }) => perMillion(otherValues.secondsInServer)),
          unit: 's',
          reach: { atMost: 5 },
        },
        {
          what: 'of another population',
          runs: told.map(({ otherPopulation }) => perMillion(otherPopulation.secondsInServer)),
          unit: 's',
          reach: { atMost: 7 },
        },
      ] satisfies Figure[],
      peakMegabytes: Math.round(peak),
    };
  });
}
