import { readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { besideOthers } from '../busyness';
import { patientsOf, YEARS, type ScaleRun } from './sizes';
import { Server } from '../server-process';
import { lookIntoStore } from './store-bytes';
import { inWorkFolder, rounded, runCommand, writePopulation } from '../workbench';

/** The most that input, store and the store's write-ahead log take together, with room to spare. */
const BYTES_AN_EVENT = 1_600;

/** Measures one size; what it makes is removed again, the input before the store is started on. */
export async function measureSize(size: number): Promise<ScaleRun> {
  const { result, seconds, othersSeconds } = await besideOthers(() => inWorkFolder((folder) => measure(folder, size)));
  return { ...result, on: new Date().toISOString().slice(0, 10), seconds, othersSeconds };
}

async function measure(folder: string, size: number): Promise<Omit<ScaleRun, 'on' | 'seconds' | 'othersSeconds'>> {
  refuseTooLittleRoom(folder, size);
  const [file, store] = [join(folder, 'events.ndjson'), join(folder, 'store')];
  const patients = patientsOf(size);
  const events = writePopulation(file, patients, YEARS);
  const inputBytes = statSync(file).size;
  const run = await runCommand(['import', file], { REHABSPOR_DATA: store });
  rmSync(file);
  const storeBytes = readdirSync(store).reduce((sum, name) => sum + statSync(join(store, name)).size, 0);
  return {
    size,
    patients,
    events,
    inputBytes,
    import: {
      seconds: rounded(run.seconds, 1),
      cpuSeconds: rounded(run.cpuSeconds, 1),
      peakMegabytes: Math.round(run.peakMegabytes),
    },
    storeBytes,
    ...lookIntoStore(store),
    restart: await restartOn(store, join(folder, 'peak')),
  };
}

async function restartOn(store: string, report: string): Promise<ScaleRun['restart']> {
  const server = await Server.start({
    REHABSPOR_DATA: store,
    REHABSPOR_PORT: '0',
    NODE_OPTIONS: `-r ${resolve(__dirname, '..', 'report-peak.js')}`,
    REHABSPOR_BENCH_PEAK: report,
  });
  const seconds = await server.secondsSinceSpawnedUntilReady();
  await server.untilIdle();
  await server.stop();
  const [kilobytes = NaN] = readFileSync(report, 'utf8').split(' ').map(Number);
  return { seconds: rounded(seconds), peakMegabytes: Math.round(kilobytes / 1024) };
}

function refuseTooLittleRoom(folder: string, events: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const [free, needed] = [bavail * bsize, events * BYTES_AN_EVENT];
  if (free >= needed) return;
  const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(0);
  throw new Error(
    `${events} events take some ${gigabytes(needed)} GB in ${folder}, where ${gigabytes(free)} GB are free: have TMPDIR name another place.`,
  );
}
