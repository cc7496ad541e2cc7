/** A row of a table by its cells, numbered as people see it: the headings are row 1. */
export interface TableRow {
  readonly row: number;
  /** Empty where the row cannot be told into cells. */
  readonly cells: readonly string[];
  /** A quotation mark without its other one. */
  readonly isBroken?: boolean;
  /** The last line of a file, without an end: perhaps half a line. */
  readonly isUnended?: boolean;
}

/** A file of a table, opened: its headings, and its rows as they are read. */
export interface OpenedTable {
  readonly header: readonly string[];
  /** In batches of some thousand rows and bounded memory; `columns`: the headings whose cells are asked for. */
  rows(columns: ReadonlySet<string>): AsyncIterable<readonly TableRow[]>;
}

/** Why a file is no table that can be read. */
export type NoTable = 'empty' | 'utf-16' | 'packed' | 'binary' | 'cut-off' | 'no-headings' | 'broken';

/** Thrown where a file turns out to be no table, or half a one, while it is read. */
export class TableBroken extends Error {
  constructor(
    readonly why: NoTable,
    readonly row: number,
  ) {
    super(`The table is ${why} at row ${row}.`);
    this.name = 'TableBroken';
  }
}
