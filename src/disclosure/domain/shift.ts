import type { CountAxis, ItemSet } from './count-axis';

/** A change of the counts along an axis that leaves every sum standing: by `signs[k]` in `items[k]`. */
export interface Shift {
  readonly items: readonly number[];
  readonly signs: readonly number[];
}

/** What changes along an axis when one person goes from one class to another of a division, or comes in. */
export function shiftsOf(axis: CountAxis): readonly Shift[] {
  const known = found.get(axis) ?? findShifts(axis);
  found.set(axis, known);
  return known;
}

/** An axis often serves for several tables. */
const found = new WeakMap<CountAxis, readonly Shift[]>();

function findShifts(axis: CountAxis): Shift[] {
  const shifts = new Map<string, Shift>();
  const keep = (more: ItemSet, less: ItemSet): void => {
    const signs = new Map<number, number>();
    for (const item of more) signs.set(item, 1);
    for (const item of less) if (!signs.delete(item)) signs.set(item, -1);
    const items = [...signs.keys()].sort((a, b) => a - b);
    // A shift and its reverse are one: either direction is tried.
    const forward = signs.get(items[0] ?? -1) ?? 1;
    const shift = { items, signs: items.map((item) => (signs.get(item) ?? 0) * forward) };
    if (items.length > 0) shifts.set(shift.items.map((item, at) => `${item}${shift.signs[at]}`).join(), shift);
  };
  for (const division of axis.divisions) {
    division.forEach((from, at) => division.slice(0, at).forEach((to) => keep(from, to)));
  }
  if (axis.everyone.every((item) => axis.items[item]?.weight !== Infinity)) {
    for (const coming of comings(axis)) keep(coming, []);
  }
  return [...shifts.values()];
}

/** The items that count one more person, for every choice of a class in each division. */
function comings({ everyone, divisions }: CountAxis): ItemSet[] {
  return divisions.reduce<ItemSet[]>(
    (chosen, division) => chosen.flatMap((items) => division.map((more) => [...items, ...more])),
    [everyone],
  );
}
