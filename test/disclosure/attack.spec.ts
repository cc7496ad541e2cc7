import loadHighs, { type LegacyHighs } from 'highs';
import { Exit } from '../../src/disclosure/domain/exit';
import { PERTURBATION_ROWS } from '../../src/disclosure/domain/perturbation-table';
import { createRandom } from '../../src/synthetic/random';
import { equalSums, everyChannel, UNKNOWNS, type Observation } from './attack/channels';
import { bestFit } from './attack/least-squares';
import { Allowed } from './attack/linear-programme';
import { casesOfPatients, randomPatients } from './attack/population';

/*
 * An outside attack on everything that is published of random populations so small that most counts are: every count of
 * every table and of the credits, for years, quarters and tertials, all levels and both contexts, under two indicators of
 * the same patients. The attacker knows the method, its table, how everything adds up, and that the same patients stand
 * under both indicators; not the secret. The method's own odds: whoever knew that a count is 1 or 2 and saw the one
 * number shown for it would say rightly which in two cases of three.
 */
const POPULATIONS = 10;
/** Small counts whose least and greatest possible number is asked of a solver, in each population. */
const ASKED = 2;
const PATIENCE = 600_000;
const OWN_ODDS = (PERTURBATION_ROWS[0]?.[0]?.below ?? 0) / 2 ** 32;

interface Attacked {
  readonly was: number;
  readonly shown: number;
  /** What the best fit to everything published makes of it. */
  readonly fitted: number;
  /** What it can be, of counts that were asked about. */
  readonly range?: readonly [least: number, most: number];
}

let solver: LegacyHighs;
const counts: Attacked[] = [];
/** In points. */
const off: number[] = [];
beforeAll(async () => {
  solver = await loadHighs();
  for (let at = 0; at < POPULATIONS; at += 1) counts.push(...attacked(at));
}, PATIENCE);

function attacked(population: number): Attacked[] {
  const random = createRandom(population + 1, 0);
  const cases = casesOfPatients(randomPatients(random), `secret ${population} of the registry`);
  const truth = new Map(everyChannel(cases, new Exit('exact')).map(({ name, shown }) => [name, shown]));
  const published = everyChannel(cases, new Exit('published'));
  off.push(...percentagesOff(truth, published));
  const fit = bestFit(UNKNOWNS, published, equalSums());
  const small = published.filter(({ name }) => isSmall(truth.get(name) ?? 0));
  const asked = new Set(Array.from({ length: ASKED }, () => random.pick(small)));
  const allowed = new Allowed(published, equalSums(), solver);
  return published.map((told: Observation) => ({
    was: truth.get(told.name) ?? 0,
    shown: told.shown,
    fitted: told.unknowns.reduce((sum, one) => sum + (fit[one] as number), 0),
    ...(asked.has(told) ? { range: allowed.range(told.unknowns) } : undefined),
  }));
}

const isSmall = (count: number): boolean => count === 1 || count === 2;
const share = (some: readonly Attacked[], is: (one: Attacked) => boolean): number =>
  some.filter(is).length / some.length;

test('there was something to attack: thousands of counts of 1 and 2, none of them shown as what it is', () => {
  const small = counts.filter(({ was }) => isSmall(was));
  expect(small.length).toBeGreaterThan(2000);
  expect(counts.filter(({ shown }) => isSmall(shown))).toEqual([]);
});

test.each([1, 2])('a count that least squares take for %s is so no more often than the method’s own odds', (small) => {
  const claimed = counts.filter(({ fitted }) => Math.round(fitted) === small);
  expect(claimed.length).toBeGreaterThan(300);
  expect(share(claimed, ({ was }) => was === small)).toBeLessThan(OWN_ODDS);
});

test('linear programming leaves every 1 and 2 it is asked about another number', () => {
  const asked = counts.filter(({ range }) => range !== undefined);
  expect(asked.length).toBeGreaterThanOrEqual(POPULATIONS);
  for (const { was, range: [least, most] = [was, was] } of asked) {
    expect(least).toBeLessThanOrEqual(was);
    expect(most).toBeGreaterThanOrEqual(was);
    expect(most - least).toBeGreaterThan(0);
  }
});

test('what it costs a reader: every count is shown, and a percentage of 20 or more is a few points off', () => {
  expect(off.length).toBeGreaterThan(100);
  const mean = off.reduce((sum, one) => sum + one, 0) / off.length;
  expect(mean).toBeLessThan(4);
  const claims = [1, 2].map((small) => {
    const claimed = counts.filter(({ fitted }) => Math.round(fitted) === small);
    return `${small}: ${claimed.length} claimed, ${(100 * share(claimed, ({ was }) => was === small)).toFixed(1)} % right`;
  });
  const told = counts.filter(({ was }) => isSmall(was));
  const which = (right: (one: Attacked) => boolean): string => (100 * share(told, right)).toFixed(1);
  process.stdout.write(
    `attack on ${counts.length} counts, 100 % shown (${told.length} of 1 or 2): ${claims.join('; ')}; told which of the two, ` +
      `${which(({ was, fitted }) => (fitted < 1.5 ? 1 : 2) === was)} % by all, ` +
      `${which(({ was, shown }) => (shown === 0 ? 1 : 2) === was)} % by the one number; ` +
      `percentages of 20 or more ${mean.toFixed(2)} points off on average (${off.length})\n`,
  );
});

/** How far the published percentage of met lies from the true one, of each indicator and unit that has at least 20. */
function percentagesOff(truth: ReadonlyMap<string, number>, published: readonly Observation[]): number[] {
  const shown = new Map(published.map((told) => [told.name, told.shown]));
  const percent = (of: ReadonlyMap<string, number>, row: string): number => {
    const [met = 0, notMet = 0] = ['met', 'notMet'].map((count) => of.get(`${row} ${count}`));
    return (100 * met) / (met + notMet);
  };
  return [...truth.keys()].flatMap((name) => {
    if (!name.endsWith(' met')) return [];
    const row = name.slice(0, -' met'.length);
    const all = (truth.get(name) ?? 0) + (truth.get(`${row} notMet`) ?? 0);
    return all < 20 ? [] : [Math.abs(percent(shown, row) - percent(truth, row))];
  });
}
