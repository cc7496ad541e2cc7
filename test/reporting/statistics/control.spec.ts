import {
  controlLines,
  limitsAt,
  type ControlLines,
  type ControlPeriod,
} from '../../../src/counting/domain/statistics/control-limits';
import { controlSignals } from '../../../src/counting/domain/statistics/control-signals';

const period = (numerator: number, denominator: number, passedOver = false): ControlPeriod => ({
  numerator,
  denominator,
  passedOver,
});
const percentages = (...values: number[]): ControlPeriod[] => values.map((value) => period(value, 1000));
const linesOf = (kind: 'p' | 'xmr', baseline: readonly ControlPeriod[]): ControlLines => {
  const lines = controlLines(kind, baseline);
  if (lines === null) throw new Error('This baseline was meant to be long enough.');
  return lines;
};
const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));
/** The numbers, from 1, of the periods with a signal. */
const withSignal = (signals: readonly (readonly string[])[], signal: string): number[] =>
  signals.flatMap((found, at) => (found.includes(signal) ? [at + 1] : []));

/** Montgomery's orange juice cans, also the NIST/SEMATECH wafers: 30 samples of 50. */
const CANS = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
].map((nonconforming) => period(nonconforming, 50));

/** Pyzdek, The Six Sigma Handbook: bruised peaches in crates of 250, sometimes two crates. */
const PEACHES = [
  [47, 250],
  [42, 250],
  [55, 250],
  [51, 250],
  [46, 250],
  [61, 250],
  [39, 250],
  [44, 250],
  [41, 250],
  [51, 250],
  [88, 500],
  [101, 500],
  [101, 500],
  [40, 250],
  [48, 250],
  [47, 250],
  [50, 250],
  [48, 250],
  [57, 250],
  [45, 250],
  [43, 250],
  [105, 500],
  [98, 500],
  [100, 500],
  [96, 500],
].map(([bruised = 0, peaches = 0]) => period(bruised, peaches));

/** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: flow rates, here in tenths of a percent. */
const FLOW_RATES = percentages(496, 476, 499, 513, 478, 512, 526, 524, 536, 521);

describe('A p chart', () => {
  it('has the published lines of the orange juice cans: 0.2313, 0.0524 to 0.4102, samples 15 and 23 outside', () => {
    const lines = linesOf('p', CANS);
    expect(rounded([lines.centre, ...limitsAt(lines, 50)], 4)).toEqual([0.2313, 0.0524, 0.4102]);
    expect(withSignal(controlSignals(CANS, lines), 'outside')).toEqual([15, 23]);
  });

  it('has the published revised lines without samples 15 and 23: 0.2150, 0.0407 to 0.3893, and 21 is outside', () => {
    const revised = CANS.map((can, at) => ({ ...can, passedOver: at === 14 || at === 22 }));
    const lines = linesOf(
      'p',
      revised.filter(({ passedOver }) => !passedOver),
    );
    expect(rounded([lines.centre, ...limitsAt(lines, 50)], 4)).toEqual([0.215, 0.0407, 0.3893]);
    expect(withSignal(controlSignals(revised, lines), 'outside')).toEqual([21]);
  });

  it('has the published lines of the bruised peaches, narrower where there are more: 0.193, 0.118 to 0.268, 0.140 to 0.246', () => {
    const lines = linesOf('p', PEACHES);
    expect(rounded([lines.centre, ...limitsAt(lines, 250), ...limitsAt(lines, 500)], 3)).toEqual([
      0.193, 0.118, 0.268, 0.14, 0.246,
    ]);
    expect(withSignal(controlSignals(PEACHES, lines), 'outside')).toEqual([]);
  });

  it('keeps its limits within 0 and 100 %', () => {
    expect(limitsAt(linesOf('p', [period(19, 20)]), 20)[1]).toBe(1);
    expect(limitsAt(linesOf('p', [period(1, 20)]), 20)[0]).toBe(0);
  });

  it('has no lines without anything decided', () => {
    expect(controlLines('p', [])).toBeNull();
    expect(controlLines('p', [period(0, 0)])).toBeNull();
  });
});

describe('An XmR chart', () => {
  it('has the published lines of the flow rates: 50.81, 45.8159 to 55.8041, none outside', () => {
    const lines = linesOf('xmr', FLOW_RATES);
    const [lower, upper] = limitsAt(lines, 1);
    expect(rounded([lines.centre * 100, lower * 100, upper * 100], 4)).toEqual([50.81, 45.8159, 55.8041]);
    expect(withSignal(controlSignals(FLOW_RATES, lines), 'outside')).toEqual([]);
  });

  it('stands 2.66 mean ranges either way of the mean, whatever the periods’ sizes', () => {
    const baseline = [period(50, 100), period(120, 200), period(11, 20), period(600, 1000)];
    const lines = linesOf('xmr', baseline);
    const meanRange = (0.1 + 0.05 + 0.05) / 3;
    expect(lines.centre).toBeCloseTo((0.5 + 0.6 + 0.55 + 0.6) / 4, 12);
    expect((limitsAt(lines, 7)[1] - lines.centre) / meanRange).toBeCloseTo(2.66, 2);
    expect(limitsAt(lines, 7)).toEqual(limitsAt(lines, 7000));
  });

  it('needs two periods', () => {
    expect(controlLines('xmr', percentages(500))).toBeNull();
    expect(controlLines('xmr', [period(500, 1000), period(0, 0)])).toBeNull();
  });
});

describe('The rules of a control chart', () => {
  const lines: ControlLines = { centre: 0.5, deviation: () => 0.05 };
  const signalsAt = (signal: string, ...values: number[]): number[] =>
    withSignal(controlSignals(percentages(...values), lines), signal);

  it('mark a point beyond three standard deviations, and not one on the line', () => {
    expect(signalsAt('outside', 500, 650, 651, 350, 349)).toEqual([3, 5]);
  });

  it('mark all of 8 or more in a row on one side, and no 7', () => {
    expect(signalsAt('run', 490, 510, 520, 510, 530, 510, 520, 510, 490)).toEqual([]);
    expect(signalsAt('run', 490, 510, 520, 510, 530, 510, 520, 510, 540, 490)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(signalsAt('run', 480, 470, 480, 470, 480, 470, 480, 470, 480)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('end a run with a value on the centre line', () => {
    expect(signalsAt('run', 510, 520, 510, 530, 500, 520, 510, 540, 510)).toEqual([]);
  });

  it('mark all of 6 or more that rise or fall each time, and no 5', () => {
    expect(signalsAt('trend', 490, 480, 490, 500, 510, 520, 510)).toEqual([]);
    expect(signalsAt('trend', 490, 480, 490, 500, 510, 520, 530, 520)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(signalsAt('trend', 560, 550, 540, 530, 520, 510)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(signalsAt('trend', 480, 490, 500, 500, 510, 520)).toEqual([]);
  });

  it('pass over a disturbed or empty period: it neither makes a signal nor hides one', () => {
    const run = percentages(510, 520, 510, 530, 510, 520, 510, 540);
    const periods = [...run.slice(0, 3), period(100, 1000, true), period(0, 0), ...run.slice(3)];
    const signals = controlSignals(periods, lines);
    expect(withSignal(signals, 'run')).toEqual([1, 2, 3, 6, 7, 8, 9, 10]);
    expect(withSignal(signals, 'outside')).toEqual([]);
    expect(signals).toHaveLength(periods.length);
  });
});
