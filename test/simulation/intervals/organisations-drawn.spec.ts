import { effectiveShareOf } from '../../../src/counting/domain/statistics/effective-share';
import { limitsOf } from '../../../src/counting/domain/statistics/interval';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { organisations } from '../muted-world';
import { keepsPromise } from './promise';

const SILENT = 42;
const RUNS = 1_500;
const SIZES = [...organisations.municipalities.values()].map(({ inhabitants }) => inhabitants);
const RUNNING = SIZES.map((_, at) => SIZES.slice(0, at + 1).reduce((sum, size) => sum + size, 0));

/** Whether the interval of those heard contains what could be expected of all, in one country of so many patients. */
function isHeld(random: Random, patients: number, share: number, apart: number): boolean {
  const rates = SIZES.map(() => {
    const odds = (share / (1 - share)) * Math.exp(random.bell(0, apart) / 1000);
    return odds / (1 + odds);
  });
  const silent = new Set<number>();
  while (silent.size < SILENT) silent.add(random.int(0, SIZES.length - 1));
  const clusters = SIZES.map(() => ({ met: 0, decided: 0, expected: 0 }));
  let expected = 0;
  for (let patient = 0; patient < patients; patient += 1) {
    const at = random.share(RUNNING);
    const [cluster, rate] = [clusters[at] as (typeof clusters)[number], rates[at] as number];
    expected += rate;
    cluster.expected += 1;
    if (silent.has(at)) continue;
    cluster.decided += 1;
    if (random.chance(rate)) cluster.met += 1;
  }
  const decided = clusters.reduce((sum, one) => sum + one.decided, 0);
  const met = clusters.reduce((sum, one) => sum + one.met, 0);
  const [lower, upper] = limitsOf(met, decided, { method: 'exact', effectiveShare: effectiveShareOf([clusters]) });
  return lower <= expected / patients && expected / patients <= upper;
}

test.each([
  [0.68, 500],
  [0.68, 350],
  [0.68, 0],
  [0.2, 500],
  [0.2, 350],
])(
  `of ${RUNS} countries with ${SILENT} silent municipalities the interval holds in 90 to 98 %%: rate %d, organisations %d thousandths of log odds apart`,
  (share, apart) => {
    const random = createRandom(11, 0);
    const inside = Array.from({ length: RUNS }, () => isHeld(random, 1_000, share, apart)).filter(
      (held) => held,
    ).length;
    expect({ inside, keepsPromise: keepsPromise({ cells: RUNS, inside }) }).toEqual({ inside, keepsPromise: true });
    expect(inside / RUNS).toBeGreaterThanOrEqual(0.92);
    expect(inside / RUNS).toBeLessThanOrEqual(0.975);
  },
);
