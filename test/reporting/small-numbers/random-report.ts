import type { PossibleOutcome } from '../../../src/kernel/decision';
import { SECTOR_ORDER } from '../../../src/kernel/organisation';
import { Tally } from '../../../src/counting/domain/tally';
import type { Mark } from '../../../src/counting/domain/mark';
import type { TableRow } from '../../../src/counting/domain/indicator-table';
import { hideSmallNumbers, type JointTables } from '../../../src/disclosure/domain/hide-small-numbers';
import { TABLES, type Place, type TableName } from '../../../src/disclosure/domain/unit-axis';
import { runningTotals, type Random } from '../../../src/synthetic/random';
import { countAt, FIGURES, isImplied, REASONS } from './figure-side';
import { cellName, shuffled, tableOf, type RandomTable } from './random-table';
import type { Side } from './sides';

export interface Country {
  readonly hospitals: number;
  readonly municipalities: number;
  readonly regions: number;
  readonly patients: number;
}

const smallCountry = (random: Random): Country => ({
  hospitals: random.int(2, 4),
  municipalities: random.int(2, 6),
  regions: random.int(1, 3),
  patients: random.int(0, random.pick([5, 40, 200])),
});

/**
 * The tables of all levels for some patients, by default in a country of a few hospitals and municipalities. Under a second
 * indicator the same patients are outside the denominator, and a reader knows it.
 */
export function randomReport(
  random: Random,
  indicators: readonly string[],
  country: Country = smallCountry(random),
): RandomTable {
  const hospitals = placesOf('hospital', country.hospitals, country.regions);
  const municipalities = placesOf('municipality', country.municipalities, country.regions);
  const chances = (things: readonly unknown[], of: readonly number[]): number[] =>
    runningTotals(things.map(() => random.pick(of)));
  const [ofHospitals, ofMunicipalities] = [chances(hospitals, LIKELY), chances(municipalities, LIKELY)];
  // What stands nowhere in a table is not among the tables thought of: at times many marks are left out.
  const some = random.pick([MARKS, MARKS.filter(() => random.chance(0.4))]);
  const marks = some.length === 0 ? MARKS : some;
  const ofMarks = chances(marks, LIKELY);
  const tallies = new Map<string, Tally>();
  const outside = random.pick([0.01, 0.1, 0.5]);
  for (let patient = country.patients; patient > 0; patient -= 1) {
    const hospital = hospitals[random.share(ofHospitals)] as Place;
    const municipality = municipalities[random.share(ofMunicipalities)] as Place;
    const counted = {
      denmark: 'denmark',
      'treated-region': hospital.region,
      hospital: hospital.unit,
      'resident-region': municipality.region,
      municipality: municipality.unit,
    };
    const isOutside = random.chance(outside);
    for (const indicator of indicators) {
      const mark = isOutside ? OUTSIDE : (marks[random.share(ofMarks)] as Mark);
      for (const [table, unit] of Object.entries(counted)) tallyIn(tallies, rowName(indicator, table, unit)).add(mark);
    }
  }
  const units: Readonly<Record<TableName, readonly string[]>> = {
    denmark: ['denmark'],
    'treated-region': [...new Set(hospitals.map(({ region }) => region))],
    hospital: hospitals.map(({ unit }) => unit),
    'resident-region': [...new Set(municipalities.map(({ region }) => region))],
    municipality: municipalities.map(({ unit }) => unit),
  };
  const tables: JointTables = mapTables((name) =>
    indicators.flatMap((indicator) =>
      units[name].map((unit) => rowOf(indicator, unit, tallyIn(tallies, rowName(indicator, name, unit)))),
    ),
  );
  const rowAt = new Map(
    TABLES.flatMap(({ name }) =>
      tables[name].map((row): [string, TableRow] => [rowName(row.indicator, name, row.unit.id), row]),
    ),
  );
  const table = tableOf(
    {
      items: [...rowAt.keys()],
      sums: indicators.flatMap((indicator) => sumsOf(indicator, units, hospitals, municipalities)),
      divisions: [],
      everyone: '',
    },
    FIGURES,
    (row, place) => countAt(place, rowAt.get(row) as TableRow),
  );
  const outsideAt = new Map(table.cells.map(({ name }, at) => [name, at]));
  const sameOutside = indicators.slice(1).flatMap((other) =>
    TABLES.flatMap(({ name }) =>
      units[name].map((unit) => {
        const [one = -1, two = -1] = [indicators[0] as string, other].map((indicator) =>
          outsideAt.get(cellName(rowName(indicator, name, unit), 'notApplicable')),
        );
        return { total: one, parts: [two] };
      }),
    ),
  );
  return {
    shape: indicators.length === 1 ? 'report' : 'report of two indicators',
    sums: [...table.sums, ...sameOutside],
    cells: table.cells.map((cell) => ({
      ...cell,
      isImplied: isImplied(cell.name.split(' | ')[1] as string),
    })),
    hiddenUnder: (threshold, order) => {
      const told = order === undefined ? tables : mapTables((name) => shuffled(tables[name], order));
      const places =
        order === undefined
          ? { hospitals, municipalities }
          : { hospitals: shuffled(hospitals, order), municipalities: shuffled(municipalities, order) };
      const shown = hideSmallNumbers(told, places, threshold);
      return new Set(
        TABLES.flatMap(({ name }) =>
          shown[name].flatMap(({ indicator, unit, hidden = [] }) =>
            hidden.map((place) => cellName(rowName(indicator, name, unit.id), place)),
          ),
        ),
      );
    },
  };
}

const rowName = (indicator: string, table: string, unit: string): string => `${indicator} ${table} ${unit}`;

const LIKELY = [1, 5, 30, 100];
const OUTSIDE: Mark = {
  outcome: 'not-applicable',
  reason: 'OUTSIDE_DENOMINATOR',
  denominatorUnknown: false,
  disturbed: false,
  isOpen: false,
};
const EITHER: readonly PossibleOutcome[] = ['met', 'not-met'];
const PLAIN = { denominatorUnknown: false, disturbed: false, isOpen: false };
const DISTURBED = { denominatorUnknown: false, disturbed: true, isOpen: false };
const MARKS: readonly Mark[] = [
  ...[PLAIN, DISTURBED, { ...DISTURBED, possible: EITHER }].flatMap((how): Mark[] => [
    ...SECTOR_ORDER.slice(0, 3).map((sector) => ({ outcome: 'met' as const, sector, ...how })),
    { outcome: 'not-met', ...how },
  ]),
  ...REASONS.inDenominator.map((reason): Mark => ({ outcome: 'unknown', reason, ...DISTURBED, possible: EITHER })),
  ...REASONS.denominatorUnknown.flatMap((reason) =>
    (
      [
        ['met', 'out'],
        ['not-met', 'out'],
        ['met', 'not-met', 'out'],
      ] as const
    ).map((possible): Mark => ({ outcome: 'unknown', reason, ...DISTURBED, denominatorUnknown: true, possible })),
  ),
  { outcome: 'pending', ...PLAIN, isOpen: true },
  { outcome: 'met', ...PLAIN, isOpen: true },
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW', ...PLAIN },
  { outcome: 'excluded', reason: 'DIED_IN_WINDOW', ...DISTURBED, possible: ['met', 'out'] },
];

function placesOf(kind: string, count: number, regions: number): Place[] {
  return Array.from({ length: count }, (_, at) => ({ unit: `${kind}:${at}`, region: `region:${at % regions}` }));
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

function rowOf(indicator: string, unit: string, tally: Tally): TableRow {
  return { number: 4, indicator, unit: { id: unit, name: unit }, ...tally.figures() };
}

function sumsOf(
  indicator: string,
  units: Readonly<Record<TableName, readonly string[]>>,
  hospitals: readonly Place[],
  municipalities: readonly Place[],
): Side['sums'] {
  const row = (table: TableName, unit: string): string => rowName(indicator, table, unit);
  const within = (regions: TableName, table: TableName, places: readonly Place[]): Side['sums'] => [
    { total: row('denmark', 'denmark'), parts: units[regions].map((region) => row(regions, region)) },
    ...units[regions].map((region) => ({
      total: row(regions, region),
      parts: places.filter((place) => place.region === region).map(({ unit }) => row(table, unit)),
    })),
  ];
  return [
    ...within('treated-region', 'hospital', hospitals),
    ...within('resident-region', 'municipality', municipalities),
  ];
}

function mapTables<T>(of: (name: TableName) => T): Record<TableName, T> {
  return Object.fromEntries(TABLES.map(({ name }) => [name, of(name)])) as Record<TableName, T>;
}
