/** A cell of a table for people and spreadsheets: numbers stay numbers, what is hidden or said in words is text. */
export type Cell = string | number | null | undefined;

/** A table as plain data, each row with a cell for every column. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
