import { join } from 'node:path';
import type { Figure } from './figure';
import { nationalStore } from './national-store';
import { Server } from './server-process';
import { inWorkFolder, rounded, runCommandOnAllCores, writePopulation } from './workbench';

const ROUNDS = 5;

/** How long a newcomer and an operator wait: for the help, for the decisions of one patient, for a server on a national store. */
export function startBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'one.ndjson');
    const events = writePopulation(file, 1);
    const store = join(folder, 'store');
    await nationalStore(store);
    const environment = { REHABSPOR_DATA: store };
    const help: number[] = [];
    const one: number[] = [];
    const ready: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      help.push((await runCommandOnAllCores(['--help'])).seconds);
      one.push((await runCommandOnAllCores(['evaluate', file, '--as-of', '2024-12-31'])).seconds);
      const server = await Server.start(environment);
      ready.push(await server.secondsSinceSpawnedUntilReady());
      await server.stop();
    }
    const seconds = (what: string, runs: readonly number[], atMost: number): Figure => ({
      what,
      runs: runs.map((run) => rounded(run)),
      unit: 's',
      reach: { atMost },
    });
    return {
      events,
      figures: [
        seconds('`--help`', help, 0.5),
        seconds('`evaluate` of one patient', one, 0.5),
        seconds('`start` on a store of 120,000 patients until `/health` says ready', ready, 3),
      ],
    };
  });
}
