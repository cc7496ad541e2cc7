import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '../../../src/kernel/day';
import { loadDefinitionSet } from '../../../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { ChartCounts } from '../../../src/charts/application/chart-counts';
import type { Cases } from '../../../src/counting/domain/cases';
import { contentDigests } from '../../../src/charts/domain/content-digests';
import { firstDayDecided } from '../../../src/charts/domain/first-day';
import { shownTables } from '../../../src/disclosure/domain/joint-tables';
import { stepsBetween } from '../../../src/counting/domain/period-sequence';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { casesOf, type CountedDecision } from '../../support/counted';
import { period } from './made-charts';

const schemas = loadSchemas();
const organisations = loadOrganisationList(schemas);
const set = loadDefinitionSet(schemas);
const HOSPITALS = [...organisations.hospitals.keys()].slice(0, 6).map((sor) => `hospital:${sor}`);
const MUNICIPALITIES = ['municipality:0461', 'municipality:0851', 'municipality:0751', 'municipality:0101'];
const AS_OF = '2024-12-31';

function drawn(random: Random, day: string): CountedDecision {
  const outcome = random.pick(['met', 'met', 'met', 'not-met', 'unknown'] as const);
  return {
    indicator: 'diet',
    day,
    hospital: random.pick(HOSPITALS),
    municipality: random.pick(MUNICIPALITIES),
    mark: { outcome, ...(outcome === 'unknown' ? { reason: 'SOURCE_SILENT', disturbed: true } : undefined) },
  };
}
const decisions = (count: number, seed = 1): CountedDecision[] => {
  const random = createRandom(seed, 0);
  const first = dayNumber('2023-01-01');
  return Array.from({ length: count }, () => drawn(random, dayFromNumber(first + random.int(0, 364))));
};
const quarters = stepsBetween('quarter', '2023-01-01', '2023-12-31');
const digestsOf = (counted: readonly CountedDecision[]): string[] =>
  contentDigests(casesOf(counted, ['diet']), 'diet', quarters);

describe('The counts charts are given', () => {
  const cases = casesOf(decisions(400), ['diet']);
  const basis = { set, organisations };

  it('are those of the period’s tables, hidden where a table hides', async () => {
    const counts = await new ChartCounts(basis, 3).of(cases, 'diet', quarters, AS_OF);
    let hidden = 0;
    quarters.forEach((quarter, at) => {
      const indicators = set.indicators.filter(({ key }) => key === 'diet');
      const tables = shownTables(
        cases,
        { indicators, organisations, period: quarter, asOf: AS_OF, interval: 'exact' },
        3,
      );
      for (const row of tables.hospital) {
        const count = counts[at]?.hospital.get(row.unit.id);
        if (count === 'hidden') hidden += 1;
        else expect(count).toMatchObject(numbersOf(row.estimate));
      }
    });
    expect(hidden).toBeGreaterThan(0);
  });

  it('hide nothing under a threshold of 0, and then add up to everyone', async () => {
    for (const { denmark, hospital, municipality } of await new ChartCounts(basis, 0).of(
      cases,
      'diet',
      quarters,
      AS_OF,
    )) {
      for (const units of [hospital, municipality]) {
        const sum = { numerator: 0, denominator: 0, touched: 0, all: 0 };
        for (const count of units.values()) {
          if (count === 'hidden') throw new Error('Nothing was to be hidden.');
          sum.numerator += count.numerator;
          sum.denominator += count.denominator;
          sum.touched += count.touched;
          sum.all += count.all;
        }
        expect(sum).toEqual(denmark.get('denmark'));
      }
    }
  });

  it('follow a decision that changes, in its own period, and no other', async () => {
    const changing = casesOf(decisions(400), ['diet']);
    const counts = new ChartCounts(basis, 0);
    const before = await counts.of(changing, 'diet', quarters, AS_OF);
    turnOneOver(changing);
    const after = await counts.of(changing, 'diet', quarters, AS_OF);
    const same = quarters.map((_, at) => JSON.stringify(nation(before[at])) === JSON.stringify(nation(after[at])));
    expect(same.filter((is) => !is)).toHaveLength(1);
    expect(after.filter((count, at) => count === before[at])).toHaveLength(3);
    expect(after).toEqual(await new ChartCounts(basis, 0).of(changing, 'diet', quarters, AS_OF));
  });

  it('are of one moment, though decisions change while they are counted', async () => {
    const changing = casesOf(decisions(400), ['diet']);
    const onePeriodAtATime = 0;
    const counting = new ChartCounts(basis, 0, {}, onePeriodAtATime).of(changing, 'diet', quarters, AS_OF);
    for (let times = 0; times < 100; times += 1) turnOneOver(changing);
    expect(await counting).toEqual(await new ChartCounts(basis, 0).of(changing, 'diet', quarters, AS_OF));
  });
});

describe('What lies in a period', () => {
  const some = decisions(60);

  it('has the same digest in whatever order decisions came', () => {
    // Organisations have their numbers from the first that was met: the same ones first, then any order.
    const [first, rest] = [some.slice(0, 30), some.slice(30)];
    expect(digestsOf([...first, ...[...rest].reverse()])).toEqual(digestsOf([...first, ...rest]));
  });

  it('has another when any decision is other, elsewhere or on another day, and only in its period', () => {
    const place = fc.integer({ min: 0, max: some.length - 1 });
    const change = fc.constantFrom<Partial<CountedDecision>>(
      { hospital: HOSPITALS[5] as string },
      { municipality: 'municipality:0101' },
      { mark: { outcome: 'excluded' } },
    );
    fc.assert(
      fc.property(place, change, (at, changes) => {
        const original = some[at] as CountedDecision;
        fc.pre(JSON.stringify({ ...original, ...changes }) !== JSON.stringify(original));
        // Every organisation and mark has its number already: the change is put last.
        const others = some.filter((_, other) => other !== at);
        const [before, after] = [digestsOf([...others, original]), digestsOf([...others, { ...original, ...changes }])];
        const quarter = quarters.findIndex(({ from, to }) => from <= original.day && original.day <= to);
        expect(before.map((digest, one) => digest !== after[one])).toEqual(quarters.map((_, one) => one === quarter));
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('is empty where nothing does', () => {
    expect(contentDigests(casesOf([], ['diet']), 'diet', quarters)).toEqual(quarters.map(() => '0 0 0'));
    expect(contentDigests(casesOf(some, ['diet']), 'diet', [period('2019')])).toEqual(['0 0 0']);
  });
});

test('a series begins with the first period in which something was decided', () => {
  const day = (on: string, outcome: CountedDecision['mark']['outcome']): CountedDecision => ({
    indicator: 'diet',
    day: on,
    hospital: HOSPITALS[0] as string,
    mark: { outcome },
  });
  expect(
    firstDayDecided(
      casesOf([day('2019-01-05', 'pending'), day('2021-03-04', 'not-met'), day('2022-01-01', 'met')]),
      'diet',
    ),
  ).toBe('2021-03-04');
  expect(firstDayDecided(casesOf([day('2019-01-05', 'pending')]), 'diet')).toBeUndefined();
});

const numbersOf = ({ numerator, denominator }: { numerator: number | null; denominator: number | null }) => ({
  numerator,
  denominator,
});

const nation = (counts: { denmark: ReadonlyMap<string, unknown> } | undefined): unknown =>
  counts?.denmark.get('denmark');

/** Makes the first met decision not met. */
function turnOneOver(cases: Cases): void {
  for (const slot of cases.slotsOfPathways()) {
    const found = cases.caseAt(slot, cases.indicators[0] ?? '');
    if (found?.mark.outcome !== 'met') continue;
    cases.setDecision(found.person, {
      ...found,
      number: 4,
      outcome: 'not-met',
      window: { from: found.day, to: found.day },
      decisive: [],
      also: [],
      findings: [],
    });
    return;
  }
}
