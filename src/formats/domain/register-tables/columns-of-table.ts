import type { Bilingual } from '../../../kernel/language';
import { both } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { nearestTo } from '../../../kernel/nearest';
import { TABLE_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-f';
import type { ColumnDescription, TableDescription } from './table-description';

/** Where a described column stands in a file, and how the file writes it. */
export interface PlacedColumn {
  readonly name: string;
  readonly at: number;
  readonly written: string;
}

/** The described columns that a file has, letters' case aside; or why it is no such table, each with what to do. */
export function columnsOfTable(
  file: string,
  header: readonly string[],
  table: TableDescription,
): { readonly columns: readonly PlacedColumn[]; readonly faults: readonly Bilingual[] } {
  const headings = header.map((heading) => heading.toLowerCase());
  const columns: PlacedColumn[] = [];
  const faults: Bilingual[] = [];
  for (const column of table.columns ?? []) {
    const places = headings.flatMap((heading, at) => (namesOf(column).includes(heading) ? [at] : []));
    const [at] = places;
    if (places.length > 1) faults.push(FAULTS.columnTwice({ file, column: column.name }));
    else if (at !== undefined) columns.push({ name: column.name, at, written: header[at] ?? column.name });
    else if (column.isMandatory === true) faults.push(missing(file, column, header));
  }
  for (const names of table.oneOf ?? []) {
    if (columns.some(({ name }) => names.includes(name))) continue;
    const oneOf = listed(
      names.map((name) => both(name, name)),
      'or',
    );
    faults.push(FAULTS.noneOfColumns({ file, columns: oneOf }));
  }
  return { columns, faults };
}

function missing(file: string, column: ColumnDescription, header: readonly string[]): Bilingual {
  const meant = nearestTo(column.name, header);
  const said = { file, column: column.name };
  return meant === undefined ? FAULTS.columnMissing(said) : FAULTS.columnMeant({ ...said, written: meant });
}

const namesOf = ({ name, otherNames = [] }: ColumnDescription): string[] => [name, ...otherNames];
