import { simulateMuted } from '../test/simulation/muted-municipalities';
import { rounded } from './workbench';

/** About as many patients as fall ill in a year (domain.md §1). */
const PATIENTS = 12_000;
const RUNS = 200;

/** What 42 silent municipalities of 98 do to the figures, over 200 seeded runs in which nothing else is amiss. */
export function mutedMunicipalitiesBench(): Promise<Readonly<Record<string, unknown>>> {
  const begun = performance.now();
  const result = simulateMuted(PATIENTS, RUNS, 1);
  return Promise.resolve({ ...result, seconds: rounded((performance.now() - begun) / 1000, 1) });
}
