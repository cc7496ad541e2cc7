import { dayFromNumber, dayNumber } from '../../../src/kernel/day';
import { loadDefinitionSet } from '../../../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { ChartCounts } from '../../../src/charts/application/chart-counts';
import { chartCountOf, feedMarkOf, periodCountOf } from '../../../src/charts/domain/chart-count';
import { firstDayDecided } from '../../../src/charts/domain/first-day';
import { shownTable } from '../../../src/disclosure/domain/shown-table';
import { stepsBetween } from '../../../src/counting/domain/period-sequence';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import { createRandom, type Random } from '../../../src/synthetic/random';
import { casesOf, type CountedDecision } from '../../support/counted';
import { EXACT, PUBLISHED } from '../../support/shown';

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
const basis = { set, organisations };
const cases = casesOf(decisions(400), ['diet']);
const hospitals = { level: 'hospital', context: 'treated' } as const;

describe('The counts charts are given', () => {
  it.each([EXACT, PUBLISHED])('are those of the period’s tables ($view)', (exit) => {
    const counts = new ChartCounts(basis, exit);
    const indicators = set.indicators.filter(({ key }) => key === 'diet');
    for (const period of quarters) {
      const question = { indicators, organisations, period, asOf: AS_OF, interval: 'exact', ...hospitals } as const;
      const byUnit = counts.byUnit(cases, ['diet'], period, { ...hospitals, asOf: AS_OF }).get('diet');
      for (const row of shownTable(cases, question, exit)) {
        const [ofPeriod] = counts.byPeriod(cases, { ...hospitals, indicator: 'diet', unit: row.unit.id }, [period]);
        expect(byUnit?.get(row.unit.id)).toEqual(chartCountOf(row));
        expect(ofPeriod).toEqual(periodCountOf(row, { silenced: ofPeriod?.lost ?? NaN, undisturbed: false }));
      }
    }
  });

  it('add up to everyone where they are exact', () => {
    const counts = new ChartCounts(basis, EXACT);
    for (const period of quarters) {
      const units = [
        ...(counts
          .byUnit(cases, ['diet'], period, { ...hospitals, asOf: AS_OF })
          .get('diet')
          ?.values() ?? []),
      ];
      const denmark = { indicator: 'diet', unit: 'denmark', level: 'denmark', context: 'treated' } as const;
      const [whole] = counts.byPeriod(cases, denmark, [period]);
      expect(units.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole?.denominator);
    }
  });

  it('are not given of months in the published view', () => {
    const may = parsePeriod('2023-05') as Period;
    const counts = new ChartCounts(basis, PUBLISHED);
    expect(() => counts.byUnit(cases, ['diet'], may, { ...hospitals, asOf: AS_OF })).toThrow(
      'years, quarters, tertials',
    );
  });
});

describe('The counts of a control chart', () => {
  const months = stepsBetween('month', '2022-01-01', '2023-12-31');
  const [hospital = '', other = ''] = HOSPITALS;
  const decision = (day: string, more: Partial<CountedDecision>): CountedDecision => ({
    ...{ indicator: 'diet', day, hospital, municipality: 'municipality:0461' },
    ...{ mark: { outcome: 'met' } },
    ...more,
  });
  const either = { outcome: 'unknown', disturbed: true } as const;
  const unconnected = { ...either, reason: 'SOURCE_NOT_CONNECTED', unconnected: true } as const;
  /** Half of everyone lives where nobody was ever connected; one hospital falls silent in June 2023. */
  const known = casesOf(
    months.flatMap(({ name, from }) => {
      const silent = name === '2023-06' ? ({ ...either, reason: 'SOURCE_SILENT' } as const) : undefined;
      return [
        ...Array.from({ length: 20 }, (_, at) =>
          decision(from, { mark: { outcome: at % 3 === 0 ? 'not-met' : 'met' } }),
        ),
        ...Array.from({ length: 15 }, () => decision(from, { municipality: 'municipality:0851', mark: unconnected })),
        ...Array.from({ length: 5 }, () =>
          decision(from, {
            municipality: 'municipality:0851',
            mark: { outcome: 'met', disturbed: true, unconnected: true },
          }),
        ),
        ...Array.from({ length: 10 }, () => decision(from, { hospital: other, mark: silent ?? { outcome: 'met' } })),
      ];
    }),
    ['diet'],
  );
  const nation = { indicator: 'diet', unit: 'denmark', level: 'denmark', context: 'treated' } as const;
  const { counts } = new ChartCounts(basis, EXACT).series(known, nation, months, { undisturbed: true });

  it('mark the months in which a connected source fell silent, and not what was never connected', () => {
    const marked = months.filter((_, at) => feedMarkOf(counts[at] as (typeof counts)[number]) !== 'whole');
    expect(marked.map(({ name }) => name)).toEqual(['2023-06']);
  });

  it('are of the undisturbed, whatever the others came to', () => {
    expect(counts[0]).toMatchObject({ numerator: 23, denominator: 30, touched: 20, lost: 0, all: 50 });
    expect(counts[17]).toMatchObject({ numerator: 13, denominator: 20, touched: 30, lost: 10, all: 50 });
  });
});

test('the first day on which something was decided is the earliest of met and not met', () => {
  const [first = ''] = decisions(400)
    .filter(({ mark }) => mark.outcome !== 'unknown')
    .map(({ day }) => day)
    .sort();
  expect(firstDayDecided(cases, 'diet')).toBe(first);
});
