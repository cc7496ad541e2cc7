import type { CountAxis, ItemSet } from './count-axis';

/** A class of rows, with 1 for each item it has. */
export interface ClassOfRows {
  readonly items: ItemSet;
  readonly has: Uint8Array;
}

export interface DivisionOfRows {
  readonly classes: readonly ClassOfRows[];
  /** The classes that have an item. */
  readonly having: readonly (readonly ClassOfRows[])[];
}

/** The divisions of an axis, laid out for looking up. */
export function divisionsOf(axis: CountAxis): readonly DivisionOfRows[] {
  return axis.divisions.map((sets) => divisionOf(sets, axis));
}

function divisionOf(sets: readonly ItemSet[], { items }: CountAxis): DivisionOfRows {
  const having: ClassOfRows[][] = items.map(() => []);
  const classes = sets.map((set) => {
    const has = new Uint8Array(items.length);
    const one = { items: set, has };
    for (const item of set) {
      has[item] = 1;
      having[item]?.push(one);
    }
    return one;
  });
  return { classes, having };
}

/** The items of a class that another has not. */
export function without(items: ItemSet, { has }: ClassOfRows): number[] {
  return items.filter((item) => has[item] === 0);
}
