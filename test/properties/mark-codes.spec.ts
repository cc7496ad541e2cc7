import fc from 'fast-check';
import { codeOfMark, markOf, nameOfMark } from '../../src/counting/domain/mark';
import { OUTCOME, PROVISIONAL, REASON } from '../../src/kernel/outcome-codes';
import type { CountedDecision } from '../../src/kernel/counted-decision';
import { POSSIBLE_OUTCOMES, type Outcome, type OutcomeReason } from '../../src/kernel/decision';
import { SECTOR_ORDER } from '../../src/kernel/organisation';

const keysOf = <K extends string>(codes: Readonly<Record<K, number>>): K[] => Object.keys(codes) as K[];
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);

const anyDecision: fc.Arbitrary<CountedDecision> = fc.record({
  pathway: fc.constant(1),
  indexDay: fc.constant('2023-01-03'),
  indicator: fc.constant('diet'),
  outcome: fc.constantFrom<Outcome>(...keysOf(OUTCOME)),
  reason: maybe<OutcomeReason>(keysOf(REASON)),
  denominator: maybe(['unknown']),
  trouble: maybe([{ reason: 'SOURCE_SILENT' }, { reason: 'SOURCE_NOT_CONNECTED' }] as const),
  possible: maybe([fc.sample(fc.subarray([...POSSIBLE_OUTCOMES], { minLength: 2 }), 20)]).chain((drawn) =>
    maybe(drawn ?? []),
  ),
  provisional: maybe(keysOf(PROVISIONAL)),
  window: fc.constantFrom({ to: '2023-12-31' }, { to: '2024-12-31' }),
  decisive: fc.subarray(
    SECTOR_ORDER.map((sector) => ({ source: 'one', sector, on: '2023-02-01' })),
    { maxLength: 2 },
  ),
  also: fc.constant([]),
});

test('decisions have the same code when their marks are equal, and only then', () => {
  const decisions = fc.sample(anyDecision, 20_000);
  const names = new Map<number, string>();
  for (const decision of decisions) {
    const name = nameOfMark(markOf(decision, '2024-01-01'));
    const code = codeOfMark(decision, '2024-01-01');
    expect(names.get(code) ?? name).toBe(name);
    names.set(code, name);
  }
  expect(new Set(names.values()).size).toBe(names.size);
  expect(names.size).toBeGreaterThan(5_000);
});
