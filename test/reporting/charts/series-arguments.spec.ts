import { firstDayOf, isTooLong, lastDayOf, parseBaseline } from '../../../src/charts/domain/series-arguments';

describe('The ends of a series', () => {
  it('are days, or the first and the last day of periods', () => {
    expect(['2023-05-04', '2023Q2', '2023', '2022-bridging'].map(firstDayOf)).toEqual([
      '2023-05-04',
      '2023-04-01',
      '2023-01-01',
      '2022-06-01',
    ]);
    expect(['2023-05-04', '2023Q2', '2023-02'].map(lastDayOf)).toEqual(['2023-05-04', '2023-06-30', '2023-02-28']);
    expect(['soon', '2023-02-30', ''].map(firstDayOf)).toEqual([undefined, undefined, undefined]);
  });

  it('are near enough for 360 periods of the step', () => {
    expect(isTooLong('month', '2000-01-01', '2024-12-31')).toBe(false);
    expect(isTooLong('month', '1900-01-01', '2024-12-31')).toBe(true);
    expect(isTooLong('year', '1900-01-01', '2024-12-31')).toBe(false);
  });
});

describe('A baseline', () => {
  it('is so many of the first periods or a stretch of days', () => {
    expect(parseBaseline('12')).toEqual({ first: 12 });
    expect(parseBaseline('2022')).toMatchObject({ within: { name: '2022' } });
    expect(parseBaseline('2021-06-01..2022-05-31')).toMatchObject({ within: { name: '2021/22' } });
  });

  it('is neither one period nor all time nor a word', () => {
    expect(['1', '0', '121', 'all', 'first'].map(parseBaseline)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
