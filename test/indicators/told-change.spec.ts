import { creditOf } from '../../src/counting/domain/mark';
import { toldInChange } from '../../src/indicators/domain/told-change';
import type { Evidence, IndicatorDecision } from '../../src/kernel/decision';

const fact = (at: number, source = 'hospital:330901000016003'): Evidence => ({
  source,
  event: `e-${at}`,
  record: `r-${at}`,
  sector: source.startsWith('hospital') ? 'hospital' : 'municipality',
  on: '2023-02-01',
  what: 'diet',
});

const decision = (also: readonly Evidence[], findings = 0): IndicatorDecision => ({
  pathway: 1,
  indexDay: '2023-01-03',
  indicator: 'diet',
  number: 4,
  outcome: 'met',
  window: { from: '2023-01-03', to: '2024-01-03' },
  decisive: [fact(0)],
  also,
  findings: Array.from({ length: findings }, (_, at) => ({
    code: 'REFERRAL_ONLY',
    source: 'hospital:330901000016003',
    event: `f-${at}`,
    record: `f-${at}`,
  })),
});

const facts = (count: number): Evidence[] => Array.from({ length: count }, (_, at) => fact(at + 1));

test('decisions of a few facts are told as they are', () => {
  const decisions = [decision(facts(10), 10)];

  expect(toldInChange(decisions)).toEqual({ decisions });
});

test('however many facts a decision has gathered, a change of it is as long', () => {
  const lengthOf = (count: number): number => JSON.stringify(toldInChange([decision(facts(count), count)])).length;

  expect(lengthOf(4_000) - lengthOf(1_000)).toBe(0);
  expect(toldInChange([decision(facts(4_000), 12)]).shortened).toEqual([
    { pathway: 1, indicator: 'diet', also: 4_000, findings: 12 },
  ]);
});

test('credit counted from a change is that of the whole decision', () => {
  const elsewhere = ['municipality:0461', 'municipality:0450', 'municipality:0461'];
  const whole = decision([...facts(30), ...elsewhere.map((source, at) => fact(100 + at, source)), ...facts(5)]);
  const [told] = toldInChange([whole]).decisions;

  expect(told?.also.length).toBe(12);
  expect(creditOf(told as IndicatorDecision)).toEqual(creditOf(whole));
});
