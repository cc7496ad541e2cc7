import { loadOrganisationList } from '../../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../../src/platform/contracts/schema-validators';
import { BOUND_COUNTS } from '../../../src/counting/domain/bounds';
import { shownTables } from '../../../src/disclosure/domain/joint-tables';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import { TABLES, type TableName } from '../../../src/disclosure/domain/unit-axis';
import type { ShownRow } from '../../../src/disclosure/domain/shown-row';
import { createRandom, runningTotals } from '../../../src/synthetic/random';
import { casesOf, type CountedDecision } from '../../support/counted';

const organisations = loadOrganisationList(loadSchemas());
const hospitals = [...organisations.hospitals.keys()];
const municipalities = [...organisations.municipalities.keys()];
const question = {
  indicators: [{ key: 'diet', number: 4 }],
  organisations,
  period: parsePeriod('2023') as Period,
  asOf: '2024-12-31',
  interval: 'exact' as const,
};

const MARKS: readonly CountedDecision['mark'][] = [
  { outcome: 'met', sector: 'hospital' },
  { outcome: 'met', sector: 'municipality' },
  { outcome: 'met', sector: 'municipality', disturbed: true },
  { outcome: 'met', sector: 'hospital', disturbed: true, possible: ['met', 'not-met'] },
  { outcome: 'not-met', reason: 'NO_EVIDENCE' },
  { outcome: 'unknown', reason: 'SOURCE_NOT_CONNECTED', disturbed: true },
  { outcome: 'unknown', reason: 'SOURCE_SILENT', denominatorUnknown: true, disturbed: true },
  { outcome: 'pending' },
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW' },
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW', disturbed: true, possible: ['met', 'out'] },
  { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' },
];
const LIKELY = runningTotals([30, 40, 6, 3, 20, 8, 3, 3, 2, 1, 30]);

/** A year of patients all over the country. */
function population(patients: number): CountedDecision[] {
  const random = createRandom(7, 0);
  return Array.from({ length: patients }, () => ({
    indicator: 'diet',
    day: '2023-06-30',
    hospital: `hospital:${random.pick(hospitals)}` as const,
    municipality: `municipality:${random.pick(municipalities)}` as const,
    mark: MARKS[random.share(LIKELY)] as CountedDecision['mark'],
  }));
}

const decisions = population(6000);
const shown = shownTables(casesOf(decisions), question, 3);
const all = shownTables(casesOf(decisions), question, 0);
const rowsOf = (tables: typeof shown): ShownRow[] => TABLES.flatMap(({ name }) => tables[name]);

const isSmall = (count: number | null): boolean => count === 1 || count === 2;
/** Every count that stands in a row, and what they tell by subtraction. */
function countsIn({ reported, undisturbed, bounds, unknown, ...row }: ShownRow): (number | null)[] {
  const { numerator, denominator } = reported;
  const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
  return [
    numerator,
    denominator,
    undisturbed.numerator,
    undisturbed.denominator,
    ...BOUND_COUNTS.map((name) => bounds[name]),
    difference(numerator, bounds.leastMet),
    unknown,
    row.denominatorUnknown,
    ...Object.values(row.unknownReasons),
    ...Object.values(row.stillOpen),
    row.excluded,
    row.notApplicable,
    ...row.sectors.map((share) => share.numerator),
    difference(denominator, numerator),
    difference(undisturbed.denominator, undisturbed.numerator),
    difference(numerator, undisturbed.numerator),
    difference(denominator, undisturbed.denominator),
  ];
}

test('no small number stands in any table, nor can one be told by subtraction within a row', () => {
  expect(rowsOf(all).flatMap(countsIn).filter(isSmall).length).toBeGreaterThan(300);
  expect(rowsOf(shown).flatMap(countsIn).filter(isSmall)).toEqual([]);
});

test('whatever is made of a hidden count is hidden with it, and all else stands as it was', () => {
  const before = new Map(rowsOf(all).map((row, at) => [rowsOf(shown)[at], row]));
  for (const row of rowsOf(shown)) {
    const hidden = new Set(row.hidden);
    const open = before.get(row) as ShownRow;
    const isShareTold = !hidden.has('reported.numerator') && !hidden.has('reported.denominator');
    const isEstimateTold = ![...hidden].some((place) => /^(reported|undisturbed|bounds)\./.test(place));
    const isLowerTold = !hidden.has('bounds.leastMet') && !hidden.has('bounds.mostNotMet');
    const isUpperTold = !hidden.has('bounds.mostMet') && !hidden.has('bounds.leastNotMet');

    expect(row.reported.percent).toEqual(isShareTold ? open.reported.percent : null);
    expect(row.reported.interval).toEqual(isShareTold ? open.reported.interval : null);
    expect(row.estimate.percent).toEqual(isEstimateTold ? open.estimate.percent : null);
    expect(row.bounds.lower).toEqual(isLowerTold ? open.bounds.lower : null);
    expect(row.bounds.upper).toEqual(isUpperTold ? open.bounds.upper : null);
    for (const name of BOUND_COUNTS) {
      expect(row.bounds[name]).toEqual(hidden.has(`bounds.${name}`) ? null : open.bounds[name]);
    }
    for (const { sector, numerator, percent } of row.sectors) {
      expect(numerator === null).toBe(hidden.has(`sectors.${sector}`));
      if (hidden.has('reported.numerator') || numerator === null) expect(percent).toBeNull();
    }
    if (hidden.size === 0) expect(row).toEqual(open);
  }
});

test('a hidden zero cannot be told from a hidden number by what is listed', () => {
  const few = casesOf(population(400));
  const open = rowsOf(shownTables(few, question, 0));
  let zeros = 0;
  rowsOf(shownTables(few, question, 3)).forEach(({ hidden = [], sectors }, at) => {
    const places = hidden.filter((place) => place.startsWith('sectors.'));
    const decided = open[at]?.sectors.map(({ sector }) => `sectors.${sector}`) ?? [];
    zeros += places.filter((place) => !decided.includes(place)).length;

    expect(
      sectors
        .filter(({ numerator }) => numerator === null)
        .map(({ sector }) => `sectors.${sector}`)
        .sort(),
    ).toEqual(places.sort());
  });

  expect(zeros).toBeGreaterThan(0);
});

test('what is hidden costs little: the country and its regions keep their numbers, and most units their share', () => {
  const hiddenIn = (name: TableName): number =>
    shown[name].reduce((sum, { hidden = [] }) => sum + hidden.length, 0) / shown[name].length;
  const withShare = (name: TableName): number =>
    shown[name].filter(({ reported }) => reported.percent !== null).length /
    all[name].filter(({ reported }) => reported.percent !== null).length;

  expect([hiddenIn('denmark'), hiddenIn('treated-region'), hiddenIn('resident-region')]).toEqual([0, 0, 0]);
  expect(withShare('hospital')).toBeGreaterThan(0.95);
  expect(withShare('municipality')).toBeGreaterThan(0.75);
});

test('an empty period is a table of zeros with nothing hidden', () => {
  const empty = rowsOf(shownTables(casesOf([]), question, 3));

  expect(empty.length).toBeGreaterThan(130);
  expect(empty.flatMap(countsIn).every((count) => count === 0)).toBe(true);
  expect(empty.filter(({ hidden }) => hidden !== undefined)).toEqual([]);
});

test('where regions merge in the middle of a period, a hospital is hidden under both', () => {
  const [first = ''] = [...organisations.hospitals.values()]
    .filter(({ region }) => region === '1084')
    .map(({ sor }) => sor);
  const other = [...organisations.hospitals.values()].find(({ region }) => region === '1081')?.sor as string;
  const at = (day: string, sor: string, mark: CountedDecision['mark']): CountedDecision => ({
    indicator: 'diet',
    day,
    hospital: `hospital:${sor}`,
    mark,
  });
  const many = (count: number, decision: CountedDecision): CountedDecision[] => Array(count).fill(decision) as [];
  const tables = shownTables(
    casesOf([
      at('2026-06-30', first, { outcome: 'met', sector: 'hospital' }),
      ...many(9, at('2026-06-30', first, { outcome: 'not-met', reason: 'NO_EVIDENCE' })),
      ...many(9, at('2027-06-30', first, { outcome: 'met', sector: 'hospital' })),
      ...many(9, at('2027-06-30', other, { outcome: 'met', sector: 'hospital' })),
      ...many(9, at('2026-06-30', other, { outcome: 'not-met', reason: 'NO_EVIDENCE' })),
    ]),
    { ...question, period: parsePeriod('all') as Period, asOf: '2028-01-01' },
    3,
  );
  const row = (name: TableName, id: string) => tables[name].find(({ unit }) => unit.id === id);

  expect(row('treated-region', 'region:1084')?.reported.numerator).toBeNull();
  expect(row('hospital', `hospital:${first}`)?.reported.numerator).toBe(10);
  expect(
    [...tables['treated-region'], ...tables.hospital].filter(({ reported }) => reported.numerator === null).length,
  ).toBeGreaterThan(1);
});
