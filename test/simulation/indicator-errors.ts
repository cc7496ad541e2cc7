import type { Proportion } from '../../src/counting/domain/statistics/proportion';
import type { Figures } from '../../src/counting/domain/figures';

/** What muting came to for one indicator of Denmark, over all runs; percentage points, but for the truth. */
export interface IndicatorResult {
  readonly indicator: string;
  /** With every report, in percent. */
  readonly truth: number;
  /** Estimate minus truth: its mean, the mean of its size, and the farthest. */
  readonly meanError: number;
  readonly meanAbsoluteError: number;
  readonly farthestError: number;
  /** What the share of all that was decided, trouble or not, is off by in the mean. */
  readonly meanErrorOfShare: number;
  readonly meanBoundsWidth: number;
}

/** Gathers one indicator's errors over the runs. */
export class IndicatorErrors {
  private truth = NaN;
  private readonly errors: number[] = [];
  private readonly shareErrors: number[] = [];
  private readonly widths: number[] = [];

  constructor(private readonly indicator: string) {}

  add(real: Figures, seen: Figures): void {
    this.truth = percentOf(real.reported);
    this.errors.push(percentOf(seen.estimate) - this.truth);
    this.shareErrors.push(percentOf(seen.reported) - this.truth);
    this.widths.push((seen.bounds.upper ?? NaN) - (seen.bounds.lower ?? NaN));
  }

  result(): IndicatorResult {
    const { indicator, truth, errors } = this;
    return {
      indicator,
      truth: rounded(truth),
      meanError: rounded(mean(errors)),
      meanAbsoluteError: rounded(mean(errors.map(Math.abs))),
      farthestError: rounded(errors.reduce((far, error) => (Math.abs(error) > Math.abs(far) ? error : far), 0)),
      meanErrorOfShare: rounded(mean(this.shareErrors)),
      meanBoundsWidth: rounded(mean(this.widths)),
    };
  }
}

const percentOf = ({ numerator, denominator }: Proportion): number => (100 * numerator) / denominator;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number): number => Number(value.toFixed(3));
