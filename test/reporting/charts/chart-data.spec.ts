import { chartCountOf, feedMarkOf, periodCountOf } from '../../../src/charts/domain/chart-count';
import { Tally } from '../../../src/counting/domain/tally';
import { shown } from '../../support/shown';
import type { Mark } from '../../../src/counting/domain/mark';
import { controlOf, count, funnelOf, levelsOf, PARTICIPATION, period, trendOf } from './made-charts';

const mark = (outcome: Mark['outcome'], more: Partial<Mark> = {}): Mark => ({
  outcome,
  denominatorUnknown: false,
  disturbed: false,
  isOpen: false,
  ...more,
});
const repeated = (times: number, numerator: number, denominator: number) =>
  Array.from({ length: times }, () => count(numerator, denominator));

describe('A count in a chart', () => {
  it('is met of decided without trouble, with everything trouble touched beside it', () => {
    const tally = new Tally();
    tally.add(mark('met'), 30);
    tally.add(mark('not-met'), 10);
    tally.add(mark('met', { disturbed: true }), 4);
    tally.add(mark('unknown', { reason: 'SOURCE_SILENT', disturbed: true, possible: ['met', 'not-met'] }), 3);
    tally.add(mark('unknown', { reason: 'SOURCE_NOT_CONNECTED', disturbed: true, denominatorUnknown: true }), 2);
    tally.add(mark('unknown', { reason: 'NO_VALUE' }), 5);
    tally.add(mark('pending'), 7);
    expect(chartCountOf(shown(tally.figures()))).toMatchObject({
      ...{ numerator: 30, denominator: 40, restsOn: 40, interval: { lower: 58.8, upper: 87.3 } },
      ...{ touched: 9, lost: 9, all: 54 },
      around: {
        bounds: { lower: 72.3, upper: 78.7, leastMet: 34, mostMet: 37, leastNotMet: 10, mostNotMet: 13 },
        reported: { numerator: 34, denominator: 44, percent: 77.3 },
        ...{ unknown: 10, unknownPercent: 18.5 },
        stillOpen: { metSoFar: 0, pending: 7 },
      },
    });
  });

  it('of a period has lost only what a connected source fell silent for, and can stand on the undisturbed alone', () => {
    const tally = new Tally();
    tally.add(mark('met'), 30);
    tally.add(mark('not-met'), 10);
    tally.add(mark('met', { disturbed: true }), 20);
    const figures = shown(tally.figures());
    expect(periodCountOf(figures, { silenced: 4, undisturbed: false })).toMatchObject({
      ...{ numerator: 50, denominator: 60, touched: 20, lost: 4, all: 60 },
    });
    expect(periodCountOf(figures, { silenced: 70, undisturbed: true })).toMatchObject({
      ...{ numerator: 30, denominator: 40, interval: { lower: 58.8, upper: 87.3 } },
      ...{ touched: 20, lost: 60, all: 60 },
      estimate: { numerator: 50, denominator: 60 },
    });
  });

  it('is whole, touched by silent sources, or, from a tenth on, disturbed', () => {
    expect(feedMarkOf(count(5, 100))).toBe('whole');
    expect(feedMarkOf(count(5, 91, 9))).toBe('touched');
    expect(feedMarkOf(count(5, 90, 10))).toBe('disturbed');
    expect(feedMarkOf(count(0, 0, 3))).toBe('disturbed');
    expect(feedMarkOf(count(0, 0))).toBe('whole');
  });
});

describe('Around every share', () => {
  const silent = count(15, 20, 5);
  const around = {
    bounds: { lower: 60, upper: 80, leastMet: 15, mostMet: 20, leastNotMet: 5, mostNotMet: 10 },
    reported: { numerator: 15, denominator: 20, percent: 75, interval: { lower: 50.9, upper: 91.3 } },
    ...{ unknown: 5, unknownPercent: 20 },
    stillOpen: { metSoFar: 0, pending: 0 },
  };

  it('stand its bounds, what was reported, what is unknown and what is still open, in each kind of chart', () => {
    expect(funnelOf({ Aarhus: silent }).units[0]).toMatchObject({ percent: 75, ...around });
    expect(trendOf([silent]).points[0]).toMatchObject({ percent: 75, ...around });
    expect(levelsOf({ Aarhus: [{ now: silent }] }).rows[0]?.cells[0]).toMatchObject({ percent: 75, ...around });
    expect(controlOf([silent]).points[0]).toMatchObject({ percent: 75, estimate: { percent: 75 }, ...around });
  });
});

describe('A funnel chart', () => {
  it('places each unit around what all are together', () => {
    const chart = funnelOf({ Aarhus: count(70, 100), Odense: count(50, 100), Skejby: count(90, 100) });
    expect(chart.overall).toBe(70);
    expect(chart.units.map(({ unit, place, percent }) => [unit.name, percent, place])).toEqual([
      ['Aarhus', 70, 'inside'],
      ['Odense', 50, 'below-outer'],
      ['Skejby', 90, 'above-outer'],
    ]);
    expect(chart.places).toEqual({ 'below-outer': 1, 'below-inner': 0, inside: 1, 'above-inner': 0, 'above-outer': 1 });
  });

  it('tells no place of too few', () => {
    const { units, places } = funnelOf({ Aarhus: count(70, 100), Odense: count(0, 9) }, undefined, 10);
    expect(units.map(({ place, tooFew }) => [place, tooFew])).toEqual([
      ['inside', false],
      [null, true],
    ]);
    expect(places).toMatchObject({ inside: 1, 'below-outer': 0 });
  });

  it('lies around everyone, whose count is one of its own', () => {
    expect(funnelOf({ Aarhus: count(70, 100) }, count(75, 110)).overall).toBe(68.18);
  });

  it('keeps units without decisions and places them nowhere', () => {
    const chart = funnelOf({ Aarhus: count(70, 100), Vejle: count(0, 0) });
    expect(chart.units.map(({ place, percent }) => [place, percent])).toEqual([
      ['inside', 70],
      [null, null],
    ]);
  });

  it('has lines from one decision to beyond the largest unit, inner within outer', () => {
    const { limits } = funnelOf({ Aarhus: count(700, 1000), Vejle: count(6, 10) });
    expect(limits[0]?.denominator).toBe(1);
    expect(limits.at(-1)?.denominator).toBeGreaterThanOrEqual(1000);
    for (const { inner, outer } of limits) {
      expect(outer[0]).toBeLessThanOrEqual(inner[0]);
      expect(inner[1]).toBeLessThanOrEqual(outer[1]);
    }
  });

  it('of nothing is empty and says so', () => {
    expect(funnelOf({ Vejle: count(0, 0) })).toMatchObject({ overall: null, limits: [] });
  });
});

test('what is only a bound has neither place nor change, and no level where it rests on too few', () => {
  const bound = shown({ ...count(25, 447), restsOn: 4 });
  expect(funnelOf({ Aarhus: count(70, 100), Odense: bound }, undefined, 10).units[1]).toMatchObject({
    place: null,
    tooFew: true,
    level: null,
  });
  expect(levelsOf({ Odense: [{ now: bound, before: count(42, 89) }] }, 10).rows[0]?.cells[0]).toMatchObject({
    level: null,
    change: null,
  });
});

describe('A control chart', () => {
  const calm = repeated(12, 70, 100);

  it('freezes its lines from the first 12 sound periods: what comes after does not move them', () => {
    const before = controlOf([...calm, count(70, 100)]);
    const after = controlOf([...calm, count(70, 100), count(2, 100), count(5, 100)]);
    expect(after.baseline).toEqual(before.baseline);
    expect(after.baseline).toMatchObject({ centre: 70, frozen: true });
    expect(after.points.at(-1)).toMatchObject({ signals: ['outside'], limits: [56.25, 83.75], inBaseline: false });
  });

  it('marks a period with silent sources, keeps it, and takes the baseline from the others', () => {
    const chart = controlOf([...calm.slice(0, 4), count(10, 60, 40), ...calm.slice(4), count(70, 100)]);
    expect(chart.points).toHaveLength(14);
    expect(chart.points[4]).toMatchObject({ feeds: 'disturbed', percent: 16.7, signals: [], inBaseline: false });
    expect(chart.baseline.periods).toHaveLength(12);
    expect(chart.baseline.periods).not.toContain('2022-05');
    expect(chart.baseline.centre).toBe(70);
  });

  it('keeps a period a few decisions of which were touched in the baseline, marked', () => {
    expect(controlOf([...calm.slice(1), count(69, 99, 1)]).points.at(-1)).toMatchObject({
      feeds: 'touched',
      inBaseline: true,
    });
  });

  it('says that its lines are not frozen while there are fewer periods than asked for', () => {
    expect(controlOf(calm.slice(0, 7)).baseline).toMatchObject({ frozen: false, asked: 12, centre: 70 });
  });

  it('takes a given stretch as baseline', () => {
    const chart = controlOf([...repeated(6, 40, 100), ...repeated(6, 60, 100)], 'p', { within: period('2022-07') });
    expect(chart.baseline).toEqual({ asked: '2022-07', periods: ['2022-07'], centre: 60, frozen: true });
  });

  it('has no lines from nothing, and shows the periods all the same', () => {
    const chart = controlOf([count(0, 0), count(0, 0)]);
    expect(chart.baseline).toMatchObject({ centre: null, frozen: false, periods: [] });
    expect(chart.points.map(({ limits, percent }) => [limits, percent])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it.each(['p', 'xmr'] as const)('has no limits and no signal where the baseline never varied (%s)', (kind) => {
    const always = repeated(12, kind === 'p' ? 100 : 50, 100);
    const later = [...repeated(9, 49, 100), count(10, 100)];
    const { points, baseline } = controlOf([...always, ...later], kind);
    expect(baseline.centre).toBe(kind === 'p' ? 100 : 50);
    expect(points.map(({ limits, signals }) => [limits, signals])).toEqual(points.map(() => [null, []]));
  });

  it('passes over periods of too few: one of 9 is shown, and neither signals nor is in the baseline', () => {
    const periods = [count(0, 9), ...calm, count(0, 9), count(0, 10)];
    const { points } = controlOf(periods, 'p', { first: 12 }, 10);
    expect(points.map(({ tooFew }) => tooFew)).toEqual(periods.map(({ denominator }) => denominator < 10));
    expect(points[0]?.inBaseline).toBe(false);
    expect(points.slice(-2).map(({ signals }) => signals)).toEqual([[], ['outside']]);
  });

  it('has limits as wide as each period’s size asks for (p), or the same for all (XmR)', () => {
    const sizes = [count(35, 50), count(140, 200), count(72, 100), count(69, 100)];
    const [small, large] = controlOf(sizes, 'p').points;
    expect((small?.limits?.[1] ?? 0) - (small?.limits?.[0] ?? 0)).toBeGreaterThan(
      (large?.limits?.[1] ?? 0) - (large?.limits?.[0] ?? 0),
    );
    const individual = controlOf(sizes, 'xmr').points;
    expect(new Set(individual.map(({ limits }) => JSON.stringify(limits))).size).toBe(1);
  });
});

describe('A trend', () => {
  it('tells a change only where chance cannot explain it, against the last period with decisions', () => {
    const { points } = trendOf([count(50, 100), count(55, 100), count(0, 0), count(80, 100), count(79, 100)]);
    expect(points.map(({ change }) => change)).toEqual([
      null,
      { against: '2020', change: 'none', meaning: 'none' },
      null,
      { against: '2021', change: 'higher', meaning: 'better' },
      { against: '2023', change: 'none', meaning: 'none' },
    ]);
  });

  it('says worse when a share that should be small grows', () => {
    const small = { ...PARTICIPATION, target: { direction: 'at-most', percent: 5, levels: { high: 5, moderate: 10 } } };
    const { points } = trendOf([count(3, 100), count(30, 100)], small as typeof PARTICIPATION);
    expect(points[1]).toMatchObject({ level: 'low', change: { change: 'higher', meaning: 'worse' } });
  });

  it('gives each share its exact interval and level', () => {
    expect(trendOf([count(81, 263)]).points[0]).toMatchObject({
      percent: 30.8,
      interval: { lower: 25.3, upper: 36.8 },
      level: 'low',
    });
  });
});

describe('A table of levels', () => {
  it('has every unit’s level and change and counts its levels', () => {
    const { rows } = levelsOf({
      Aarhus: [
        { now: count(80, 100), before: count(50, 100) },
        { now: count(65, 100), before: count(64, 100) },
        { now: count(0, 0), before: count(3, 5) },
        { now: count(0, 0) },
      ],
    });
    expect(rows[0]?.counts).toEqual({ high: 1, moderate: 1, low: 0 });
    expect(rows[0]?.cells.map(({ level, change }) => [level, change?.meaning ?? null])).toEqual([
      ['high', 'better'],
      ['moderate', 'none'],
      [null, null],
      [null, null],
    ]);
  });
});
