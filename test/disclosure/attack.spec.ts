import loadHighs, { type LegacyHighs } from 'highs';
import { Exit } from '../../src/disclosure/domain/exit';
import { createRandom } from '../../src/synthetic/random';
import { equalSums, everyChannel, TABLES, UNKNOWNS, whoseUnknowns, type Observation } from './attack/channels';
import { bestFit } from './attack/least-squares';
import { Allowed } from './attack/linear-programme';
import { toldRightly } from './attack/own-odds';
import { randomPatients } from './attack/population';

/*
 * An outside attack on everything that is published of random populations so small that most counts are: every count of
 * every table, of the credits, of coverage and of transitions, for years, quarters and tertials, all levels and both
 * contexts, under two indicators and the journeys of the same patients. (Profiles, charts, files and frozen reports are
 * made of the same cells, so they say the same numbers.) The attacker knows the method, its table, how everything adds
 * up, and that the same patients stand under all of it; not the secret.
 *
 * The method's own odds: whoever knew that a count is 1 or 2 and saw the one number shown for it would say rightly which
 * in two cases of three. Sums are cells of their own, so that a sum and its rest tell a count once more, whatever the
 * method (docs/numbers.md); every count is in three of them at least: a greater unit, a longer period, and everyone.
 */
const POPULATIONS = 10;
/** Small counts whose least and greatest possible number is asked of a solver, in each population. */
const ASKED = 1;
const PATIENCE = 600_000;
const OWN_ODDS = toldRightly(0.5, 0);
const SUMS = 3;

interface Attacked {
  readonly was: number;
  readonly shown: number;
  /** What the best fit to everything published makes of it. */
  readonly fitted: number;
  /** The people it counts: wherever they are counted together it is the same cell, and the same number. */
  readonly cell: string;
  /** What it can be, of counts that were asked about. */
  readonly range?: readonly [least: number, most: number];
}

let solver: LegacyHighs;
const counts: Attacked[] = [];
/** In milliseconds, for so many tables. */
let [cpuSpent, tables] = [0, 0];
/** In points. */
const off: number[] = [];
beforeAll(async () => {
  solver = await loadHighs();
  for (let at = 0; at < POPULATIONS; at += 1) counts.push(...attacked(at));
}, PATIENCE);

function attacked(population: number): Attacked[] {
  const random = createRandom(population + 1, 0);
  const patients = randomPatients(random);
  const secret = `secret ${population} of the registry`;
  const truth = new Map(
    everyChannel(patients, secret, new Exit({ view: 'exact' })).map(({ name, shown }) => [name, shown]),
  );
  const before = process.cpuUsage();
  const published = everyChannel(patients, secret, new Exit({ view: 'published' }));
  const { user, system } = process.cpuUsage(before);
  cpuSpent += (user + system) / 1000;
  tables += TABLES;
  off.push(...percentagesOff(truth, published));
  const fit = bestFit(UNKNOWNS, published, equalSums());
  const whose = whoseUnknowns(patients);
  const small = published.filter(({ name }) => isSmall(truth.get(name) ?? 0));
  const asked = new Set(Array.from({ length: ASKED }, () => random.pick(small)));
  const allowed = new Allowed(published, equalSums(), solver);
  return published.map((told: Observation) => ({
    was: truth.get(told.name) ?? 0,
    shown: told.shown,
    fitted: told.unknowns.reduce((sum, one) => sum + (fit[one] as number), 0),
    cell: `${population}: ${told.unknowns.flatMap((one) => whose.get(one) ?? []).join()}`,
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

test('told that a count is 1 or 2, nobody says rightly which more often than its number and its sums allow', () => {
  const cells = smallCells();
  expect(cells.length).toBeGreaterThan(1000);
  const ones = cells.filter(({ was }) => was === 1).length / cells.length;
  const chance = Math.sqrt((OWN_ODDS * (1 - OWN_ODDS)) / cells.length);
  expect(Math.abs(mean(cells.map(({ byOne }) => byOne)) - toldRightly(ones, 0))).toBeLessThan(3 * chance);
  expect(mean(cells.map(({ byAll }) => byAll))).toBeLessThan(toldRightly(ones, SUMS));
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

test('what it costs a reader: every count is shown, and a percentage of 20 or more is a point or two off', () => {
  expect(off.length).toBeGreaterThan(100);
  expect(mean(off)).toBeLessThan(2);
  const claims = [1, 2].map((small) => {
    const claimed = counts.filter(({ fitted }) => Math.round(fitted) === small);
    return `${small}: ${claimed.length} claimed, ${inPercent(share(claimed, ({ was }) => was === small))} right`;
  });
  const cells = smallCells();
  const ones = cells.filter(({ was }) => was === 1).length / cells.length;
  process.stdout.write(
    `attack on ${counts.length} counts, all shown (${counts.filter(({ was }) => isSmall(was)).length} of 1 or 2): ` +
      `${claims.join('; ')} (method: ${inPercent(OWN_ODDS)}). Which of the two, ${cells.length} cells: ` +
      `${inPercent(mean(cells.map(({ byAll }) => byAll)))} by all, ` +
      `${inPercent(mean(cells.map(({ byOne }) => byOne)))} by the one number ` +
      `(method: ${inPercent(toldRightly(ones, 0))}; with ${SUMS} sums ${inPercent(toldRightly(ones, SUMS))}). ` +
      `Percentages of 20 or more ${mean(off).toFixed(2)} points off on average (${off.length}); ` +
      `${(cpuSpent / tables).toFixed(2)} ms of processor time a published table\n`,
  );
});

interface SmallCell {
  readonly was: number;
  /** How many of the fits to everything, of all places it is told at, say rightly which of the two it is. */
  readonly byAll: number;
  /** Whether its own number does: 1 or 0. */
  readonly byOne: number;
}

/** The cells of one or two people, each once. */
function smallCells(): SmallCell[] {
  const told = new Map<string, Attacked[]>();
  for (const one of counts.filter(({ was }) => isSmall(was))) told.set(one.cell, [...(told.get(one.cell) ?? []), one]);
  return [...told.values()].map((places) => {
    const [{ was, shown }] = places as [Attacked];
    const byAll = share(places, ({ fitted }) => (fitted < 1.5 ? 1 : 2) === was);
    return { was, byAll, byOne: Number((shown === 0 ? 1 : 2) === was) };
  });
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const inPercent = (of: number): string => `${(100 * of).toFixed(1)} %`;

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
