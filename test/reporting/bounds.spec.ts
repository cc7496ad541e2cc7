import { recordKeyOf } from '../support/shown';
import fc from 'fast-check';
import type { PossibleOutcome } from '../../src/kernel/decision';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { Cases } from '../../src/counting/domain/cases';
import { indicatorTable, type TableRow } from '../../src/counting/domain/indicator-table';
import { ESTIMATE_BASES } from '../../src/counting/domain/estimate';
import type { Proportion } from '../../src/counting/domain/statistics/proportion';
import { percentOf } from '../../src/counting/domain/percent';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { casesOf, type CountedDecision } from '../support/counted';

const organisations = loadOrganisationList(loadSchemas());
const year = parsePeriod('2023') as Period;
type Told = CountedDecision['mark'];

const EITHER: readonly PossibleOutcome[] = ['met', 'not-met'];
const silent = { reason: 'SOURCE_SILENT', disturbed: true } as const;
const excluded = { outcome: 'excluded', reason: 'DIED_IN_WINDOW' } as const;
/** Every way a decision can stand (interface.md §3, the table of `possible`). */
const CERTAIN: readonly Told[] = [
  { outcome: 'met', sector: 'hospital' },
  { outcome: 'met', sector: 'hospital', disturbed: true },
  { outcome: 'not-met', reason: 'NO_EVIDENCE' },
  { outcome: 'not-met', disturbed: true },
  { outcome: 'pending' },
  { outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' },
  excluded,
];
const UNCERTAIN: readonly Told[] = [
  { outcome: 'met', sector: 'hospital', disturbed: true, possible: EITHER },
  { outcome: 'not-met', disturbed: true, possible: EITHER },
  { outcome: 'unknown', ...silent, possible: EITHER },
  { outcome: 'unknown', reason: 'NO_VALUE', possible: EITHER },
  { outcome: 'unknown', reason: 'VALUE_CANNOT_TELL', possible: EITHER },
  { outcome: 'unknown', ...silent, denominatorUnknown: true, possible: ['met', 'out'] },
  { outcome: 'unknown', ...silent, denominatorUnknown: true, possible: ['not-met', 'out'] },
  { outcome: 'unknown', ...silent, denominatorUnknown: true, possible: ['met', 'not-met', 'out'] },
  { ...excluded, disturbed: true, possible: ['met', 'out'] },
];

/** What the country comes to, counted in columns that were kept and read back. */
function rowOf(marks: readonly Told[]): TableRow {
  const decisions = marks.map((mark) => ({
    indicator: 'diet',
    day: '2023-06-30',
    hospital: 'hospital:330011000016003' as const,
    mark,
  }));
  const cases = new Cases(['diet'], '2098-12-31', recordKeyOf, casesOf(decisions, ['diet']).columns());
  const [row] = indicatorTable(cases, {
    ...{
      indicators: [{ key: 'diet', number: 4, sources: ['hospital', 'municipality'] }],
      organisations,
      period: year,
      level: 'denmark',
    },
    ...{ context: 'treated', asOf: '2024-12-31', interval: 'exact' },
  });
  return row as TableRow;
}

interface Rate {
  readonly met: number;
  readonly all: number;
}

/** The rates of every choice of what each pathway could have been; those in which nobody is in the rate left out. */
function everyRate(marks: readonly Told[]): Rate[] {
  const usual: Partial<Record<Told['outcome'], PossibleOutcome>> = { met: 'met', 'not-met': 'not-met' };
  let rates: Rate[] = [{ met: 0, all: 0 }];
  for (const { outcome, possible = [usual[outcome] ?? 'out'] } of marks) {
    rates = possible.flatMap((one) =>
      rates.map(({ met, all }) => ({ met: met + Number(one === 'met'), all: all + Number(one !== 'out') })),
    );
  }
  return rates.filter(({ all }) => all > 0);
}

const anyMarks = (from: readonly Told[], most: number) => fc.array(fc.constantFrom(...from), { maxLength: most });

test('the bounds are the least and the greatest rate of every choice of what each pathway could have been', () => {
  const seen = { bothBounds: 0, noLower: 0, noUpper: 0 };
  fc.assert(
    fc.property(anyMarks(CERTAIN, 4), anyMarks(UNCERTAIN, 7), (certain, uncertain) => {
      const marks = [...certain, ...uncertain];
      const { lower, upper } = rowOf(marks).bounds;
      const rates = everyRate(marks).sort((a, b) => a.met * b.all - b.met * a.all);
      const [least, greatest] = [rates[0], rates.at(-1)];
      if (lower !== null) expect(lower).toBe(percentOf(least?.met ?? NaN, least?.all ?? NaN));
      if (upper !== null) expect(upper).toBe(percentOf(greatest?.met ?? NaN, greatest?.all ?? NaN));
      // Without a bound there need be no rate, and whatever rate there is stands at that end.
      if (lower === null) for (const { met, all } of rates) expect(met).toBe(all);
      if (upper === null) for (const { met } of rates) expect(met).toBe(0);
      if (lower !== null && upper !== null) seen.bothBounds += 1;
      if (lower === null && rates.length > 0) seen.noLower += 1;
      if (upper === null && rates.length > 0) seen.noUpper += 1;
    }),
    { numRuns: 1500, seed: 10, endOnFailure: true },
  );
  expect(seen.bothBounds).toBeGreaterThan(1000);
  expect(Math.min(seen.noLower, seen.noUpper)).toBeGreaterThan(0);
});

test('where nothing is uncertain both bounds and the estimate are the share, trouble or not', () => {
  fc.assert(
    fc.property(anyMarks(CERTAIN, 12), (marks) => {
      const { reported, bounds, estimate, estimateFrom } = rowOf(marks);
      expect([bounds.lower, bounds.upper]).toEqual([reported.percent, reported.percent]);
      expect(estimate).toEqual(reported);
      expect(estimateFrom).toBe('all');
    }),
    { numRuns: 300, seed: 11, endOnFailure: true },
  );
});

const isBelow = (a: Proportion, b: Proportion): boolean => a.numerator * b.denominator < b.numerator * a.denominator;

test('the estimate never lies outside the bounds: it is the undisturbed share, or the bound that share lies beyond', () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(anyMarks([...CERTAIN, ...UNCERTAIN], 14), (marks) => {
      const { estimate, estimateFrom, undisturbed, bounds } = rowOf(marks);
      const { leastMet, mostMet, leastNotMet, mostNotMet } = bounds;
      const lower = { numerator: leastMet, denominator: leastMet + mostNotMet };
      const upper = { numerator: mostMet, denominator: mostMet + leastNotMet };
      seen[estimateFrom] = (seen[estimateFrom] ?? 0) + 1;
      expect(isBelow(estimate, lower) || isBelow(upper, estimate)).toBe(false);
      if (estimate.percent !== null) {
        expect(estimate.percent).toBeGreaterThanOrEqual(bounds.lower ?? 0);
        expect(estimate.percent).toBeLessThanOrEqual(bounds.upper ?? 100);
      }
      if (estimateFrom === 'undisturbed') expect(estimate).toMatchObject(undisturbed);
      if (estimateFrom === 'lower-bound') expect(isBelow(undisturbed, lower)).toBe(true);
      if (estimateFrom === 'upper-bound') expect(isBelow(upper, undisturbed)).toBe(true);
      if (estimateFrom === 'nobody') expect([undisturbed.denominator, estimate.percent]).toEqual([0, null]);
    }),
    { numRuns: 2000, seed: 12, endOnFailure: true },
  );
  for (const basis of ESTIMATE_BASES) expect(seen[basis]).toBeGreaterThan(20);
});

test('what is certain although a source was in trouble can put the undisturbed share beyond a bound: the bound is told', () => {
  const met = { outcome: 'met', sector: 'hospital', disturbed: true } as const;
  const marks: Told[] = [{ outcome: 'not-met' }, ...Array.from({ length: 8 }, () => met), UNCERTAIN[0] as Told];

  expect(rowOf(marks)).toMatchObject({
    undisturbed: { numerator: 0, denominator: 1 },
    bounds: { lower: 80, upper: 90 },
    estimate: { numerator: 8, denominator: 10, percent: 80 },
    estimateFrom: 'lower-bound',
  });
});

test('an open window is in no rate, however it stands, and what it could still bring is told beside', () => {
  const marks: Told[] = [
    { outcome: 'met' },
    { outcome: 'not-met' },
    { outcome: 'met', isOpen: true },
    { outcome: 'met', isOpen: true },
    { outcome: 'pending', isOpen: true },
    { outcome: 'unknown', isOpen: true, ...silent, denominatorUnknown: true, possible: ['met', 'out'] },
    { ...excluded, isOpen: true, disturbed: true, possible: ['met', 'out'] },
  ];

  expect(rowOf(marks)).toMatchObject({
    estimate: { numerator: 1, denominator: 2, percent: 50 },
    bounds: { lower: 50, upper: 50 },
    reported: { numerator: 1, denominator: 2 },
    unknown: 0,
    stillOpen: { metSoFar: 2, pending: 2 },
    onceClosed: { lower: 50, upper: 83.3 },
    excluded: 1,
  });
});

test.each([
  ['a value that could be another', { outcome: 'met', possible: EITHER }, [33.3, 66.7]],
  ['an excluded one that could be met', { ...excluded, possible: ['met', 'out'] }, [50, 66.7]],
  ['one whose value cannot tell', { outcome: 'unknown', reason: 'VALUE_CANNOT_TELL', possible: EITHER }, [33.3, 66.7]],
  [
    'one that is out or not met',
    { outcome: 'unknown', denominatorUnknown: true, possible: ['not-met', 'out'] },
    [33.3, 50],
  ],
] as const)('beside one met and one not met, %s moves the bounds', (_, mark, [lower, upper]) => {
  expect(rowOf([{ outcome: 'met' }, { outcome: 'not-met' }, mark]).bounds).toMatchObject({ lower, upper });
});

test('an excluded pathway stays excluded whatever it could have been', () => {
  const row = rowOf([{ outcome: 'met' }, { ...excluded, possible: ['met', 'out'] }]);

  expect(row).toMatchObject({
    reported: { numerator: 1, denominator: 1 },
    excluded: 1,
    bounds: { lower: 100, upper: 100 },
  });
});
