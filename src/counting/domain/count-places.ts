import type { Context } from '../../kernel/unit';
import { numbered, type Stretch } from './case';
import type { Cases } from './cases';
import { OrganisationPairs } from './count-organisations';
import { countMark, markCounts, type MarkCounts } from './mark-counts';

/** What is counted by place: a stretch of days × the organisation that pathways are counted under in a context. */
export interface PlacesAsked {
  readonly context: Context;
  readonly days: Stretch;
  /** Each of them is counted in the cases. */
  readonly indicators: readonly string[];
  /** A stretch begins on each of these day numbers, ascending, and one before them. */
  readonly turns: readonly number[];
  /** By place, whether it is asked about; absent: all are. */
  readonly asked?: readonly boolean[];
}

/**
 * Counts how often each mark stands, and sums the record keys of those counted, by indicator: at (stretch × organisations
 * + organisation) × marks + mark; and for the pairs of organisations that should have reported, in groups numbered
 * indicator × stretches + stretch. One pass.
 */
export function countPlaces(
  cases: Cases,
  { context, days, indicators, turns, asked }: PlacesAsked,
): { readonly counts: readonly MarkCounts[]; readonly pairs: OrganisationPairs } {
  const [from, to] = numbered(days);
  const { mark, day, hospital, municipality, length } = cases.columns();
  const organisationOf = context === 'treated' ? hospital : municipality;
  const [known, marks, width] = [cases.organisations.length, cases.marks.length, cases.indicators.length];
  const columns = indicators.map((indicator) => cases.indicators.indexOf(indicator));
  const stretches = turns.length + 1;
  const counts = columns.map(() => markCounts(stretches * known * marks));
  const pairs = new OrganisationPairs(cases, columns.length * stretches);
  let [lastDay, stretch] = [NaN, 0]; // Of a pathway nearly everything is counted on one day.
  for (let slot = 0; slot < length; slot += 1) {
    if (!cases.isCountedBetween(slot, from, to)) continue;
    const key = cases.keyAt(slot);
    const organisation = organisationOf[slot] as number;
    for (let column = 0; column < columns.length; column += 1) {
      const at = slot * width + (columns[column] as number);
      const number = mark[at] as number;
      const on = day[at] as number;
      if (number === 0 || on < from || on > to) continue;
      if (on !== lastDay) [lastDay, stretch] = [on, stretchOf(on, turns)];
      const place = stretch * known + organisation;
      if (asked !== undefined && asked[place] !== true) continue;
      countMark(counts[column] as MarkCounts, place * marks + number, key);
      pairs.add(slot, number, column * stretches + stretch, key);
    }
  }
  return { counts, pairs };
}

/** How many of some days (ascending) have come by a day. */
function stretchOf(day: number, turns: readonly number[]): number {
  let stretch = 0;
  while (stretch < turns.length && day >= (turns[stretch] as number)) stretch += 1;
  return stretch;
}
