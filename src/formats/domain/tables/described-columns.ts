import type { Bilingual } from '../../../kernel/language';
import { TABLE_FILE_WORDS as FAULTS } from '../../../kernel/words/table-files';
import { headingMeant } from '../rows/header';
import {
  placeOf,
  plainHeading,
  type ColumnDescription,
  type HadsColumns,
  type TableDescription,
} from './table-description';

/** A column where it stands. */
export interface PlacedColumn {
  readonly column: ColumnDescription;
  readonly at: number;
  readonly heading: string;
  /** Where the sign of a bound stands. */
  readonly sign?: number;
}

/** Where the items of HADS stand, by their numbers, and what says how they are coded. */
export interface PlacedHads {
  readonly items: ReadonlyMap<number, number>;
  readonly coding: number;
}

/** The columns of a described table in a header. */
export interface PlacedColumns {
  readonly columns: readonly PlacedColumn[];
  /** Of each rule for the name of a registration that is a column of its own: where it stands. */
  readonly records: readonly number[];
  readonly hads?: PlacedHads;
  readonly claimed: ReadonlySet<number>;
}

/** Finds the columns of a table in its first row; or why it is no such table, with what to do. */
export function placeColumns(
  description: TableDescription,
  header: readonly string[],
): PlacedColumns | { readonly faults: readonly Bilingual[] } {
  const plain = header.map(plainHeading);
  const columns = description.columns.flatMap((column): PlacedColumn[] => {
    const at = placeOf(column.names, plain);
    if (at < 0) return [];
    const sign = column.sign === undefined ? -1 : placeOf(column.sign, plain);
    return [{ column, at, heading: header[at] ?? '', ...(sign < 0 ? undefined : { sign }) }];
  });
  if (columns.length === 0) return { faults: [FAULTS.noHeader({ known: description.columns[0]?.names[0] ?? '' })] };
  const faults = [...missingColumns(description, columns, header), ...twice(columns, plain)];
  if (faults.length > 0) return { faults };
  const records = description.records.map((rule) => ('own' in rule ? placeOf(rule.own, plain) : -1));
  const hads = description.hads === undefined ? undefined : placeHads(description.hads, plain);
  const places = [
    ...columns.flatMap(({ at, sign }) => (sign === undefined ? [at] : [at, sign])),
    ...records,
    ...(hads === undefined ? [] : [...hads.items.values(), hads.coding]),
  ];
  return {
    columns,
    records,
    claimed: new Set(places.filter((at) => at >= 0)),
    ...(hads === undefined ? undefined : { hads }),
  };
}

/** A field that every row must have stands in one column or another. */
function missingColumns(
  { columns }: TableDescription,
  placed: readonly PlacedColumn[],
  header: readonly string[],
): readonly Bilingual[] {
  const there = new Set(placed.flatMap(({ column }) => [column.field, column.and]));
  return columns
    .filter(({ field, mandatory, when }) => mandatory === true && when === undefined && !there.has(field))
    .map(({ names: [column = '', ...others] }) => {
      const written = [column, ...others].map((name) => headingMeant(name, header)).find((one) => one !== undefined);
      return written === undefined ? FAULTS.missing({ column }) : FAULTS.missingMeant({ column, written });
    });
}

function twice(columns: readonly PlacedColumn[], plain: readonly string[]): readonly Bilingual[] {
  const places = new Map(columns.map(({ at, column }) => [at, column.names[0] ?? '']));
  return [...places]
    .filter(([at]) => plain.indexOf(plain[at] ?? '', at + 1) >= 0)
    .map(([, column]) => FAULTS.twice({ column }));
}

function placeHads({ items, coding }: HadsColumns, plain: readonly string[]): PlacedHads {
  const item = new RegExp(`^(?:${items.map(plainHeading).join('|')})0*(\\d{1,2})$`);
  const found = plain.flatMap((heading, at): [number, number][] => {
    const number = Number(item.exec(heading)?.[1]);
    return number >= 1 && number <= 14 ? [[number, at]] : [];
  });
  return { items: new Map(found), coding: placeOf(coding, plain) };
}
