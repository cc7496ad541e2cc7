import { KeyedTally } from '../../src/counting/domain/keyed-tally';
import fc from 'fast-check';
import type { Outcome } from '../../src/kernel/decision';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { casesBehind, countByPeriod, countByUnit } from '../../src/counting/domain/counting';
import { countedAs, type CountedAs } from '../../src/counting/domain/counted-as';
import { figuresOf } from '../../src/counting/domain/figures';
import { partOf } from '../../src/counting/domain/organisation-parts';
import { indicatorTable } from '../../src/counting/domain/indicator-table';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { CONTEXTS_OF, LEVELS } from '../../src/kernel/unit';
import { casesOf, type CountedDecision } from '../support/counted';

const organisations = loadOrganisationList(loadSchemas());
const hospitals = [...organisations.hospitals.keys()].slice(0, 6).map((sor) => `hospital:${sor}`);
const municipalities = [...organisations.municipalities.keys()].slice(0, 8).map((code) => `municipality:${code}`);
const INDICATORS = ['participation', 'diet'];

const anyMark = fc.oneof(
  fc.record({
    outcome: fc.constant<Outcome>('met'),
    sector: fc.constantFrom('hospital', 'municipality'),
    disturbed: fc.boolean(),
    isOpen: fc.boolean(),
  }),
  fc.record({ outcome: fc.constant<Outcome>('not-met'), reason: fc.constant('NO_EVIDENCE'), disturbed: fc.boolean() }),
  fc.record({
    outcome: fc.constant<Outcome>('unknown'),
    reason: fc.constantFrom('SOURCE_SILENT', 'SOURCE_NOT_CONNECTED'),
    denominatorUnknown: fc.boolean(),
    disturbed: fc.constant(true),
    isOpen: fc.boolean(),
  }),
  fc.record({ outcome: fc.constantFrom<Outcome>('pending', 'excluded', 'not-applicable'), isOpen: fc.boolean() }),
);
const anyDecision = fc.record(
  {
    indicator: fc.constantFrom(...INDICATORS),
    day: fc
      .integer({ min: 0, max: 1800 })
      .map((days) => new Date(Date.UTC(2022, 5, 1) + days * 86_400_000).toISOString().slice(0, 10)),
    hospital: fc.constantFrom(...hospitals),
    municipality: fc.constantFrom(...municipalities),
    mark: anyMark,
  },
  { requiredKeys: ['indicator', 'day', 'hospital', 'mark'] },
) as fc.Arbitrary<CountedDecision>;
const SOURCES = ['hospital', 'municipality'] as const;
const anyPeriod = fc
  .constantFrom('2022-bridging', '2023', '2023Q2', '2024T1', '2023-07', '2027', 'all')
  .map((name) => parsePeriod(name) as Period);

test('every total equals the list behind it, for every indicator, unit, level and context', () => {
  fc.assert(
    fc.property(fc.array(anyDecision, { maxLength: 60 }), anyPeriod, (decisions, period) => {
      const cases = casesOf(decisions, INDICATORS);
      for (const level of LEVELS) {
        for (const context of CONTEXTS_OF[level]) {
          const counting = { organisations, period, level, context };
          const rows = indicatorTable(cases, {
            ...counting,
            indicators: INDICATORS.map((key, at) => ({ key, number: at + 1, sources: SOURCES })),
            asOf: '2098-12-31',
            interval: 'exact',
          });
          for (const row of rows) {
            const list = casesBehind(cases, counting, { indicator: row.indicator, unit: row.unit.id });
            const of = (...counted: CountedAs[]): number =>
              list.filter(({ mark }) => counted.includes(countedAs(mark))).length;
            const tally = new KeyedTally();
            for (const { mark, hospital, municipality = '' } of list) {
              tally.add(mark, 1, 0);
              const part = partOf(mark);
              if (part !== undefined) tally.addPart({ hospital, municipality }, part, { count: 1, key: 0 });
            }
            const { number: _number, indicator: _indicator, unit: _unit, ...figures } = row;
            const { reported, unknown, stillOpen, excluded, notApplicable } = row;

            expect(figures).toEqual(figuresOf(tally.counts().counts, tally.reach(SOURCES)));
            expect([reported.numerator, reported.denominator]).toEqual([of('met'), of('met', 'not-met')]);
            expect([unknown, stillOpen.metSoFar]).toEqual([of('unknown'), of('met-so-far')]);
            expect(stillOpen.pending).toBe(of('pending'));
            expect([excluded, notApplicable]).toEqual([of('excluded'), of('not-applicable')]);
            expect(
              reported.denominator + unknown + stillOpen.metSoFar + stillOpen.pending + excluded + notApplicable,
            ).toBe(list.length);
          }
          const listed = rows.reduce((sum, row) => sum + row.reported.denominator + row.unknown, 0);
          const national = INDICATORS.flatMap((indicator) => casesBehind(cases, counting, { indicator })).filter(
            ({ mark }) => ['met', 'not-met', 'unknown'].includes(mark.outcome) && !mark.isOpen,
          );
          expect(listed).toBe(national.length);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('periods that do not overlap share a unit’s decisions out, none twice and none lost', () => {
  const months = Array.from(
    { length: 12 },
    (_, at) => parsePeriod(`2023-${String(at + 1).padStart(2, '0')}`) as Period,
  );
  const year = parsePeriod('2023') as Period;
  fc.assert(
    fc.property(fc.array(anyDecision, { maxLength: 80 }), fc.constantFrom(...hospitals), (decisions, unit) => {
      const cases = casesOf(decisions, INDICATORS);
      const where = { organisations, level: 'hospital', context: 'treated' } as const;
      const monthly = countByPeriod(cases, where, { indicator: 'diet', unit, periods: months });
      const yearly =
        countByUnit(cases, { ...where, period: year })
          .get('diet')
          ?.get(unit) ?? new KeyedTally();
      const countsOf = (tally: KeyedTally) => tally.counts().counts.single;

      expect(monthly.reduce((sum, tally) => sum + countsOf(tally).met, 0)).toBe(countsOf(yearly).met);
      expect(monthly.reduce((sum, tally) => sum + countsOf(tally).pending, 0)).toBe(countsOf(yearly).pending);
    }),
    { numRuns: 100 },
  );
});

test('one unit counted alone is what it is among all, in every period, level and context', () => {
  fc.assert(
    fc.property(
      fc.array(anyDecision, { maxLength: 80 }),
      fc.constantFrom(...LEVELS),
      fc.constantFrom('2023', '2023Q1', '2022-bridging', 'all'),
      (decisions, level, name) => {
        const cases = casesOf(decisions, INDICATORS);
        const period = parsePeriod(name) as Period;
        for (const context of CONTEXTS_OF[level]) {
          const where = { organisations, level, context, period };
          for (const [indicator, ofUnits] of countByUnit(cases, where)) {
            for (const [unit, tally] of ofUnits) {
              const alone = countByUnit(cases, where, INDICATORS, unit).get(indicator);
              expect([...(alone?.keys() ?? [])]).toEqual([unit]);
              expect(alone?.get(unit)?.counts()).toEqual(tally.counts());
              expect(alone?.get(unit)?.reach(['hospital'])).toEqual(tally.reach(['hospital']));
            }
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});
