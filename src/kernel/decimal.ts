/** A finite number as an integer and the power of ten it is divided by, exactly as its shortest decimal text. */
function exact(value: number): { readonly units: bigint; readonly decimals: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const decimals = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return decimals >= 0 ? { units, decimals } : { units: units * 10n ** BigInt(-decimals), decimals: 0 };
}

/** True when `part` is at least `percent` % of `whole`, compared exactly in decimals (110 is 110 % of 100). */
export function isAtLeastPercent(part: number, percent: number, whole: number): boolean {
  if (
    Number.isSafeInteger(part * 100) &&
    Number.isSafeInteger(whole * percent) &&
    Number.isInteger(part) &&
    Number.isInteger(whole)
  ) {
    return part * 100 >= whole * percent;
  }
  const a = exact(part);
  const b = exact(whole);
  const p = exact(percent);
  return a.units * 100n * 10n ** BigInt(b.decimals + p.decimals) >= b.units * p.units * 10n ** BigInt(a.decimals);
}

/** True when `part` is at most `percent` % of `whole`, compared exactly in decimals. */
export function isAtMostPercent(part: number, percent: number, whole: number): boolean {
  const a = exact(part);
  const b = exact(whole);
  const p = exact(percent);
  return a.units * 100n * 10n ** BigInt(b.decimals + p.decimals) <= b.units * p.units * 10n ** BigInt(a.decimals);
}
