import type { IndicatorDecision } from '../../src/kernel/decision';
import {
  parsePeriod,
  periodBefore,
  periodsBetween,
  periodTitle,
  reportingDayOf,
  type Period,
} from '../../src/kernel/period';
import { decide } from '../support/evaluate';
import { hospital, laboratory, pharmacy } from '../support/sectors';

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023Q1', '2023-01-01', '2023-03-31'],
  ['2024Q4', '2024-10-01', '2024-12-31'],
  ['2023T2', '2023-05-01', '2023-08-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2021/22', '2021-06-01', '2022-05-31'],
  ['2022-bridging', '2022-06-01', '2022-12-31'],
  ['all', '0001-01-01', '9999-12-31'],
  ['2023-01-15..2023-02-14', '2023-01-15', '2023-02-14'],
])('%s is %s to %s', (name, from, to) => {
  expect(parsePeriod(name)).toEqual({ name, from, to });
});

test.each([
  ['2023-01-01..2023-12-31', '2023'],
  ['2023-05-01..2023-05-31', '2023-05'],
  ['2021-06-01..2022-05-31', '2021/22'],
  ['2022-06-01..2022-12-31', '2022-bridging'],
])('the days %s are called %s', (days, name) => {
  expect(parsePeriod(days)?.name).toBe(name);
});

test.each([
  '',
  '23',
  '2023Q5',
  '2023Q0',
  '2023T4',
  '2023-13',
  '2023-1',
  '0000',
  '2023-02-30..2023-03-01',
  '2023-03-01..2023-02-01',
])('"%s" is no period', (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

test('a period has a name people know', () => {
  const titleOf = (name: string): string | undefined => {
    const period = parsePeriod(name);
    return period && periodTitle(period).da;
  };
  expect(['2023', '2023Q2', '2022-bridging'].map(titleOf)).toEqual([
    '2023',
    '2. kvartal 2023',
    'Overgangsperioden juni–december 2022',
  ]);
});

describe('a decision is counted', () => {
  const { pci, exercise, service, bloodPressure } = hospital();
  const dayOf = async (key: string, told: Parameters<typeof decide>[1]): Promise<string> =>
    reportingDayOf((await decide(key, told, { asOf: '2024-12-31' })) satisfies IndicatorDecision);

  test('R23: started before June 2022, its end test after: in the bridging period', async () => {
    const day = await dayOf('work-capacity', [
      pci('2022-05-10'),
      exercise('start', 400, '2023-05-01', {
        source: 'municipality:0461',
        type: 'dk.rehabspor.municipality.measurement.v1',
        measuredOn: '2022-05-20',
        time: '2022-05-20T12:00:00+02:00',
      }),
      exercise('end', 460, '2023-05-01', {
        source: 'municipality:0461',
        type: 'dk.rehabspor.municipality.measurement.v1',
        measuredOn: '2022-08-01',
        time: '2022-08-01T12:00:00+02:00',
      }),
    ]);

    expect(day).toBe('2022-08-01');
    const bridging = parsePeriod('2022-bridging');
    expect(bridging && day >= bridging.from && day <= bridging.to).toBe(true);
  });

  test('met or not met alike on its index day, evidence and value', async () => {
    const met = await dayOf('participation', [pci('2023-01-03'), service('BVDY0', '2023-01-20')]);
    const notMet = await dayOf('participation', pci('2023-01-03'));
    const value = await dayOf('blood-pressure', [pci('2023-01-03'), bloodPressure(130, 80, '2023-11-01')]);
    const noValue = await dayOf('blood-pressure', pci('2023-01-03'));

    expect([met, notMet, value, noValue]).toEqual(Array.from({ length: 4 }, () => '2023-01-03'));
  });

  test('R23: only the bridging period takes a value from an earlier one, and only evidence-free values', async () => {
    const value = (start: string, on: string) => dayOf('ldl', [pci(start), laboratory.ldl(1.2, on)]);

    expect(await value('2022-05-31', '2022-06-01')).toBe('2022-06-01');
    expect(await value('2022-05-31', '2022-12-31')).toBe('2022-12-31');
    expect(await value('2022-05-31', '2022-05-31')).toBe('2022-05-31');
    expect(await value('2022-06-01', '2022-12-31')).toBe('2022-06-01');
    expect(await value('2022-05-31', '2023-01-01')).toBe('2022-05-31');
    expect(await dayOf('statin', [pci('2022-05-31'), pharmacy.dispensing('C10AA05', '2022-06-20')])).toBe('2022-05-31');
  });
});

test.each([
  ['2024', '2023'],
  ['2023', '2022-bridging'],
  ['2022-bridging', '2021/22'],
  ['2023Q1', '2022Q4'],
  ['2023T1', '2022T3'],
  ['2023-01', '2022-12'],
  ['2023-03-11..2023-03-20', '2023-03-01..2023-03-10'],
  ['2023-02-01..2023-02-10', '2023-01-22..2023-01-31'],
])('before %s comes %s', (name, before) => {
  expect(periodBefore(parsePeriod(name) as Period)?.name).toBe(before);
});

test.each(['all', '2021/22'])('before %s there is nothing to compare with', (name) => {
  expect(periodBefore(parsePeriod(name) as Period)).toBeUndefined();
});

test.each([
  ['month', '2023-11-15', '2024-01-02', ['2023-11', '2023-12', '2024-01']],
  ['quarter', '2023-11-15', '2024-04-01', ['2023Q4', '2024Q1', '2024Q2']],
  ['tertial', '2023-05-01', '2023-12-31', ['2023T2', '2023T3']],
  ['year', '2023-05-01', '2024-02-01', ['2023', '2024']],
] as const)('the periods by %s from %s to %s', (by, from, to, names) => {
  expect(periodsBetween(from, to, by).map(({ name }) => name)).toEqual(names);
});
