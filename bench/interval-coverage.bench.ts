import type { Coverage, IndicatorCoverage } from '../test/simulation/intervals/coverage';
import { simulatePopulations } from '../test/simulation/intervals/simulate-populations';
import { simulateWorlds } from '../test/simulation/intervals/simulate-worlds';
import { rounded } from './workbench';

/** About as many as fall ill in half a year (domain.md §1). */
const PATIENTS = 6_000;
const RUNS = 200;
/** Another with REHABSPOR_BENCH_SEED: what holds is not to hang on the seed. */
const SEED = Number(process.env['REHABSPOR_BENCH_SEED'] ?? 1);

/** Whole populations through the program: twenty, each with other municipalities muted ten times. */
const POPULATIONS = { populations: 20, runsEach: 10, patients: 3_000 };

/**
 * How often intervals hold, 200 runs each: `worlds` in which organisations differ and some are silent, and `populations`
 * that go through the program, whose organisations do not. The tables are on standard error.
 */
export function intervalCoverageBench(): Promise<Readonly<Record<string, unknown>>> {
  const begun = performance.now();
  const worlds = simulateWorlds(RUNS, PATIENTS, SEED);
  process.stderr.write(`${tableOf(worlds)}\n\n`);
  const populations = simulatePopulations(POPULATIONS, SEED);
  process.stderr.write(`${tableOf(populations)}\n`);
  const seconds = rounded((performance.now() - begun) / 1000, 1);
  return Promise.resolve({ runs: RUNS, seed: SEED, patients: PATIENTS, worlds, of: POPULATIONS, populations, seconds });
}

const COLUMNS = [
  'indicator',
  'truth',
  'estimate',
  'interval',
  'bounds',
  'of those reported',
  'nation',
  'regions',
  'too few',
  'outside bounds',
];

function tableOf(indicators: readonly IndicatorCoverage[]): string {
  const range = ([lower, upper]: readonly [number, number]): string => `${lower}–${upper}`;
  const covered = ({ cells, inside }: Coverage): string =>
    cells === 0 ? '–' : `${rounded((100 * inside) / cells, 1)} % of ${cells}`;
  const rows = indicators.map((one) => [
    one.indicator,
    ...[one.truth, one.estimate].map(String),
    range(one.interval),
    range(one.bounds),
    String(one.reported),
    ...[one.nation, one.regions, one.tooFew].map(covered),
    String(one.outsideBounds),
  ]);
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
