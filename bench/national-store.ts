import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, writePopulation } from './workbench';

/** How many patients Denmark's ten years are, unless a smaller run is asked for. */
export const NATIONAL_PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 120_000);
const YEARS = 10;

let made: Promise<{ readonly store: string; readonly events: number }> | undefined;

/** Puts a store of ten years of Denmark's heart patients into a folder; it is made once a run. Resolves with its events. */
export async function nationalStore(into: string): Promise<number> {
  made ??= make();
  const { store, events } = await made;
  cpSync(store, into, { recursive: true });
  return events;
}

async function make(): Promise<{ store: string; events: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'rehabspor-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [file, store] = [join(folder, 'events.ndjson'), join(folder, 'store')];
  const events = writePopulation(file, NATIONAL_PATIENTS, YEARS);
  await runCommand(['import', file], { REHABSPOR_DATA: store });
  rmSync(file);
  return { store, events };
}
