import fc from 'fast-check';
import type {
  DefinitionSet,
  DenominatorRule,
  FactSelector,
  IndicatorDefinition,
  Limit,
  MeasuredFact,
  ValueRule,
} from '../../src/kernel/definition';
import { HINDRANCES } from '../../src/kernel/finding';
import { NUMBERS_OF_FACT } from '../../src/kernel/measures';
import { unforeseenSet } from '../indicators/unforeseen';

const ground = unforeseenSet();
const MEASURES = Object.entries(ground.measures).map(([key, { fact }]) => ({ key, fact }));
const SERVICES = [
  'participation',
  'diet',
  'smoking-cessation',
  'training',
  'patient-education',
  'psychosocial',
] as const;
const of = fc.constantFrom;
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
/** Rarely one of those that little comes of. */
const mostly = <T>(usual: readonly T[], rare: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: of(...usual) }, { weight: 1, arbitrary: of(...rare) });

const span = mostly<`${number}d` | `${number}m`>(['90d', '180d', '6m', '12m'], ['0d', '13d', '60d', '1m']);
const sources = fc
  .shuffledSubarray(['hospital', 'municipality', 'general-practice', 'laboratory', 'pharmacy'] as const)
  .map((drawn) => [...drawn]);

/** What is left out is not there, as in a set that was read. */
const without = <T extends object>(drawn: T): T =>
  Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)) as T;

/** Restrictions, also such as no fact of the kind can meet. */
const restrictions = fc.record({
  sector: mostly([undefined], ['hospital', 'municipality', 'general-practice', 'laboratory', 'pharmacy', 'patient']),
  from: mostly([undefined], ['2023-02-01', '2024-01-01']),
});
const selecting = (measure: string): fc.Arbitrary<FactSelector> => {
  const fact = ground.measures[measure]?.fact;
  const own = {
    phase: fact === 'exercise-capacity' ? of('start', 'end', undefined) : of(undefined),
    known: fact === 'smoking-status' ? of(true as const, undefined) : of(undefined),
  };
  return fc
    .tuple(restrictions, fc.record(own))
    .map(([given, narrowed]) => without({ measure, ...given, ...narrowed }) as FactSelector);
};
const ofKind = fc.oneof(
  fc.tuple(of(...SERVICES, 'municipal-start'), restrictions).map(([fact, given]) => without({ fact, ...given })),
  restrictions.map((given) => without({ fact: 'municipal-end', ...given, outcomes: ['completed'] })),
  of({ fact: 'dispensing', atc: ['C10'] }, { fact: 'dispensing', atc: ['B01AC', 'A02'] }, { fact: 'dispensing' }),
) as fc.Arbitrary<FactSelector>;
const selector = fc.oneof(ofKind, of(...MEASURES.map(({ key }) => key)).chain(selecting));

const limitOf = (field: string): fc.Arbitrary<Limit> =>
  fc
    .record({ below: maybe(of(8, 90, 140)), atLeast: maybe(of(3, 8, 60)), atMost: maybe(of(75, 139)) })
    .map((bounds) => without({ field, ...bounds }) as Limit);
const limitsOf = (fact: MeasuredFact): fc.Arbitrary<Limit[]> =>
  fc.array(of(...NUMBERS_OF_FACT[fact]).chain(limitOf), { minLength: 1, maxLength: 2 });
const numbered = MEASURES.filter(({ fact }) => NUMBERS_OF_FACT[fact].length > 0);

const asked = (before: readonly string[]): fc.Arbitrary<DenominatorRule> => {
  const byFact = (selected: fc.Arbitrary<FactSelector>, limits?: fc.Arbitrary<Limit[]>, status?: string) =>
    fc
      .record({
        of: selected,
        pick: of('first', 'latest'),
        within: span,
        sources,
        anyOf: maybe(limits ?? of(undefined)),
      })
      .map((drawn) => without({ rule: 'fact', ...drawn, ...(status && { status }) }) as DenominatorRule);
  return fc.oneof(
    { weight: 3, arbitrary: of<DenominatorRule>({ rule: 'every-pathway' }) },
    byFact(selector),
    byFact(selecting('smoking-status'), undefined, 'smoker'),
    of(...numbered).chain(({ key, fact }) => byFact(selecting(key), limitsOf(fact))),
    ...(before.length === 0
      ? []
      : [of(...before).map((indicator): DenominatorRule => ({ rule: 'indicator-met', indicator }))]),
  );
};

const waiting = { daysAfterDenominator: maybe(of(1, 30)) };
const LABORATORY = MEASURES.filter(({ fact }) => fact === 'laboratory').map(({ key }) => key);
const valued: fc.Arbitrary<ValueRule> = fc
  .oneof(
    fc.record({
      rule: of('share'),
      of: of({ fact: 'municipal-end', outcomes: ['completed', 'stopped'] }, { fact: 'municipal-end' }),
      plannedFrom: of({ fact: 'municipal-start' }, { fact: 'municipal-start', from: '2023-02-01' }),
      atLeastPercent: of(75, 80),
    }),
    fc.record({ rule: of('change'), of: selecting('exercise-capacity'), atLeastPercent: of(100, 110) }),
    fc.record({
      rule: of('status'),
      of: selecting('smoking-status'),
      metWhen: of(['smoker'], ['former-smoker', 'unknown']),
    }),
    of(...numbered).chain(({ key, fact }) =>
      fc.record({
        rule: of('limits'),
        of: fc.array(selecting(key), { minLength: 1, maxLength: 2 }),
        allOf: limitsOf(fact),
        ...waiting,
      }),
    ),
    of(...LABORATORY).chain((key) =>
      fc.record({ rule: of('laboratory'), of: selecting(key), atMost: of(1.4, 53), ...waiting }),
    ),
  )
  .map((rule) => without(rule) as ValueRule);

function indicatorAt(place: number): fc.Arbitrary<IndicatorDefinition> {
  const [base] = ground.indicators as [IndicatorDefinition];
  const before = Array.from({ length: place }, (_, at) => `indicator-${at}`);
  const fulfilled = fc.oneof(
    fc.record({ of: selector, ...waiting }).map((evidence) => ({ evidence: without(evidence) })),
    valued.map((value) => ({ value })),
  );
  return fc
    .record({
      fulfilled,
      window: span,
      denominator: asked(before),
      sources,
      findingsOf: maybe(of(...SERVICES.slice(0, 3))),
    })
    .map(({ fulfilled: rules, ...drawn }) => {
      const { evidence: _evidence, value: _value, findingsOf: _findings, ...said } = base;
      return without({
        ...said,
        ...drawn,
        ...rules,
        key: `indicator-${place}`,
        number: place + 1,
      }) as IndicatorDefinition;
    });
}

const waives = fc.array(fc.record({ fact: of(...SERVICES), finding: of(...HINDRANCES) }), { maxLength: 4 });

/** Definition sets of a few indicators with rules of every kind, under one policy. */
export const anySet: fc.Arbitrary<DefinitionSet> = fc
  .record({
    indicators: fc
      .integer({ min: 1, max: 5 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => indicatorAt(at)))),
    troubleDays: of(1, 14, 60),
    adultAge: mostly([0, 18], [46, 90]),
    waives,
  })
  .map(({ indicators, troubleDays, adultAge, waives: waived }) => {
    const title = { da: 'valgt', en: 'chosen' };
    const chosen = { title, default: 'chosen', options: { chosen: { text: title, waives: waived } } };
    return { ...ground, indicators, troubleDays, population: { ...ground.population, adultAge }, policies: { chosen } };
  });
