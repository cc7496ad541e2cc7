import { daysBetween, earlierDay, type Day } from '../../../kernel/day';
import type { OrganisationList } from '../../../kernel/organisation-list';
import { SECTOR_ORDER, type Sector } from '../../../kernel/organisation';
import { isIn, type Period } from '../../../kernel/period';
import { KeyedCounter } from '../../../counting/domain/keyed-counter';
import type { ShownCount } from '../../../disclosure/domain/disclosed';
import type { Exit } from '../../../disclosure/domain/exit';
import type { PathwayWithJourney } from '../pathway-with-journey';
import type { TransitionBasis } from '../handover-state';
import type { Context, Level } from '../../../kernel/unit';
import { unitsOf } from '../../../counting/domain/unit-finder';
import { reportedOn, type ReportedPathway } from './reported';

/** How many patients of a unit are known from LPR, and of how many rehabilitation has been reported. */
export interface CoverageCounts {
  /** `reported` and `unreported`; the excluded and the pending stand beside it. */
  readonly population: ShownCount;
  readonly reported: ShownCount;
  readonly unreported: ShownCount;
  /** Of the unreported: the index hospital or the municipality was not heard from. */
  readonly unreportedInTrouble: ShownCount;
  readonly excluded: ShownCount;
  readonly pending: ShownCount;
  /** Patients that each sector has reported; one of two sectors is in both. */
  readonly sectors: Readonly<Record<Sector, ShownCount>>;
  /** The days from the first index day to the last day anything could be reported on; absent without a population. */
  readonly days?: { readonly from: Day; readonly to: Day };
}

/** Counts by unit. */
export type CoverageTable = ReadonlyMap<string, CoverageCounts>;

/** Which units are counted, and when. */
export interface CoverageCounting {
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  readonly organisations: OrganisationList;
}

/** Counts the coverage of everyone whose index day lies in the period, for the units of a level. */
export function countCoverage(
  pathways: Iterable<PathwayWithJourney>,
  { period, level, context, organisations }: CoverageCounting,
  basis: TransitionBasis,
  exit: Exit,
): CoverageTable {
  const tallies = new Map<string, CoverageTally>();
  const unitOf = unitsOf(level, organisations, context);
  const reportedOf = reportedOn(basis);
  for (const travelled of pathways) {
    if (travelled.indexDay > basis.asOf || !isIn(period, travelled.indexDay)) continue;
    const unit = unitOf(travelled, travelled.indexDay);
    let tally = tallies.get(unit);
    if (tally === undefined) tallies.set(unit, (tally = new CoverageTally()));
    tally.add(travelled, reportedOf(travelled), basis.asOf);
  }
  return new Map([...tallies].map(([unit, tally]) => [unit, tally.counts(exit)]));
}

/** Counts the pathways of one unit. */
class CoverageTally {
  private readonly cells = new KeyedCounter<ReportedPathway['reporting'] | Sector | 'in trouble'>();
  private from: Day | undefined;
  private to: Day = '';

  add(
    { indexDay, key }: Pick<PathwayWithJourney, 'indexDay' | 'key'>,
    { reporting, due, sectors, isInTrouble }: ReportedPathway,
    asOf: Day,
  ): void {
    const one = { count: 1, key };
    this.cells.add(reporting, one);
    if (isInTrouble) this.cells.add('in trouble', one);
    if (reporting === 'pending' || reporting === 'excluded') return;
    if (this.from === undefined || indexDay < this.from) this.from = indexDay;
    const last = earlierDay(due, asOf);
    if (last > this.to) this.to = last;
    for (const sector of sectors) this.cells.add(sector, one);
  }

  counts(exit: Exit): CoverageCounts {
    const shown = (cell: Parameters<typeof this.cells.of>[0]): ShownCount => exit.count(this.cells.of(cell));
    const [reported, unreported] = [shown('reported'), shown('unreported')];
    return {
      population: exit.sum(reported, unreported),
      reported,
      unreported,
      unreportedInTrouble: shown('in trouble'),
      excluded: shown('excluded'),
      pending: shown('pending'),
      sectors: Object.fromEntries(SECTOR_ORDER.map((sector) => [sector, shown(sector)])) as CoverageCounts['sectors'],
      ...(this.from === undefined ? undefined : { days: { from: this.from, to: this.to } }),
    };
  }
}

/** The row of a unit in which nobody is counted. */
export const nobodyCovered = (exit: Exit): CoverageCounts => new CoverageTally().counts(exit);

/** True when an organisation was not heard from on a single day on which its patients could have been reported. */
export function isSilentThroughout(
  organisation: string,
  { days }: CoverageCounts,
  { troubleOf }: Pick<TransitionBasis, 'troubleOf'>,
): boolean {
  if (days === undefined) return false;
  return troubleOf(organisation, days.from, days.to, daysBetween(days.from, days.to) + 1) !== undefined;
}
