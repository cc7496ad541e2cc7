import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure';
import { inWorkFolder, rounded, runCommand, writePopulation, type Run } from './workbench';

const SMALL_PATIENTS = 12_000;
const LARGE_PATIENTS = 120_000;

/** Import of ten times the events: how many times as long it takes, and the peak memory of the large one. */
export function growthBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const small = await importOf(folder, SMALL_PATIENTS);
    const large = await importOf(folder, LARGE_PATIENTS);
    const perEvent = large.run.seconds / large.events / (small.run.seconds / small.events);
    return {
      smallEvents: small.events,
      largeEvents: large.events,
      smallSeconds: rounded(small.run.seconds, 1),
      largeSeconds: rounded(large.run.seconds, 1),
      timesAnEvent: rounded(perEvent, 2),
      smallPeakMegabytes: Math.round(small.run.peakMegabytes),
      figures: [
        {
          what: '`import` of ten times the events, times as long',
          runs: [rounded(large.run.seconds / small.run.seconds, 2)],
          unit: '×',
          reach: { atMost: 10.5 },
        },
        {
          what: '`import` of 5,000,000 events, peak memory',
          runs: [Math.round(large.run.peakMegabytes)],
          unit: 'MB',
          reach: { atMost: 700 },
        },
      ] satisfies Figure[],
    };
  });
}

async function importOf(folder: string, patients: number): Promise<{ events: number; run: Run }> {
  const file = join(folder, `${patients}.ndjson`);
  const store = join(folder, `store-${patients}`);
  const events = writePopulation(file, patients);
  const run = await runCommand(['import', file], { REHABSPOR_DATA: store });
  rmSync(file);
  rmSync(store, { recursive: true });
  return { events, run };
}
