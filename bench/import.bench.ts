import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure';
import { inWorkFolder, median, parseOnly, rounded, runCommand, writePopulation } from './workbench';

const PATIENTS = 24_100;
const ROUNDS = 5;

/** `import` of about 1,000,000 events into the durable store against only `JSON.parse` of the same lines, in turn. */
export function importBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const parse: number[] = [];
    const imported: number[] = [];
    let peakMegabytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      parse.push(await parseOnly(file));
      const store = join(folder, `store-${round}`);
      const run = await runCommand(['import', file], { REHABSPOR_DATA: store });
      rmSync(store, { recursive: true });
      imported.push(run.seconds);
      peakMegabytes = Math.max(peakMegabytes, run.peakMegabytes);
    }
    const ratios = parse.map((seconds, round) => seconds / (imported[round] as number));
    return {
      events,
      parseEventsPerSecond: Math.round(events / median(parse)),
      importEventsPerSecond: Math.round(events / median(imported)),
      figures: [
        {
          what: 'of JSON.parse, one core',
          runs: ratios.map((ratio) => rounded(ratio)),
          unit: '',
          reach: { atLeast: 0.09 },
        },
      ] satisfies Figure[],
      peakMegabytes: Math.round(peakMegabytes),
    };
  });
}
