import { dayNumber, type Day } from '../../kernel/day';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Case, Cases } from './cases';
import { Tally } from './figures';
import type { Period } from './period';
import type { Context, Level } from './unit';
import { UnitFinder } from './unit-finder';

/** Which decisions are counted, and by what. */
export interface Counting {
  readonly organisations: OrganisationList;
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly level: Level;
  readonly context: Context;
}

/** Tallies by indicator and unit; a unit under which nothing was counted is not there. */
export type UnitTallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

const NO_DECISION = 0;

/** Counts a period's decisions by indicator (or only those given) and unit: one pass over the columns. */
export function countByUnit(
  cases: Cases,
  counting: Counting,
  indicators: readonly string[] = cases.indicators,
): UnitTallies {
  const { organisations, period, level, context } = counting;
  const finder = new UnitFinder(cases, level, context, organisations);
  const places = placesOf(cases, indicators);
  const marks = cases.marks.length;
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const counts: Int32Array[][] = places.map(() => []);
  const { mark, day, width, length } = cases;
  for (let slot = 0; slot < length; slot += 1) {
    for (let column = 0; column < places.length; column += 1) {
      const at = slot * width + (places[column] as number);
      const number = mark[at] as number;
      const on = day[at] as number;
      if (number === NO_DECISION || on < from || on > to) continue;
      const unit = finder.unitOf(slot, on);
      const ofUnits = counts[column] as Int32Array[];
      const ofMarks = (ofUnits[unit] ??= new Int32Array(marks));
      ofMarks[number] = (ofMarks[number] as number) + 1;
    }
  }
  return new Map(
    places.map((place, column) => [
      cases.indicators[place] as string,
      new Map(finder.ids.flatMap((id, unit) => tallied(id, cases, counts[column]?.[unit]))),
    ]),
  );
}

function tallied(id: string, cases: Cases, ofMarks: Int32Array | undefined): [string, Tally][] {
  return ofMarks === undefined ? [] : [[id, tallyOf(cases, ofMarks)]];
}

/** A tally from how often each mark stands. */
function tallyOf({ marks }: Cases, ofMarks: Int32Array): Tally {
  const tally = new Tally();
  ofMarks.forEach((times, number) => {
    const mark = marks[number];
    if (times > 0 && mark !== undefined) tally.add(mark, times);
  });
  return tally;
}

/** One indicator of one unit in each of several periods that do not overlap, in their order. */
export function countByPeriod(
  cases: Cases,
  { organisations, level, context }: Omit<Counting, 'period'>,
  question: { readonly indicator: string; readonly unit: string; readonly periods: readonly Period[] },
): Tally[] {
  const finder = new UnitFinder(cases, level, context, organisations);
  const asked = finder.numberOf(question.unit);
  const [place] = placesOf(cases, [question.indicator]);
  const bounds = question.periods.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
  const counts = bounds.map(() => new Int32Array(cases.marks.length));
  const { mark, day, width, length } = cases;
  if (place === undefined || bounds.length === 0) return counts.map((ofMarks) => tallyOf(cases, ofMarks));
  const periodOn = periodFinder(bounds);
  for (let slot = 0; slot < length; slot += 1) {
    const at = slot * width + place;
    const number = mark[at] as number;
    if (number === NO_DECISION) continue;
    const on = day[at] as number;
    const period = periodOn(on);
    if (period < 0 || finder.unitOf(slot, on) !== asked) continue;
    const ofMarks = counts[period] as Int32Array;
    ofMarks[number] = (ofMarks[number] as number) + 1;
  }
  return counts.map((ofMarks) => tallyOf(cases, ofMarks));
}

/** Tells the place of the period a day lies in, or -1: by a table of days, since every decision asks. */
function periodFinder(bounds: readonly (readonly [from: number, to: number])[]): (day: number) => number {
  const sorted = bounds.map(([from, to], place) => ({ from, to, place })).sort((a, b) => a.from - b.from);
  return (day) => {
    let [low, high] = [0, sorted.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { from, to, place } = sorted[middle] as (typeof sorted)[number];
      if (day < from) high = middle - 1;
      else if (day > to) low = middle + 1;
      else return place;
    }
    return -1;
  };
}

/** The decisions behind a count: of one indicator and, if named, one unit, in the order person, pathway. */
export function casesBehind(
  cases: Cases,
  { organisations, period, level, context }: Counting,
  {
    indicator,
    unit,
    counts,
  }: { readonly indicator: string; readonly unit?: string; readonly counts?: (counted: Case) => boolean },
): Case[] {
  const finder = new UnitFinder(cases, level, context, organisations);
  const asked = unit === undefined ? undefined : finder.numberOf(unit);
  const [place] = placesOf(cases, [indicator]);
  if (place === undefined) return [];
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  const found: Case[] = [];
  for (let slot = 0; slot < cases.length; slot += 1) {
    const at = slot * cases.width + place;
    const on = cases.day[at] as number;
    if (cases.mark[at] === NO_DECISION || on < from || on > to) continue;
    if (asked !== undefined && finder.unitOf(slot, on) !== asked) continue;
    const counted = cases.caseAt(slot, place);
    if (counted !== undefined && (counts === undefined || counts(counted))) found.push(counted);
  }
  return found.sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : a.pathway - b.pathway));
}

/** The calendar years in which something was decided by the as-of day, latest first. */
export function yearsDecided(cases: Cases, asOf: Day): string[] {
  const last = dayNumber(asOf);
  const decided = cases.marks.map(({ outcome }) => outcome !== 'pending' && outcome !== 'not-applicable');
  const days = new Set<number>();
  for (let at = 0; at < cases.length * cases.width; at += 1) {
    const number = cases.mark[at] as number;
    const on = cases.day[at] as number;
    if (number !== NO_DECISION && on <= last && decided[number] === true) days.add(on);
  }
  return [...new Set([...days].map((on) => yearOf(on)))].sort().reverse();
}

const yearOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 4);

function placesOf(cases: Cases, indicators: readonly string[]): number[] {
  return indicators.flatMap((key) => cases.indicatorPlace(key) ?? []);
}
