import { SECTOR_ORDER, type Sector } from '../../../kernel/organisation';
import type { AxisItem, CountAxis, ItemSet } from '../../../disclosure/domain/count-axis';
import { hideCells } from '../../../disclosure/domain/hide-cells';
import { TABLES, unitAxis, type TableName } from '../../../disclosure/domain/unit-axis';
import type { CoverageCounts, CoverageTables } from './coverage';

/** True when a count of a unit's row is hidden. */
export type HiddenCoverage = (table: TableName, unit: string, item: string) => boolean;

interface CoverageItem extends AxisItem {
  readonly of: (counts: CoverageCounts) => number;
}

/** Registers report no rehabilitation, and what a patient tells is no report. */
const SECTORS: readonly Sector[] = SECTOR_ORDER.filter(
  (sector) => sector !== 'laboratory' && sector !== 'pharmacy' && sector !== 'patient',
);

const ITEMS: readonly CoverageItem[] = [
  { key: 'population', weight: 16, of: ({ population }) => population },
  { key: 'reported', weight: 16, of: ({ reported }) => reported },
  { key: 'unreported', weight: 4, of: ({ unreported }) => unreported },
  { key: 'unreportedInTrouble', weight: 2, of: ({ unreportedInTrouble }) => unreportedInTrouble },
  { key: 'excluded', weight: 2, of: ({ excluded }) => excluded },
  // The participation table has the same number: hidden there when small, and so no cover for another one here.
  { key: 'pending', weight: 40, of: ({ pending }) => pending },
  ...SECTORS.map((sector) => ({
    key: `sectors.${sector}`,
    weight: 3,
    of: ({ sectors }: CoverageCounts) => sectors[sector],
  })),
  // Differences a reader can work out.
  ...SECTORS.map((sector) => ({
    key: `-not-by.${sector}`,
    weight: 1,
    of: ({ reported, sectors }: CoverageCounts) => reported - sectors[sector],
  })),
  // Known to everybody from the indicator tables, in which everyone of the population stands.
  { key: '-all', weight: Infinity, of: ({ population, excluded, pending }) => population + excluded + pending },
  { key: '-heard', weight: 1, of: ({ unreported, unreportedInTrouble }) => unreported - unreportedInTrouble },
];
const PLACE = new Map(ITEMS.map(({ key }, at) => [key, at]));
const placesOf = (...keys: readonly string[]): ItemSet => keys.map((key) => PLACE.get(key) as number);

/** Everyone is reported by one combination of sectors, or not reported, or beside the population. */
const COVERAGE_AXIS: CountAxis = {
  items: ITEMS,
  everyone: placesOf('-all'),
  divisions: [
    [
      ...combinations(SECTORS).map((sectors) =>
        placesOf(
          'population',
          'reported',
          ...SECTORS.map((sector) => (sectors.includes(sector) ? `sectors.${sector}` : `-not-by.${sector}`)),
        ),
      ),
      placesOf('population', 'unreported', 'unreportedInTrouble'),
      placesOf('population', 'unreported', '-heard'),
      placesOf('excluded'),
      placesOf('pending'),
    ],
  ],
};

function combinations(sectors: readonly Sector[]): Sector[][] {
  const all = sectors.reduce<Sector[][]>((sets, sector) => sets.flatMap((set) => [set, [...set, sector]]), [[]]);
  return all.filter((set) => set.length > 0);
}

/** Which counts of the coverage tables are hidden, so that no small one can be computed from all tables together. */
export function hideCoverage({ tables, hospitals, municipalities }: CoverageTables, threshold: number): HiddenCoverage {
  if (threshold <= 1) return () => false;
  const units = Object.fromEntries(TABLES.map(({ name }) => [name, [...tables[name].keys()]])) as unknown as Record<
    TableName,
    string[]
  >;
  const { axis, placeOf } = unitAxis({ units, hospitals, municipalities });
  const width = ITEMS.length;
  const counts = new Float64Array(axis.items.length * width);
  for (const { name } of TABLES) {
    for (const [unit, counted] of tables[name]) {
      ITEMS.forEach(({ of }, at) => (counts[placeOf(name, unit) * width + at] = of(counted)));
    }
  }
  const hidden = hideCells({ rows: axis, columns: COVERAGE_AXIS, counts }, threshold);
  return (table, unit, item) => {
    const place = tables[table].has(unit) ? placeOf(table, unit) : undefined;
    const at = PLACE.get(item);
    return place !== undefined && at !== undefined && hidden[place * width + at] === 1;
  };
}
