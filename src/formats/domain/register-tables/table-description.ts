/** A column of a register's table. */
export interface ColumnDescription {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly isMandatory?: boolean;
}

/** A table of a register, as `contracts/formats` describes it. */
export interface TableDescription {
  readonly name: string;
  readonly otherNames?: readonly string[];
  /** `always`: no delivery does without; `whole`: one that takes the place of all before does not. */
  readonly isMandatory?: 'always' | 'whole';
  /** Known and not read: none of its rows says anything that is followed here. */
  readonly isLeftOut?: boolean;
  readonly columns?: readonly ColumnDescription[];
  /** Columns of which the table has one at least. */
  readonly oneOf?: readonly (readonly string[])[];
}

/** What a register's tables look like. */
export interface TablesDescription {
  readonly provenance: string;
  /** What programs write where there is nothing, in upper case. */
  readonly blanks: readonly string[];
  /** Prefixes a table's file may have, in lower case. */
  readonly prefixes: readonly string[];
  readonly tables: readonly TableDescription[];
}

/** The cells of a row by the description's names of the columns that the file has. */
export type Cells = Readonly<Record<string, string>>;
