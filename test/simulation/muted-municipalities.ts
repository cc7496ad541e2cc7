import type { Organisation } from '../../src/kernel/organisation';
import type { Figures } from '../../src/counting/domain/figures';
import type { Level } from '../../src/kernel/unit';
import { createRandom } from '../../src/synthetic/random';
import { ALL_HEARD, Census, REPORTED_ON } from './census';
import { IndicatorErrors, type IndicatorResult } from './indicator-errors';
import { connectedPopulation, householdsOf, organisations } from './muted-world';

/** In the 2024 report 42 of 98 municipalities had no data (domain.md §1). */
const MUTED = 42;

interface MutedResult {
  readonly patients: number;
  readonly pathways: number;
  readonly municipalities: number;
  readonly muted: number;
  readonly runs: number;
  /** Decisions on residents of muted municipalities that are not met in a run and were not so in truth, over all runs. */
  readonly notMetForWantOfReports: number;
  /** The same of residents of other municipalities. */
  readonly notMetForWantOfReportsElsewhere: number;
  /** Bounds compared with the truth: every indicator of every unit that has a truth, in every run. */
  readonly boundsCompared: number;
  readonly boundsMissed: Readonly<Record<Level, number>>;
  readonly indicators: readonly IndicatorResult[];
}

/** Draws 42 of the 98 municipalities; the same for the same seed. */
export function drawMuted(seed: number): Set<Organisation> {
  const random = createRandom(seed, 0);
  const codes = [...organisations.municipalities.keys()];
  for (let at = codes.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [codes[at], codes[other]] = [codes[other] as string, codes[at] as string];
  }
  return new Set(codes.slice(0, MUTED).map((code) => `municipality:${code}`));
}

/**
 * Decides a population once with every report. Then, in each run, mutes 42 municipalities drawn anew (their events are
 * taken away and the registry says that they are not connected), decides again and compares with what was true.
 */
export function simulateMuted(patients: number, runs: number, seed: number): MutedResult {
  const census = new Census(householdsOf(connectedPopulation(patients, seed)));
  const truth = census.figures(ALL_HEARD);
  const errors = new Map([...REPORTED_ON].map((key) => [key, new IndicatorErrors(key)]));
  const boundsMissed: Record<Level, number> = { denmark: 0, region: 0, hospital: 0, municipality: 0 };
  let boundsCompared = 0;
  let notMet = 0;
  let notMetElsewhere = 0;
  for (let run = 0; run < runs; run += 1) {
    const muted = drawMuted(seed + run);
    for (const municipality of census.notMetForWantOfReports(muted)) {
      if (muted.has(municipality)) notMet += 1;
      else notMetElsewhere += 1;
    }
    const found = census.figures(muted);
    census.rows.forEach(({ level, indicator }, row) => {
      const [real, seen] = [truth[row], found[row]];
      if (real === undefined || real.reported.percent === null) return;
      boundsCompared += 1;
      if (!isWithin(seen?.bounds, real.reported.percent)) boundsMissed[level] += 1;
      if (level === 'denmark' && seen !== undefined) errors.get(indicator)?.add(real, seen);
    });
  }
  return {
    patients,
    pathways: census.households.flatMap((household) => household.decidedWithout(ALL_HEARD)).length,
    municipalities: organisations.municipalities.size,
    muted: MUTED,
    runs,
    notMetForWantOfReports: notMet,
    notMetForWantOfReportsElsewhere: notMetElsewhere,
    boundsCompared,
    boundsMissed,
    indicators: [...errors.values()].map((ofIndicator) => ofIndicator.result()),
  };
}

/** A bound that is not there leaves open whether there is a rate at all; without either there can be none. */
function isWithin(bounds: Figures['bounds'] | undefined, percent: number): boolean {
  if (bounds === undefined || (bounds.lower === null && bounds.upper === null)) return false;
  return (bounds.lower ?? 0) <= percent && percent <= (bounds.upper ?? 100);
}
