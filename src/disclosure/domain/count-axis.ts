/** Something shown along an axis: a unit, a category or a total. */
export interface AxisItem {
  readonly key: string;
  /** How much a reader loses when one of its cells is hidden; infinite: known to everybody, and never shown by us. */
  readonly weight: number;
  /** The same numbers stand in other tables of the report: what is hidden of them must not hang on this table. */
  readonly isShared?: boolean;
}

/**
 * One way of telling the counted people apart, with everything shown along it, totals included.
 *
 * A division is complete: everyone is in exactly one of its classes, and a class is told by the items that count its
 * people. Denmark, region, hospital is one division (of classes such as region and hospital); region and municipality
 * of residence another of the same people.
 */
export interface CountAxis {
  /** In an order that depends on nothing but what they are. */
  readonly items: readonly AxisItem[];
  /** Items that count everybody; not repeated in the classes. */
  readonly everyone: readonly number[];
  readonly divisions: readonly (readonly ItemSet[])[];
  /** What `shiftsOf` gives of it, where it always stays the same axis. */
  readonly shifts?: readonly Shift[];
}

/** A change of the counts along an axis that leaves every sum standing: by `signs[k]` in `items[k]`. */
export interface Shift {
  readonly items: readonly number[];
  readonly signs: readonly number[];
}

/** Places in `items`. */
export type ItemSet = readonly number[];

/** Items and one total of them all. */
export function flatAxis(keys: readonly string[], total: AxisItem): CountAxis {
  const items = [...keys.map((key) => ({ key, weight: 1 })), total];
  return { items, everyone: [keys.length], divisions: keys.length === 0 ? [] : [keys.map((_, at) => [at])] };
}

/** Counts of people by two axes. */
export interface CountTable {
  readonly rows: CountAxis;
  readonly columns: CountAxis;
  /** Row by row, a non-negative whole number for each pair of items. */
  readonly counts: ArrayLike<number>;
}
