import fc from 'fast-check';
import type { PossibleOutcome } from '../../src/kernel/decision';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { Cases } from '../../src/counting/domain/cases';
import { indicatorTable, type TableRow } from '../../src/counting/domain/indicator-table';
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
  const cases = new Cases(['diet'], casesOf(decisions, ['diet']).columns());
  const [row] = indicatorTable(cases, {
    ...{ indicators: [{ key: 'diet', number: 4 }], organisations, period: year, level: 'denmark' },
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

test('where nothing is uncertain both bounds are the share, and the estimate too where no source was in trouble', () => {
  fc.assert(
    fc.property(anyMarks(CERTAIN, 12), (marks) => {
      const { percent, bounds, estimate } = rowOf(marks);
      expect([bounds.lower, bounds.upper]).toEqual([percent, percent]);
      if (!marks.some(({ disturbed }) => disturbed === true)) expect(estimate.percent).toBe(percent);
    }),
    { numRuns: 300, seed: 11, endOnFailure: true },
  );
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

  expect(row).toMatchObject({ numerator: 1, denominator: 1, excluded: 1, bounds: { lower: 100, upper: 100 } });
});
