import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { againstParse } from './against-parse';
import { inWorkFolder, runCommand, runCommandOnAllCores, writePopulation, type Run } from './workbench';

const PATIENTS = 24_100;

/**
 * `import` of about 1,000,000 events into the durable store, on one core and on all, against only `JSON.parse` of the same
 * lines, in turn.
 */
export function importBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder((folder) => {
    const file = join(folder, 'events.ndjson');
    const store = join(folder, 'store');
    const imported = async (run: typeof runCommand): Promise<Run> => {
      const ran = await run(['import', file], { REHABSPOR_DATA: store });
      rmSync(store, { recursive: true });
      return ran;
    };
    return againstParse({
      file,
      events: writePopulation(file, PATIENTS),
      onOneCore: () => imported(runCommand),
      onAllCores: () => imported(runCommandOnAllCores),
      reach: { one: 0.09, two: 0.15 },
    });
  });
}
