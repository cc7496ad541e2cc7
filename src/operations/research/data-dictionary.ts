import type { TypedCell, TypedColumn } from '../../kernel/typed-column';
import type { ColumnType } from '../../kernel/typed-column';
import { RESEARCH_TABLES, TABLE_NAMES } from './tables';
import type { ResearchColumn } from './columns/research-column';

/** The columns of the data dictionary itself. */
export const DICTIONARY_COLUMNS: readonly TypedColumn[] = ['table', 'column', 'type', 'unit', 'allowed_values']
  .concat(['description_da', 'description_en', 'source'])
  .map((name) => ({ name, type: 'text' }));

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  day: 'day (YYYY-MM-DD)',
};

/** A row for every column of every table, in their order. */
export function dictionaryRows(): readonly (readonly TypedCell[])[] {
  return TABLE_NAMES.flatMap((table) => {
    const columns: readonly Described[] = RESEARCH_TABLES[table];
    return columns.map((column) => rowOf(table, column));
  });
}

type Described = Omit<ResearchColumn<never>, 'of'>;

function rowOf(table: string, { name, type, isFilled, unit, allowed, isSeveral, description, source }: Described) {
  const values = allowed?.join(', ');
  const several = isSeveral === true ? ' (several, with a blank between)' : '';
  return [
    table,
    name,
    isFilled === true ? TYPES[type] : `${TYPES[type]} or empty`,
    unit,
    values === undefined ? undefined : `${values}${several}`,
    description.da,
    description.en,
    source,
  ];
}
