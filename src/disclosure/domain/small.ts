/** True for counts that are hidden for their own sake: from one up to below the threshold. Nobody is in a zero. */
export function isSmall(count: number, threshold: number): boolean {
  return count >= 1 && count < threshold;
}

/** True when there is no count from one up to below the threshold. */
export function hidesNothing(threshold: number): boolean {
  return threshold <= 1;
}
