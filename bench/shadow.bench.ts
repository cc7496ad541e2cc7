import { join, resolve } from 'node:path';
import { inWorkFolder, rounded, runCommand, runOnOneCore, writePopulation } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 24_100);

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
    const { output, peakMegabytes } = await runOnOneCore(resolve(__dirname, 'shadow-once.js'), [], environment, true);
    const told = JSON.parse(output) as Readonly<Record<'otherValues' | 'otherPopulation', Shadow>>;
    const perMillion = (seconds: number): number => rounded((seconds * 1_000_000) / events, 2);
    const timesOf = ({ seconds, secondsInServer }: Shadow): object => ({
      fromNothing: perMillion(seconds),
      inServer: perMillion(secondsInServer),
    });
    return {
      events,
      ...told,
      secondsPerMillionEvents: {
        otherValues: timesOf(told.otherValues),
        otherPopulation: timesOf(told.otherPopulation),
      },
      reach: 'at most 10 s per 1,000,000 events on two cores; measured on one',
      peakMegabytes: Math.round(peakMegabytes),
    };
  });
}
