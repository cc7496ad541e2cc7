import { addDays, type Day } from '../../kernel/day';
import type { FeedStatus } from '../../kernel/feed-status';
import { compareCodePoints } from '../../kernel/ordering';

/** Days on which an organisation is said to be silent, both included; `9999-12-31` while nobody ended it. */
export interface SilentSpell {
  readonly from: Day;
  readonly to: Day;
}

/** The last day of what nobody ended. */
export const FOREVER: Day = '9999-12-31';

type Said = Pick<FeedStatus, 'state' | 'from' | 'to'>;

/** The last day of a status: its own, else the day before the organisation's next `from` (interface.md §3, Trouble). */
export function lastDayOf({ from, to }: Said, own: readonly Said[]): Day {
  if (to !== undefined) return to;
  const later = own.map((status) => status.from).filter((start) => start > from);
  return later.length === 0 ? FOREVER : addDays(later.sort(compareCodePoints)[0] as Day, -1);
}

/** The spells of silence that an organisation's statuses in force amount to, in order; those that touch are one. */
export function silentSpells(own: readonly Said[]): SilentSpell[] {
  const silent = own
    .filter(({ state }) => state === 'silent')
    .map((status) => ({ from: status.from, to: lastDayOf(status, own) }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => compareCodePoints(a.from, b.from));
  const spells: SilentSpell[] = [];
  for (const { from, to } of silent) {
    const last = spells.at(-1);
    if (last === undefined || (last.to !== FOREVER && from > addDays(last.to, 1))) spells.push({ from, to });
    else if (to > last.to) spells[spells.length - 1] = { from: last.from, to };
  }
  return spells;
}
