import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A table of an example as texts. */
export interface TextTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of an example, rows with a quotation mark alone left out. */
export function tablesOf(folder: string): readonly TextTable[] {
  return readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/^[^"\n]*"[^"\n]*\n/gm, '');
    const [header = [], ...rows] = parse(text, { delimiter: ';', relax_column_count: true });
    return { name: file.replace(/\.csv$/, ''), header, rows };
  });
}
