/** `part` of `whole` in percent with one decimal, rounded half up in whole numbers; null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const doubled = part * 2000 + whole;
  const tenths = (doubled - (doubled % (2 * whole))) / (2 * whole);
  return tenths / 10;
}
