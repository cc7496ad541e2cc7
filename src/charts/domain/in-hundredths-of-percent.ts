/** A fraction of one in percent with two decimals, fine enough to draw a line by. */
export function inHundredthsOfPercent(fraction: number): number {
  return Math.floor(fraction * 10_000 + 0.5) / 100;
}
