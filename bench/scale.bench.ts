import { keptRuns } from './measured';
import { figuresOf } from './scale/figures';
import { measureSize } from './scale/run';
import { SIZES, withRun, type ScaleRun } from './scale/sizes';
import { rounded } from './workbench';

/** Which sizes to measure now, in events: `REHABSPOR_BENCH_SIZES=250000,500000`. */
const asked = process.env['REHABSPOR_BENCH_SIZES'];
const WANTED: readonly number[] = asked === undefined ? SIZES : asked.split(',').map(Number);

/**
 * `import` of ten years of patients at several sizes, each in a process of its own on one core, and a server's start on
 * what was imported. Smallest first; each is handed on as soon as it is measured, with what is kept of the other sizes,
 * so that a long run can be done in pieces.
 */
export async function scaleBench(
  keep: (result: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<Readonly<Record<string, unknown>>> {
  const wrong = WANTED.filter((size) => !Number.isInteger(size) || size < 1_000);
  if (wrong.length > 0)
    throw new Error(`REHABSPOR_BENCH_SIZES: ${asked}: name sizes of 1,000 events or more, as 250000,500000.`);
  let runs = keptRuns();
  for (const size of WANTED.toSorted((a, b) => a - b)) {
    runs = withRun(runs, await measureSize(size));
    await keep(resultOf(runs));
  }
  return resultOf(runs);
}

function resultOf(runs: readonly ScaleRun[]): Readonly<Record<string, unknown>> {
  const told = runs.map(({ othersSeconds }) => othersSeconds);
  return {
    sizes: runs,
    figures: figuresOf(runs),
    seconds: sumOf(runs.map(({ seconds }) => seconds)),
    othersSeconds: told.some((seconds) => seconds === undefined) ? undefined : sumOf(told.map(Number)),
  };
}

const sumOf = (values: readonly number[]): number =>
  rounded(
    values.reduce((sum, value) => sum + value, 0),
    1,
  );
