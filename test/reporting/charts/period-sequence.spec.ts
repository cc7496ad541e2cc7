import { parsePeriod } from '../../../src/kernel/period';
import { PERIOD_STEPS, stepsBetween, type PeriodStep } from '../../../src/counting/domain/period-sequence';

const names = (step: PeriodStep, from: string, to: string): string[] =>
  stepsBetween(step, from, to).map(({ name }) => name);

describe('Periods one after another', () => {
  it('are months, quarters, tertials and years, whole at both ends', () => {
    expect(names('month', '2023-11-30', '2024-02-01')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(names('quarter', '2023-05-01', '2024-01-01')).toEqual(['2023Q2', '2023Q3', '2023Q4', '2024Q1']);
    expect(names('tertial', '2023-04-30', '2024-01-01')).toEqual(['2023T1', '2023T2', '2023T3', '2024T1']);
    expect(names('year', '2021-12-31', '2023-01-01')).toEqual(['2021', '2022', '2023']);
  });

  it('are the registry’s own reporting periods: June to May, the bridging half, then calendar years', () => {
    expect(names('reporting', '2020-07-01', '2024-12-31')).toEqual([
      '2020-06-01..2021-05-31',
      '2021/22',
      '2022-bridging',
      '2023',
      '2024',
    ]);
  });

  it('leave no day out and share none', () => {
    for (const step of PERIOD_STEPS) {
      const periods = stepsBetween(step, '2019-02-11', '2025-08-03');
      for (const [at, { from, name }] of periods.entries()) {
        expect(parsePeriod(name)).toEqual(periods[at]);
        const last = periods[at - 1];
        if (last !== undefined) expect(Date.parse(from) - Date.parse(last.to)).toBe(86_400_000);
      }
    }
  });
});
