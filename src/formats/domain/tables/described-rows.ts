import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS } from '../../../kernel/words/table-files';
import { cprInCell, NINE_DIGITS } from '../rows/cell-values';
import { placeColumns, type PlacedColumn } from './described-columns';
import { recordOf, type Gathered } from './described-record';
import type { HadsScoring } from '../hads';
import { takeHads } from './read-hads';
import { isBlank, readCell } from './read-cell';
import type { ColumnDescription, TableDescription } from './table-description';
import type { BoundTable, RowRead } from './table-form';
import { valueAt, putAt } from './data-paths';

/** Finds a described table's columns in its first row and reads the rows below; or why it is no such table. */
export function bindDescribed(
  description: TableDescription,
  scoring: HadsScoring | undefined,
  header: readonly string[],
): BoundTable | { readonly faults: readonly Bilingual[] } {
  const placed = placeColumns(description, header);
  if ('faults' in placed) return placed;
  const named = new Set(description.columns.flatMap(({ when }) => when ?? []));
  const [choice, ...rest] = inReadingOrder(description, placed.columns);
  const mandatory = description.columns.filter((one) => one.mandatory === true && one.field !== 'cpr');
  const conditional = placed.columns.filter(({ column }) => column.when !== undefined);
  const cprAt = placed.columns.find(({ column }) => column.field === 'cpr')?.at;
  return {
    claimed: placed.claimed,
    kindOf: () => description.kind,
    read(cells, _number, isRetracted) {
      const row: Gathered = { values: {}, identity: {}, told: [] };
      const cpr = cprAt === undefined ? undefined : cprInCell(isBlank(cells[cprAt]) ? undefined : cells[cprAt]);
      if (cpr?.digits === '' && !isRetracted) return { refused: FAULTS.blank, ...columnAt(cprAt) };
      if (cpr?.isFilledUp === true) row.told.push(NINE_DIGITS);
      const fault = take(choice, cells, row);
      if (fault !== undefined) return fault;
      const chosen = description.choice === undefined ? undefined : row.values[description.choice];
      const kind = typeof chosen === 'string' && named.has(chosen) ? chosen : 'other';
      const isOfRow = ({ when }: ColumnDescription): boolean => when === undefined || when.includes(kind);
      const scored =
        scoring === undefined ? undefined : takeHads(description.hads, placed, scoring, cells, chosen, row);
      if (scored !== undefined) return scored;
      for (const one of rest) {
        const wrong = isOfRow(one.column) ? take(one, cells, row) : undefined;
        if (wrong !== undefined) return wrong;
      }
      if (!isRetracted) {
        const missing = mandatory.find((one) => isOfRow(one) && valueAt(row.values, one.field) === undefined);
        if (missing !== undefined) return missingIn(missing, placed.columns);
      }
      if (conditional.length > 0) tellUnused(placed.columns, cells, isOfRow, kind, row.told);
      const record = recordOf(description, placed.records, cells, cpr?.digits, row);
      return {
        said: {
          ...{ kind: description.kind, values: row.values, told: row.told },
          ...(cpr === undefined ? undefined : { cpr: cpr.digits }),
          ...(record === undefined ? undefined : { record }),
        },
      };
    },
  };
}

const columnAt = (at: number | undefined): { readonly column?: number } => (at === undefined ? {} : { column: at });

/** The choice first, since it says which others a row has. */
function inReadingOrder({ choice }: TableDescription, columns: readonly PlacedColumn[]): readonly PlacedColumn[] {
  const isChoice = ({ column }: PlacedColumn): boolean => column.field === choice;
  const others = columns.filter((one) => !isChoice(one) && one.column.field !== 'cpr');
  return [...columns.filter(isChoice), ...others];
}

/** Reads a cell into what is gathered; what comes out is why the row is not taken. */
function take(placed: PlacedColumn | undefined, cells: readonly FileCell[], row: Gathered): RowRead | undefined {
  if (placed === undefined) return undefined;
  const { column, at, heading, sign } = placed;
  const read = readCell(column, cells[at], heading, sign === undefined ? undefined : cells[sign]);
  if ('blank' in read) return undefined;
  if ('fault' in read) return { refused: read.fault, column: at };
  if ('told' in read) return { unmapped: column.tellBelow === undefined ? read.told : `${heading} ${read.told}` };
  if ('pair' in read) {
    putAt(row.values, column.field, read.pair[0]);
    putAt(row.values, column.and ?? column.field, read.pair[1]);
  } else if (column.field.startsWith('#')) row.identity[column.field] = String(read.value);
  else putAt(row.values, column.field, read.value);
  return undefined;
}

function missingIn({ field, names }: ColumnDescription, columns: readonly PlacedColumn[]): RowRead {
  const at = columns.find(({ column }) => column.field === field)?.at;
  return at === undefined
    ? { refused: FAULTS.noColumn({ column: names[0] ?? field }) }
    : { refused: FAULTS.blank, column: at };
}

/** What stands in columns that a row of its choice does not have. */
function tellUnused(
  columns: readonly PlacedColumn[],
  cells: readonly FileCell[],
  isOfRow: (column: ColumnDescription) => boolean,
  kind: string,
  told: string[],
): void {
  for (const { column, at, heading } of columns) {
    if (column.when === undefined || isOfRow(column) || isBlank(cells[at])) continue;
    if (!columns.some((one) => one.at === at && isOfRow(one.column))) told.push(`${heading} beside ${kind}`);
  }
}
