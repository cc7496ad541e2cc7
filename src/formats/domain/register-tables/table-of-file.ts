import { nearestTo } from '../../../kernel/nearest';
import type { TableDescription, TablesDescription } from './table-description';

const ENDING = /\.(csv|txt|parquet)$/;
/** `kontakter_1`, `kontakter-02`, `kontakter.part3`, `kontakter_2023`: several files of one table. */
const PART = /[-_. ](?:part|del)?[-_ ]?\d{1,4}$/;
const LETTER = /\p{L}/u;

/** What a file of a delivery is, by its name: a table, one whose name is nearly a table's, or none of the register's. */
export type FileOf =
  | { readonly is: 'table'; readonly table: TableDescription }
  | { readonly is: 'nearly'; readonly meant: string }
  | { readonly is: 'other' };

export function tableOfFile(file: string, { tables, prefixes }: TablesDescription): FileOf {
  const name = file.toLowerCase();
  if (!ENDING.test(name)) return { is: 'other' };
  const stem = name.replace(ENDING, '');
  const named = [stem, stem.replace(PART, '')].flatMap((one) => [one, ...withoutPrefix(one, prefixes)]);
  const table = tables.find((one) => named.some((text) => namesOf(one).includes(text)));
  if (table !== undefined) return { is: 'table', table };
  const names = tables.flatMap(namesOf);
  const longer = names.find((one) => stem.startsWith(one) && !LETTER.test(stem.charAt(one.length)));
  const meant = longer ?? nearestTo(stem.replace(PART, ''), names);
  return meant === undefined ? { is: 'other' } : { is: 'nearly', meant };
}

const withoutPrefix = (stem: string, prefixes: readonly string[]): string[] =>
  prefixes.filter((prefix) => stem.startsWith(prefix)).map((prefix) => stem.slice(prefix.length));

const namesOf = ({ name, otherNames = [] }: TableDescription): string[] => [name, ...otherNames];
