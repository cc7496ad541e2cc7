import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figure } from './figure';
import { inWorkFolder, median, parseOnly, rounded, runCommand, runOnOneCore, writePopulation } from './workbench';

const ROUNDS = 5;
const PATIENTS = 2_000;

/** Reading a population's FHIR Bundles into statements beside bare `JSON.parse` of the same lines, one core, paired. */
export function fhirInBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const [file, store, out] = [join(folder, 'events.ndjson'), join(folder, 'store'), join(folder, 'fhir')];
    mkdirSync(out);
    writePopulation(file, PATIENTS);
    await runCommand(['import', file], { REHABSPOR_DATA: store });
    await runCommand(['export', out, '--format', 'fhir'], { REHABSPOR_DATA: store });
    const bundles = join(out, 'bundles.ndjson');
    const resources = readFileSync(bundles, 'utf8').split('"resourceType"').length - 1;
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const read = await runOnOneCore(resolve(__dirname, 'read-delivery-once.js'), ['fhir', out], {}, true);
      runs.push({ read, parse: await parseOnly(bundles) });
    }
    return {
      resources,
      figures: [
        {
          what: 'resources a second',
          runs: runs.map(({ read }) => Math.round(resources / read.seconds)),
          unit: '',
        },
        { what: 'times JSON.parse', runs: runs.map(({ read, parse }) => rounded(read.seconds / parse, 2)), unit: '×' },
      ] satisfies Figure[],
      peakMegabytes: rounded(median(runs.map(({ read }) => read.peakMegabytes)), 0),
      ...(JSON.parse(runs[0]?.read.output ?? '{}') as object),
    };
  });
}
