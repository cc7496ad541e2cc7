import { join } from 'node:path';
import { inWorkFolder, median, parseOnly, rounded, runCommand, writePopulation } from './workbench';

const PATIENTS = 24_100;
const ROUNDS = 3;

/** Whole `evaluate` of about 1,000,000 events against only `JSON.parse` of the same lines, in turn, on one core. */
export function evaluateBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const parse: number[] = [];
    const evaluate: number[] = [];
    let peakMegabytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      parse.push(await parseOnly(file));
      const run = await runCommand(['evaluate', file, '--as-of', '2024-12-31']);
      evaluate.push(run.seconds);
      peakMegabytes = Math.max(peakMegabytes, run.peakMegabytes);
    }
    const ratios = parse.map((seconds, round) => seconds / (evaluate[round] as number));
    return {
      events,
      parseEventsPerSecond: Math.round(events / median(parse)),
      evaluateEventsPerSecond: Math.round(events / median(evaluate)),
      ratio: rounded(median(ratios)),
      ratios: ratios.map((ratio) => rounded(ratio)),
      reach: 'at least 0.12',
      peakMegabytes: Math.round(peakMegabytes),
    };
  });
}
