import { SECTOR_ORDER, type Sector } from '../../../kernel/organisation';
import { percentOf } from '../../../counting/domain/percent';
import type { ShownCount } from '../../../disclosure/domain/disclosed';
import type { Exit } from '../../../disclosure/domain/exit';
import type { TransitionBasis } from '../handover-state';
import { listedUnits, unitOf, type Unit } from '../../../kernel/unit';
import { unitOrderOf } from '../../../kernel/unit-order';
import type { Arrivals } from '../../../reporting/domain/arrivals';
import { bandOf, type CoverageBand } from './band';
import { isSilentThroughout, nobodyCovered, type CoverageCounting, type CoverageTable } from './coverage';

/** One sector's share in a unit's coverage. */
interface CoverageBySector {
  readonly sector: Sector;
  readonly reported: ShownCount;
  /** Of the population. */
  readonly percent: number | null;
}

/** The coverage of one unit. */
export interface CoverageRow {
  readonly unit: Unit;
  readonly population: ShownCount;
  readonly reported: ShownCount;
  readonly unreported: ShownCount;
  readonly unreportedInTrouble: ShownCount;
  readonly excluded: ShownCount;
  readonly pending: ShownCount;
  readonly percent: number | null;
  /** `unknown` when there is nobody to cover, or when the unit itself was silent throughout. */
  readonly band: CoverageBand;
  /** Sectors that reported somebody. */
  readonly sectors: readonly CoverageBySector[];
  /** Of a hospital: whether all patients arrived; null where nothing can be expected, and of other units. */
  readonly arrivals: Arrivals | null;
}

/** The rows of a level, one for every listed unit and every other that anybody is counted in, hospitals by region and name, the unknown last. */
export function coverageRows(
  { table, arrivals }: { readonly table: CoverageTable; readonly arrivals: ReadonlyMap<string, Arrivals> },
  { period, level, organisations }: Omit<CoverageCounting, 'context'>,
  basis: Pick<TransitionBasis, 'asOf' | 'troubleOf'>,
  exit: Exit,
): CoverageRow[] {
  const others = [...table].filter(([, { population, excluded, pending }]) => population + excluded + pending > 0);
  const ids = new Set([...listedUnits(level, organisations, period, basis.asOf), ...others.map(([id]) => id)]);
  const nobody = nobodyCovered(exit);
  return [...ids].sort(unitOrderOf(organisations)).map((id): CoverageRow => {
    const counts = table.get(id) ?? nobody;
    const { population, reported, sectors, days: _days, ...rest } = counts;
    const isSilent = (level === 'hospital' || level === 'municipality') && isSilentThroughout(id, counts, basis);
    return {
      unit: unitOf(id, organisations),
      population,
      reported,
      ...rest,
      percent: percentOf(reported, population),
      band: isSilent ? 'unknown' : bandOf(reported, population),
      sectors: SECTOR_ORDER.flatMap((sector) => {
        const count = sectors[sector];
        // Each is a cell of its own, so that one may be shown as more than the population it is part of.
        return count === 0
          ? []
          : [{ sector, reported: count, percent: percentOf(Math.min(count, population), population) }];
      }),
      arrivals: arrivals.get(id) ?? null,
    };
  });
}
