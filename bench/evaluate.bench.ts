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

/** Whole `evaluate` of about 1,000,000 events, on one core and on all, against only `JSON.parse` of the same lines, in turn. */
export function evaluateBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const asked = ['evaluate', file, '--as-of', '2024-12-31'];
    const parse: number[] = [];
    const one: number[] = [];
    const all: number[] = [];
    let peakMegabytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      parse.push(await parseOnly(file));
      one.push((await runCommand([...asked, '--threads', '1'])).seconds);
      const run = await runCommandOnAllCores(asked);
      all.push(run.seconds);
      peakMegabytes = Math.max(peakMegabytes, run.peakMegabytes);
    }
    const ratiosOf = (times: readonly number[]): number[] =>
      times.map((seconds, round) => rounded((parse[round] as number) / seconds));
    const figures: Figure[] = [
      { what: 'of JSON.parse, one core', runs: ratiosOf(one), unit: '', reach: { atLeast: 0.15 } },
      { what: 'of JSON.parse, two cores', runs: ratiosOf(all), unit: '', reach: { atLeast: 0.25 } },
    ];
    return {
      events,
      parseEventsPerSecond: Math.round(events / median(parse)),
      eventsPerSecondOnOneCore: Math.round(events / median(one)),
      eventsPerSecondOnAllCores: Math.round(events / median(all)),
      figures,
      peakMegabytes: Math.round(peakMegabytes),
    };
  });
}
