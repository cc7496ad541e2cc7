import { isValidOn } from '../../src/kernel/organisation-list';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { indicatorTable, type TableRow } from '../../src/counting/domain/indicator-table';
import { percentOf } from '../../src/counting/domain/percent';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { usualContext, type Level } from '../../src/kernel/unit';
import { casesOf, type CountedDecision } from '../support/counted';

const organisations = loadOrganisationList(loadSchemas());
const hospitalsOf2023 = [...organisations.hospitals.values()].filter((hospital) =>
  isValidOn(hospital, '2023-12-31'),
).length;
const AALBORG = 'hospital:330011000016003';
const year = parsePeriod('2023') as Period;

const decision = (mark: Partial<CountedDecision['mark']>, more: Partial<CountedDecision> = {}): CountedDecision => ({
  indicator: 'diet',
  day: '2023-06-30',
  hospital: AALBORG,
  municipality: 'municipality:0851',
  mark: { outcome: 'met', ...mark },
  ...more,
});
const times = (count: number, counted: CountedDecision): CountedDecision[] =>
  Array.from({ length: count }, () => counted);
const table = (decisions: readonly CountedDecision[], level: Level = 'denmark', period = year, asOf = '2024-12-31') =>
  indicatorTable(casesOf(decisions), {
    indicators: [{ key: 'diet', number: 4, sources: ['hospital', 'municipality'] }],
    organisations,
    period,
    level,
    context: usualContext(level),
    asOf,
    interval: 'exact',
  });
const national = (decisions: readonly CountedDecision[]): TableRow => table(decisions)[0] as TableRow;

const MIXED = [
  ...times(3, decision({ sector: 'hospital' })),
  ...times(4, decision({ sector: 'municipality', disturbed: true })),
  ...times(2, decision({ outcome: 'not-met', reason: 'NO_EVIDENCE' })),
  ...times(5, decision({ outcome: 'unknown', reason: 'SOURCE_NOT_CONNECTED', disturbed: true })),
  ...times(6, decision({ outcome: 'unknown', reason: 'SOURCE_SILENT', denominatorUnknown: true, disturbed: true })),
  decision({ outcome: 'pending' }),
  ...times(2, decision({ outcome: 'excluded', reason: 'DIED_IN_WINDOW' })),
  ...times(3, decision({ outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' })),
];

test('the denominator of those reported is met and not met; everything else stands beside it', () => {
  expect(national(MIXED)).toMatchObject({
    reported: { numerator: 7, denominator: 9, percent: 77.8 },
    stillOpen: { metSoFar: 0, pending: 1 },
    excluded: 2,
    notApplicable: 3,
  });
});

test('the unknown are told by reason and in percent, those with an unknown denominator among them (R12f)', () => {
  expect(national(MIXED)).toMatchObject({
    unknown: 11,
    unknownPercent: 55,
    unknownReasons: { SOURCE_NOT_CONNECTED: 5, SOURCE_SILENT: 6 },
    denominatorUnknown: 6,
  });
});

test('the estimate is made from undisturbed decisions and the bounds from all', () => {
  const { estimate, bounds } = national(MIXED);

  expect(estimate).toEqual({ numerator: 3, denominator: 5, percent: 60, interval: { lower: 14.7, upper: 94.7 } });
  expect(bounds).toEqual({ lower: 35, upper: 90, leastMet: 7, mostMet: 18, leastNotMet: 2, mostNotMet: 13 });
});

test('the sectors’ shares add up to the numerator', () => {
  const { sectors, reported } = national(MIXED);

  expect(sectors).toEqual([
    { sector: 'hospital', numerator: 3, percent: 42.9 },
    { sector: 'municipality', numerator: 4, percent: 57.1 },
  ]);
  expect(sectors.reduce((sum, share) => sum + share.numerator, 0)).toBe(reported.numerator);
});

test('an unconnected municipality is unknown, not 0 % (R12f)', () => {
  const row = national(times(5, decision({ outcome: 'unknown', reason: 'SOURCE_NOT_CONNECTED', disturbed: true })));

  expect(row).toMatchObject({
    estimate: { percent: null, interval: null },
    estimateFrom: 'nobody',
    bounds: { lower: 0, upper: 100 },
    reported: { percent: null, denominator: 0 },
    unknownPercent: 100,
  });
});

test.each([
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 8, 12.5],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [9995, 10000, 100],
  [9994, 10000, 99.9],
  [1005, 1000, 100.5],
  [0, 7, 0],
])('%d of %d is %d %%', (part, whole, percent) => {
  expect(percentOf(part, whole)).toBe(percent);
});

test('nothing of nothing is no percentage', () => {
  expect(percentOf(0, 0)).toBeNull();
});

test('only the period’s decisions are counted', () => {
  const decisions = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((day) => decision({}, { day }));

  expect(national(decisions).reported.numerator).toBe(2);
});

test.each([
  ['region', 'region:1081', 'Region Nordjylland', 5],
  ['hospital', AALBORG, 'Aalborg Universitetshospital', hospitalsOf2023],
  ['municipality', 'municipality:0851', 'Aalborg', 98],
] as const)('by %s a pathway stands under %s, beside every other listed one', (level, id, name, units) => {
  const rows = table([decision({})], level);

  expect(rows).toHaveLength(units);
  expect(rows.find(({ unit }) => unit.id === id)).toMatchObject({ unit: { id, name }, reported: { numerator: 1 } });
  expect(rows.reduce((sum, { reported }) => sum + reported.numerator, 0)).toBe(1);
});

test('a hospital that is not listed is shown as such by its identifier, in an unknown region', () => {
  const unlisted = decision({}, { hospital: 'hospital:99999999999' });

  expect(table([unlisted], 'hospital').find(({ reported }) => reported.numerator === 1)?.unit.name).toBe(
    'sygehus uden for listen 99999999999',
  );
  expect(table([unlisted], 'region').at(-1)).toMatchObject({
    unit: { id: 'region:unknown' },
    reported: { numerator: 1 },
  });
});

test('those without a known residence stand last under unknown residence', () => {
  const { municipality: _municipality, ...homeless } = decision({});

  expect(table([homeless], 'municipality').at(-1)).toMatchObject({
    unit: { id: 'municipality:unknown', name: 'Ukendt bopæl' },
    reported: { numerator: 1 },
  });
});

test('from 2027 the merged regions are one', () => {
  const period = parsePeriod('2027') as Period;
  const east = [...organisations.hospitals.values()].filter(({ region }) => region === '1084' || region === '1085');
  const decisions = east.map(({ sor }) => decision({}, { hospital: `hospital:${sor}`, day: '2027-06-30' }));
  const rows = table(decisions, 'region', period, '2028-01-01');

  expect(rows.map(({ unit }) => unit.id)).toEqual(['region:1081', 'region:1082', 'region:1083', 'region:1086']);
  expect(rows.at(-1)?.reported.numerator).toBe(east.length);
});
