import { daysBetween, earlierDay, type Day } from '../../../kernel/day';
import type { OrganisationList } from '../../../kernel/organisation-list';
import { SECTOR_ORDER, type Sector } from '../../../kernel/organisation';
import { isIn, type Period } from '../../../kernel/period';
import { TABLES, type Place, type TableName } from '../../../disclosure/domain/unit-axis';
import type { PathwayWithJourney } from '../pathway-with-journey';
import type { TransitionBasis } from '../handover-state';
import { unitIdOf } from '../../../kernel/unit';
import { reportedOf, type ReportedPathway } from './reported';

/** How many patients of a unit are known from LPR, and of how many rehabilitation has been reported. */
export interface CoverageCounts {
  /** `reported` and `unreported`; the excluded and the pending stand beside it. */
  readonly population: number;
  readonly reported: number;
  readonly unreported: number;
  /** Of the unreported: the index hospital or the municipality was not heard from. */
  readonly unreportedInTrouble: number;
  readonly excluded: number;
  readonly pending: number;
  /** Patients that each sector has reported; one of two sectors is in both. */
  readonly sectors: Readonly<Record<Sector, number>>;
  /** The days from the first index day to the last day anything could be reported on; absent without a population. */
  readonly days?: { readonly from: Day; readonly to: Day };
}

/** Counted by table and unit, with what hangs together. */
export interface CoverageTables {
  readonly tables: Readonly<Record<TableName, ReadonlyMap<string, CoverageCounts>>>;
  readonly hospitals: readonly Place[];
  readonly municipalities: readonly Place[];
}

/** Counts the coverage of everyone whose index day lies in the period, for the units of every level. */
export function countCoverage(
  pathways: Iterable<PathwayWithJourney>,
  period: Period,
  organisations: OrganisationList,
  basis: TransitionBasis,
): CoverageTables {
  const tallies = Object.fromEntries(TABLES.map(({ name }) => [name, new Map<string, CoverageTally>()])) as Record<
    TableName,
    Map<string, CoverageTally>
  >;
  const hospitals = new Map<string, Place>();
  const municipalities = new Map<string, Place>();
  for (const travelled of pathways) {
    if (travelled.indexDay > basis.asOf || !isIn(period, travelled.indexDay)) continue;
    const found = reportedOf(travelled, basis);
    const unit = {} as Record<TableName, string>;
    for (const { name, level, context } of TABLES) {
      unit[name] = unitIdOf(level, travelled, travelled.indexDay, organisations, context);
      let tally = tallies[name].get(unit[name]);
      if (tally === undefined) tallies[name].set(unit[name], (tally = new CoverageTally()));
      tally.add(travelled.indexDay, found, basis.asOf);
    }
    notePlace(hospitals, unit.hospital, unit['treated-region']);
    notePlace(municipalities, unit.municipality, unit['resident-region']);
  }
  const counted = TABLES.map(({ name }) => [name, countsOf(tallies[name])]);
  return {
    tables: Object.fromEntries(counted) as CoverageTables['tables'],
    hospitals: [...hospitals.values()],
    municipalities: [...municipalities.values()],
  };
}

function notePlace(places: Map<string, Place>, unit: string, region: string): void {
  const name = `${unit} ${region}`;
  if (!places.has(name)) places.set(name, { unit, region });
}

function countsOf(tallies: ReadonlyMap<string, CoverageTally>): Map<string, CoverageCounts> {
  return new Map([...tallies].map(([unit, tally]) => [unit, tally.counts()]));
}

/** Counts the pathways of one unit. */
export class CoverageTally {
  private readonly standing = { pending: 0, reported: 0, excluded: 0, unreported: 0 };
  private readonly sectors = Object.fromEntries(SECTOR_ORDER.map((sector) => [sector, 0])) as Record<Sector, number>;
  private unreportedInTrouble = 0;
  private from: Day | undefined;
  private to: Day = '';

  add(indexDay: Day, { reporting, due, sectors, isInTrouble }: ReportedPathway, asOf: Day): void {
    this.standing[reporting] += 1;
    if (isInTrouble) this.unreportedInTrouble += 1;
    if (reporting === 'pending' || reporting === 'excluded') return;
    if (this.from === undefined || indexDay < this.from) this.from = indexDay;
    const last = earlierDay(due, asOf);
    if (last > this.to) this.to = last;
    for (const sector of sectors) this.sectors[sector] += 1;
  }

  counts(): CoverageCounts {
    const { reported, unreported, excluded, pending } = this.standing;
    return {
      population: reported + unreported,
      reported,
      unreported,
      unreportedInTrouble: this.unreportedInTrouble,
      excluded,
      pending,
      sectors: { ...this.sectors },
      ...(this.from === undefined ? undefined : { days: { from: this.from, to: this.to } }),
    };
  }
}

/** True when an organisation was not heard from on a single day on which its patients could have been reported. */
export function isSilentThroughout(
  organisation: string,
  { days }: CoverageCounts,
  { troubleOf }: Pick<TransitionBasis, 'troubleOf'>,
): boolean {
  if (days === undefined) return false;
  return troubleOf(organisation, days.from, days.to, daysBetween(days.from, days.to) + 1) !== undefined;
}
