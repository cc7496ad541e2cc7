import type { Day } from './day';
import type { Bilingual, Language } from './language';

/** A share of a hundred, told apart from a count so that each is written as people read it. */
interface PercentCell {
  readonly percent: number;
}
/** A day, told apart from a text that looks like one. */
interface DayCell {
  readonly day: Day;
}
/** A cell of a table for people and spreadsheets: numbers stay numbers, words are text, null is an empty cell. */
export type Cell = string | number | PercentCell | DayCell | null | undefined;

export const percentCell = (percent: number | null | undefined): Cell =>
  percent === null || percent === undefined ? null : { percent };

export const dayCell = (day: Day | null | undefined): Cell => (day === null || day === undefined ? null : { day });

/** A table as plain data, each row with a cell for every column. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of a table that leaves the program as a file. */
export interface Column<Row> {
  /** For programs; the same in every language and version. */
  readonly name: string;
  /** For people. */
  readonly heading: Bilingual;
  readonly cell: (row: Row) => Cell;
  /** What people read instead, where the cell is a code. */
  readonly words?: (row: Row) => Bilingual;
}

/** The same columns of rows that a part of is what the columns are about. */
export const columnsOf = <Row, Part>(columns: readonly Column<Part>[], partOf: (row: Row) => Part): Column<Row>[] =>
  columns.map(({ name, heading, cell, words }) => ({
    name,
    heading,
    cell: (row) => cell(partOf(row)),
    ...(words === undefined ? undefined : { words: (row: Row) => words(partOf(row)) }),
  }));

/** The table as whoever reads it wants it: people in a language headings and words, programs names and codes. */
export function tableFor<Row>(
  reader: Language | 'programs',
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Table {
  return {
    name,
    columns: columns.map((column) => (reader === 'programs' ? column.name : column.heading[reader])),
    rows: rows.map((row) =>
      columns.map(({ cell, words }) =>
        reader === 'programs' || words === undefined ? cell(row) : words(row)[reader] || null,
      ),
    ),
  };
}
