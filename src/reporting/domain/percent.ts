/** `part` of `whole` in percent with one decimal, rounded half up in whole numbers; null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const tenths = (BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole));
  return Number(`${tenths / 10n}.${tenths % 10n}`);
}
