import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contractsPath } from '../src/platform/contracts/contracts-folder';
import type { Figure } from './figure';
import { inWorkFolder, rounded, runCommand, runOnOneCore, writePopulation } from './workbench';

const PATIENTS = 24_100;

/** All decisions again under a changed definition set, in an open store and as a whole process, against `import`. */
export function redecideBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    const events = writePopulation(file, PATIENTS);
    const environment = { REHABSPOR_DATA: join(folder, 'store') };
    const imported = await runCommand(['import', file], environment);
    const ratios: number[] = [];
    const wholeProcess: number[] = [];
    let decided = 0;
    const perMillion: number[] = [];
    for (const version of [3, 4, 5, 6, 7]) {
      const definitions = join(folder, `version-${version}.yaml`);
      writeFileSync(definitions, changedDefinitions(version));
      const run = await runOnOneCore(
        resolve(__dirname, 'redecide-once.js'),
        [],
        { ...environment, REHABSPOR_DEFINITIONS: definitions },
        true,
      );
      const told = JSON.parse(run.output) as { decided: number; seconds: number };
      decided = told.decided;
      perMillion.push((told.seconds * 1_000_000) / events);
      ratios.push(told.seconds / imported.seconds);
      wholeProcess.push(run.seconds / imported.seconds);
    }
    return {
      events,
      importSeconds: rounded(imported.seconds, 2),
      personsDecided: decided,
      wholeProcessRatios: wholeProcess.map((ratio) => rounded(ratio)),
      figures: [
        { what: 'of `import`', runs: ratios.map((ratio) => rounded(ratio)), unit: '', reach: { atMost: 0.03 } },
        {
          what: '1,000,000 events',
          runs: perMillion.map((seconds) => rounded(seconds, 2)),
          unit: 's',
          reach: { atMost: 2 },
        },
      ] satisfies Figure[],
    };
  });
}

/** The set in force with another version and tighter targets for blood pressure, LDL and attendance. */
function changedDefinitions(version: number): string {
  return readFileSync(contractsPath('indicators', 'dhrd-2023.v2.yaml'), 'utf8')
    .replace(/^version: 2$/m, `version: ${version}`)
    .replace('field: systolic, below: 140', `field: systolic, below: ${140 - 5 * version}`)
    .replace('atMost: 1.4', `atMost: ${1.4 + version / 10}`)
    .replace('atLeastPercent: 80', `atLeastPercent: ${80 + version}`);
}
