import { join } from 'node:path';
import { againstParse } from './against-parse';
import { inWorkFolder, runCommand, runCommandOnAllCores, writePopulation } from './workbench';

const PATIENTS = 24_100;

/** Whole `evaluate` of about 1,000,000 events, on one core and on all, against only `JSON.parse` of the same lines, in turn. */
export function evaluateBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder((folder) => {
    const file = join(folder, 'events.ndjson');
    const asked = ['evaluate', file, '--as-of', '2024-12-31'];
    return againstParse({
      file,
      events: writePopulation(file, PATIENTS),
      onOneCore: () => runCommand([...asked, '--threads', '1']),
      onAllCores: () => runCommandOnAllCores(asked),
      reach: { one: 0.15, two: 0.25 },
    });
  });
}
