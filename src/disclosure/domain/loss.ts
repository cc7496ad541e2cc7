const FIRST_LOSS = 4;
/** A zero tells that there was nothing: worth more than a few, less than a large number. */
const LOSS_OF_ZERO = 9;

/** What a reader loses with a hidden count, in a cell of weight 1: the less the smaller the number is. */
export function lossOf(count: number): number {
  return count === 0 ? LOSS_OF_ZERO : FIRST_LOSS + 32 - Math.clz32(count);
}

/**
 * Added where the other table's number would not be small: a reader who knows that something small is behind a hidden
 * pattern might leave such a table out.
 */
export const LOSS_OF_LIKELIHOOD = 20;
