import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure';
import {
  inWorkFolder,
  median,
  parseOnly,
  rounded,
  runCommand,
  runCommandOnAllCores,
  writePopulation,
} from './workbench';

const PATIENTS = 24_100;
const ROUNDS = 5;

/**
 * `import` of about 1,000,000 events into the durable store, on one core and on all, against only `JSON.parse` of the same
 * lines, in turn.
 */
export function importBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const store = join(folder, 'store');
    const imported = async (run: typeof runCommand) => {
      const ran = await run(['import', file], { REHABSPOR_DATA: store });
      rmSync(store, { recursive: true });
      return ran;
    };
    const parse: number[] = [];
    const one: number[] = [];
    const all: number[] = [];
    const peaks = { one: 0, all: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      parse.push(await parseOnly(file));
      const onOne = await imported(runCommand);
      one.push(onOne.seconds);
      const onAll = await imported(runCommandOnAllCores);
      all.push(onAll.seconds);
      peaks.one = Math.max(peaks.one, onOne.peakMegabytes);
      peaks.all = Math.max(peaks.all, onAll.peakMegabytes);
    }
    const ratiosOf = (times: readonly number[]): number[] =>
      times.map((seconds, round) => rounded((parse[round] as number) / seconds));
    const figures: Figure[] = [
      { what: 'of JSON.parse, one core', runs: ratiosOf(one), unit: '', reach: { atLeast: 0.09 } },
      { what: 'of JSON.parse, two cores', runs: ratiosOf(all), unit: '', reach: { atLeast: 0.15 } },
    ];
    return {
      events,
      parseEventsPerSecond: Math.round(events / median(parse)),
      eventsPerSecondOnOneCore: Math.round(events / median(one)),
      eventsPerSecondOnAllCores: Math.round(events / median(all)),
      figures,
      peakMegabytes: Math.round(peaks.one),
      peakMegabytesOnAllCores: Math.round(peaks.all),
    };
  });
}
