/** So many met of so many decided. */
export interface Proportion {
  readonly numerator: number;
  readonly denominator: number;
}

/** As a fraction of one; null when nothing was decided. */
export function fractionOf({ numerator, denominator }: Proportion): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
