import { fractionOf, type Proportion } from './proportion';

/** `p`: limits from the binomial and each period's size; `xmr`: from how much one period differs from the next. */
export const CONTROL_KINDS = ['p', 'xmr'] as const;
export type ControlKind = (typeof CONTROL_KINDS)[number];

/** One period of a control chart. */
export interface ControlPeriod extends Proportion {
  /** A source fell silent, or too few were decided: shown, but neither the baseline nor a rule uses it. */
  readonly passedOver: boolean;
}

/** Centre line and standard deviation, frozen from the baseline; fractions of one. */
export interface ControlLines {
  readonly centre: number;
  /** The standard deviation of a period with so many decisions. */
  readonly deviation: (denominator: number) => number;
}

const DEVIATIONS = 3;
/** The mean range of two normal values in standard deviations (d₂ for n = 2): 3 / 1.128 is the chart's factor 2.66. */
const MEAN_RANGE_OF_TWO = 1.128;

/**
 * The lines of a chart from its baseline; null when the baseline is too short: `p` needs one period, `xmr` two.
 *
 * `p`: Montgomery, Introduction to Statistical Quality Control, §7.2; NIST/SEMATECH e-Handbook, 6.3.3.2. `xmr`: mean
 * of the periods' percentages and of the ranges between neighbours; e-Handbook, 6.3.2.2.
 */
export function controlLines(kind: ControlKind, baseline: readonly Proportion[]): ControlLines | null {
  return kind === 'p' ? proportionLines(baseline) : individualLines(baseline);
}

function proportionLines(baseline: readonly Proportion[]): ControlLines | null {
  const centre = fractionOf({
    numerator: sumOf(baseline.map(({ numerator }) => numerator)),
    denominator: sumOf(baseline.map(({ denominator }) => denominator)),
  });
  if (centre === null) return null;
  return { centre, deviation: (denominator) => Math.sqrt((centre * (1 - centre)) / denominator) };
}

function individualLines(baseline: readonly Proportion[]): ControlLines | null {
  const values = baseline.flatMap((period) => fractionOf(period) ?? []);
  if (values.length < 2) return null;
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] as number)));
  const deviation = sumOf(ranges) / ranges.length / MEAN_RANGE_OF_TWO;
  return { centre: sumOf(values) / values.length, deviation: () => deviation };
}

/** Three standard deviations either way at a period of so many decisions, kept within 0 and 1. */
export function limitsAt({ centre, deviation }: ControlLines, denominator: number): [lower: number, upper: number] {
  const distance = DEVIATIONS * deviation(denominator);
  return [Math.max(0, centre - distance), Math.min(1, centre + distance)];
}

/** Less than this is nothing: what is left of equal numbers once they are computed in several ways. */
const NOTHING = 1e-12;

/**
 * Whether a baseline tells what is usual: of one that never varied (the same share every time, or all or none met) the
 * limits would lie on the centre line, and whatever is not the very same be outside.
 */
export const isVaried = ({ deviation }: ControlLines): boolean => deviation(1) > NOTHING;

/** True when a period can stand in the baseline and be judged: not passed over, with something decided. */
export const isSound = ({ passedOver, denominator }: ControlPeriod): boolean => !passedOver && denominator > 0;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
