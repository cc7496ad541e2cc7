/** What values of a column of a file for programs are; a day is written `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day';

/** A value of such a column; undefined or null where there is none. */
export type TypedCell = string | number | null | undefined;

/** A column of a file for programs. */
export interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** True where every row has a value. */
  readonly isFilled?: true;
}
