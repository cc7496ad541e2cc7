import type { CountAxis, ItemSet, Shift } from './count-axis';

/** An axis that stays the same, with its shifts. */
export function withShifts<A extends CountAxis>(axis: A): A & Required<Pick<CountAxis, 'shifts'>> {
  return { ...axis, shifts: shiftsOf(axis) };
}

/** What changes along an axis when one person goes from one class to another of a division, or comes in. */
export function shiftsOf(axis: Omit<CountAxis, 'shifts'>): readonly Shift[] {
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
function comings({ everyone, divisions }: Pick<CountAxis, 'everyone' | 'divisions'>): ItemSet[] {
  return divisions.reduce<ItemSet[]>(
    (chosen, division) => chosen.flatMap((items) => division.map((more) => [...items, ...more])),
    [everyone],
  );
}
