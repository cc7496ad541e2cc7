import type { OrganisationList } from '../../../kernel/organisation-list';
import { SECTOR_ORDER, type Sector } from '../../../kernel/organisation';
import { compareCodePoints } from '../../../kernel/ordering';
import { percentOf } from '../../../counting/domain/percent';
import type { Period } from '../../../kernel/period';
import type { ShownCount } from '../../../disclosure/domain/shown-row';
import { tableOf } from '../../../disclosure/domain/unit-axis';
import type { TransitionBasis } from '../handover-state';
import { listedUnits, unitOf, type Context, type Level, type Unit } from '../../../kernel/unit';
import type { Arrivals } from './arrivals';
import { bandOf, type CoverageBand } from './band';
import { CoverageTally, isSilentThroughout, type CoverageTables } from './coverage';
import type { HiddenCoverage } from './hide-coverage';

/** One sector's share in a unit's coverage. */
interface CoverageBySector {
  readonly sector: Sector;
  readonly reported: ShownCount;
  /** Of the population. */
  readonly percent: number | null;
}

/** The coverage of one unit; null where a count is hidden, and what would tell it. */
export interface CoverageRow {
  readonly unit: Unit;
  readonly population: ShownCount;
  readonly reported: ShownCount;
  readonly unreported: ShownCount;
  readonly unreportedInTrouble: ShownCount;
  readonly excluded: ShownCount;
  readonly pending: ShownCount;
  readonly percent: number | null;
  /** `unknown` when there is nobody to cover, when the unit itself was silent throughout, or when it is hidden. */
  readonly band: CoverageBand;
  /** Sectors that reported somebody. */
  readonly sectors: readonly CoverageBySector[];
  /** Of a hospital: whether all patients arrived; null where nothing can be expected, and of other units. */
  readonly arrivals: Arrivals | null;
}

const NOBODY = new CoverageTally().counts();

/** The rows of a level, one for every listed unit, by identifier with the unknown last. */
export function coverageRows(
  counted: CoverageTables & { readonly arrivals: ReadonlyMap<string, Arrivals> },
  { period, level, context }: { readonly period: Period; readonly level: Level; readonly context: Context },
  organisations: OrganisationList,
  basis: Pick<TransitionBasis, 'asOf' | 'troubleOf'>,
  hidden: HiddenCoverage,
): CoverageRow[] {
  const table = tableOf(level, context);
  const ids = new Set([...listedUnits(level, organisations, period, basis.asOf), ...counted.tables[table].keys()]);
  return [...ids].sort(compareUnits).map((id): CoverageRow => {
    const counts = counted.tables[table].get(id) ?? NOBODY;
    const isShown = (item: string): boolean => !hidden(table, id, item);
    const show = (item: string, count: number): ShownCount => (isShown(item) ? count : null);
    const { population, reported } = counts;
    const isShareShown = isShown('population') && isShown('reported');
    const isSilent = (level === 'hospital' || level === 'municipality') && isSilentThroughout(id, counts, basis);
    return {
      unit: unitOf(id, organisations),
      population: show('population', population),
      reported: show('reported', reported),
      unreported: show('unreported', counts.unreported),
      unreportedInTrouble: show('unreportedInTrouble', counts.unreportedInTrouble),
      excluded: show('excluded', counts.excluded),
      pending: show('pending', counts.pending),
      percent: isShareShown ? percentOf(reported, population) : null,
      band: isShareShown && !isSilent ? bandOf(reported, population) : 'unknown',
      sectors: SECTOR_ORDER.flatMap((sector) => {
        const item = `sectors.${sector}`;
        const count = counts.sectors[sector];
        if (count === 0 && isShown(item)) return [];
        const percent = isShown(item) && isShown('population') ? percentOf(count, population) : null;
        return [{ sector, reported: show(item, count), percent }];
      }),
      arrivals: level === 'hospital' ? (counted.arrivals.get(id) ?? null) : null,
    };
  });
}

const isUnknown = (id: string): number => (id.endsWith(':unknown') ? 1 : 0);
const compareUnits = (a: string, b: string): number => isUnknown(a) - isUnknown(b) || compareCodePoints(a, b);
