import { compareCodePoints } from '../../kernel/ordering';
import type { Context, Level } from '../../kernel/unit';
import type { CountAxis } from './count-axis';

/** Tables that hang together: Denmark with its regions and hospitals, and with its regions and municipalities of residence. */
export const TABLES = [
  { name: 'denmark', level: 'denmark', context: 'treated', weight: 30 },
  { name: 'treated-region', level: 'region', context: 'treated', weight: 8 },
  { name: 'hospital', level: 'hospital', context: 'treated', weight: 2 },
  { name: 'resident-region', level: 'region', context: 'resident', weight: 8 },
  { name: 'municipality', level: 'municipality', context: 'resident', weight: 2 },
] as const satisfies readonly { name: string; level: Level; context: Context; weight: number }[];
export type TableName = (typeof TABLES)[number]['name'];

/** The table of a level; Denmark is the same in both contexts. */
export function tableOf(level: Level, context: Context): TableName {
  const table = TABLES.find((one) => one.level === level && (level === 'denmark' || one.context === context));
  if (table === undefined) throw new Error(`There is no table of level ${level} in context ${context}.`);
  return table.name;
}

/** A hospital or municipality with the region its people were counted under; when regions merge a unit has two. */
export interface Place {
  readonly unit: string;
  readonly region: string;
}

/** Ids of the units in each table, and how they hang together. */
export interface UnitTables {
  readonly units: Readonly<Record<TableName, readonly string[]>>;
  readonly hospitals: readonly Place[];
  readonly municipalities: readonly Place[];
}

/** The units of all tables as one axis, with the place of each. */
export function unitAxis({ units, hospitals, municipalities }: UnitTables): {
  readonly axis: CountAxis;
  readonly placeOf: (table: TableName, unit: string) => number;
} {
  const items = TABLES.flatMap(({ name, weight }) =>
    [...units[name]].sort(compareCodePoints).map((id) => ({ key: `${name} ${id}`, weight })),
  );
  const places = new Map(items.map(({ key }, at) => [key, at]));
  const placeOf = (table: TableName, unit: string): number => places.get(`${table} ${unit}`) as number;
  const division = (table: TableName, regions: TableName, of: readonly Place[]): number[][] =>
    // In an order of their own: of classes that cost the same the first is taken, whoever was counted first.
    [...of].sort(comparePlaces).map(({ unit, region }) => [placeOf(table, unit), placeOf(regions, region)]);
  return {
    axis: {
      items,
      everyone: units.denmark.map((id) => placeOf('denmark', id)),
      divisions: [
        division('hospital', 'treated-region', hospitals),
        division('municipality', 'resident-region', municipalities),
      ].filter((classes) => classes.length > 0),
    },
    placeOf,
  };
}

const comparePlaces = (a: Place, b: Place): number =>
  compareCodePoints(a.unit, b.unit) || compareCodePoints(a.region, b.region);
