import { dayFromNumber, dayNumber } from '../../kernel/day';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Case } from './case';
import type { Cases } from './cases';
import { OrganisationPairs } from './count-organisations';
import { countPlaces } from './count-places';
import { KeyedTally } from './keyed-tally';
import type { Mark } from './mark';
import { countMark, markCounts, type MarkCounts } from './mark-counts';
import type { Period } from '../../kernel/period';
import { unitIdOf, type Context, type Level } from '../../kernel/unit';
import { turnsOf, UnitFinder, unitsAt } from './unit-finder';

/** Which decisions are counted, and by what. */
export interface Counting {
  readonly organisations: OrganisationList;
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly level: Level;
  readonly context: Context;
}

/** Tallies by indicator and unit; a unit under which nothing was counted is not there. */
export type UnitTallies = ReadonlyMap<string, ReadonlyMap<string, KeyedTally>>;

/**
 * Counts a period's decisions by indicator (or only those given) and unit (or only the one given): one pass over the
 * columns.
 */
export function countByUnit(
  cases: Cases,
  counting: Counting,
  indicators: readonly string[] = cases.indicators,
  unit?: string,
): UnitTallies {
  return summedBy(counting.level, countByPlace(cases, counting, indicators, unit));
}

/** How often each mark stands, by indicator and by the organisation pathways are counted under in a context. */
interface PlaceCounts {
  readonly cases: Cases;
  readonly organisations: OrganisationList;
  readonly context: Context;
  /** First days of the stretches between which regions change, as day numbers. */
  readonly turns: readonly number[];
  readonly indicators: readonly string[];
  /** By indicator: at (stretch × organisations + organisation) × marks + mark. */
  readonly counts: readonly MarkCounts[];
  /** In groups: indicator × stretches + stretch. */
  readonly pairs: OrganisationPairs;
}

/** Regions depend on the day too, so what is counted is kept apart by the stretches of days between which none begins or ends. */
function countByPlace(
  cases: Cases,
  { organisations, period, context, level }: Counting,
  indicators: readonly string[],
  unit: string | undefined,
): PlaceCounts {
  const counted = indicators.filter((indicator) => cases.indicators.includes(indicator));
  const turns = turnsOf(organisations);
  const idAt = unitIds(level, context, cases, organisations, turns);
  const everyPlace = Array.from({ length: (turns.length + 1) * cases.organisations.length }, (_, place) => place);
  const { counts, pairs } = countPlaces(cases, {
    ...{ context, days: period, indicators: counted, turns },
    ...(unit === undefined ? undefined : { asked: everyPlace.map((place) => idAt(place) === unit) }),
  });
  return { cases, organisations, context, turns, indicators: counted, counts, pairs };
}

/** Sums what was counted by organisation up to a level's units. */
function summedBy(level: Level, placeCounts: PlaceCounts): UnitTallies {
  const { cases, organisations, context, turns, indicators, counts } = placeCounts;
  const known = cases.organisations.length;
  const marks = cases.marks;
  const idAt = unitIds(level, context, cases, organisations, turns);
  const tallies = indicators.map((_, column) => {
    const { times, keys } = counts[column] as MarkCounts;
    const ofColumn = new Map<string, KeyedTally>();
    for (let place = 0; place < (turns.length + 1) * known; place += 1) {
      for (let number = 1; number < marks.length; number += 1) {
        const at = place * marks.length + number;
        if (times[at] === 0) continue;
        const id = idAt(place);
        let tally = ofColumn.get(id);
        if (tally === undefined) ofColumn.set(id, (tally = new KeyedTally()));
        tally.add(marks[number] as Mark, times[at] as number, keys[at] as number);
      }
    }
    return ofColumn;
  });
  addParts(tallies, placeCounts, idAt);
  return new Map(indicators.map((indicator, column) => [indicator, tallies[column] as Map<string, KeyedTally>]));
}

/** Tells the tallies who should have reported what they counted. */
function addParts(
  tallies: readonly ReadonlyMap<string, KeyedTally>[],
  { cases, context, turns, pairs }: PlaceCounts,
  idAt: (place: number) => string,
): void {
  const stretches = turns.length + 1;
  const numberOf = new Map(cases.organisations.map((organisation, number) => [organisation, number]));
  pairs.each(({ group, part, reporters, count, key }) => {
    const organisation = context === 'treated' ? reporters.hospital : reporters.municipality;
    const place = (group % stretches) * cases.organisations.length + (numberOf.get(organisation) as number);
    tallies[Math.floor(group / stretches)]?.get(idAt(place))?.addPart(reporters, part, { count, key });
  });
}

/** The id of the unit of a level at each place (stretch × organisations + organisation). */
function unitIds(
  level: Level,
  context: Context,
  cases: Cases,
  organisations: OrganisationList,
  turns: readonly number[],
): (place: number) => string {
  const ids = new Map<number, string>();
  return (place) => {
    let id = ids.get(place);
    if (id === undefined) {
      const stretch = Math.floor(place / cases.organisations.length);
      const day = dayFromNumber(turns[stretch - 1] ?? (turns[0] ?? 0) - 1);
      const organisation = cases.organisations[place % cases.organisations.length] as string;
      ids.set(place, (id = unitIdOf(level, unitsAt(context, organisation), day, organisations, context)));
    }
    return id;
  };
}

/** A tally from how often each mark stands. */
function tallyOf({ marks }: Cases, { times, keys }: MarkCounts): KeyedTally {
  const tally = new KeyedTally();
  times.forEach((count, number) => {
    const mark = marks[number];
    if (count > 0 && mark !== undefined) tally.add(mark, count, keys[number] as number);
  });
  return tally;
}

/** One indicator of one unit in each of several periods that do not overlap, in their order. */
export function countByPeriod(
  cases: Cases,
  { organisations, level, context }: Omit<Counting, 'period'>,
  question: { readonly indicator: string; readonly unit: string; readonly periods: readonly Period[] },
): KeyedTally[] {
  const { indicator, unit, periods } = question;
  const bounds = periods.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
  const counts = bounds.map(() => markCounts(cases.marks.length));
  const column = cases.indicators.indexOf(indicator);
  if (bounds.length === 0 || column < 0) return counts.map((ofMarks) => tallyOf(cases, ofMarks));
  const finder = new UnitFinder(cases, level, context, organisations);
  const asked = finder.numberOf(unit);
  const pairs = new OrganisationPairs(cases, bounds.length);
  const periodOn = periodFinder(bounds);
  const { mark, day, length } = cases.columns();
  const width = cases.indicators.length;
  for (let slot = 0; slot < length; slot += 1) {
    const at = slot * width + column;
    const number = mark[at] as number;
    if (number === 0) continue;
    const on = day[at] as number;
    const period = periodOn(on);
    if (period < 0 || finder.unitOf(slot, on) !== asked) continue;
    const key = cases.keyAt(slot);
    countMark(counts[period] as MarkCounts, number, key);
    pairs.add(slot, number, period, key);
  }
  const tallies = counts.map((ofMarks) => tallyOf(cases, ofMarks));
  pairs.each(({ group, part, reporters, count, key }) => tallies[group]?.addPart(reporters, part, { count, key }));
  return tallies;
}

/** The longest run of days that a table is made of: longer than any series of reports. */
const LONGEST_TABLE = 50_000;

/** Tells the place of the period a day lies in, or -1: by a table of days, since every decision asks. */
function periodFinder(bounds: readonly (readonly [from: number, to: number])[]): (day: number) => number {
  const first = Math.min(...bounds.map(([from]) => from));
  const last = Math.max(...bounds.map(([, to]) => to));
  if (last - first > LONGEST_TABLE) return (day) => bounds.findIndex(([from, to]) => from <= day && day <= to);
  const places = new Int32Array(last - first + 1).fill(-1);
  bounds.forEach(([from, to], place) => places.fill(place, from - first, to - first + 1));
  return (day) => places[day - first] ?? -1;
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
  const found: Case[] = [];
  cases.each([indicator], period, (slot, _mark, day) => {
    if (asked !== undefined && finder.unitOf(slot, day) !== asked) return;
    const counted = cases.caseAt(slot, indicator);
    if (counted !== undefined && (counts === undefined || counts(counted))) found.push(counted);
  });
  return found.sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : a.pathway - b.pathway));
}

/** The calendar years in which pathways began whose windows have ended, latest first. */
export function yearsDecided(cases: Cases): string[] {
  const decided = cases.marks.map(({ outcome, isOpen }) => outcome !== 'not-applicable' && !isOpen);
  const days = new Set<number>();
  cases.each(cases.indicators, {}, (_slot, mark, day) => {
    if (decided[mark] === true) days.add(day);
  });
  return [...new Set([...days].map((on) => yearOf(on)))].sort().reverse();
}

const yearOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 4);
