import type { EventKind } from '../../../kernel/event-kinds';
import type { Organisation } from '../../../kernel/organisation';

/** How a column's cells are read. */
type CellType =
  | 'day'
  | 'whole'
  | 'number'
  | 'choice'
  | 'yes-no'
  | 'text'
  /** A number, or a bound such as `<0,5`. */
  | 'bound'
  /** Two numbers with a stroke between: `130/80`. */
  | 'pressure'
  /** Digits of a fixed number, of which a spreadsheet program leaves the noughts in front out. */
  | 'digits';

/** A column of a table that a register or an organisation delivers (`contracts/formats/<format>`). */
export interface ColumnDescription {
  /** `cpr`, a field of the event's data by its dotted path, or `#…`: what tells registrations apart and is no data. */
  readonly field: string;
  /** Of a pressure, where its second number goes. */
  readonly and?: string;
  /** What headings call it, letters' case, blanks and punctuation aside; the first is what is written out. */
  readonly names: readonly string[];
  readonly type: CellType;
  readonly mandatory?: boolean;
  /** Only in rows whose choice is one of these; `other`: one that no column names. */
  readonly when?: readonly string[];
  /** The values of a choice. */
  readonly options?: readonly string[];
  /** What cells say for them; null for what is known and not taken. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** What is none of a choice is told and not taken, where else the row is refused. */
  readonly others?: 'told';
  /** Of a bound, the headings of a column that has its `<` or `>` apart from the number. */
  readonly sign?: readonly string[];
  /** How many digits. */
  readonly digits?: number;
  /** A row with a smaller number is told and not taken. */
  readonly tellBelow?: number;
}

/** Who reports: always the same, or whom a column names by the digits after a scheme. */
export type SourceDescription =
  | { readonly is: Organisation }
  | { readonly scheme: string; readonly names: readonly string[]; readonly digits?: number };

/** What names a registration: a column of its own, or fields that identify it together. */
type RecordRule =
  { readonly own: readonly string[] } | { readonly of: readonly string[]; readonly and?: readonly string[] };

/** Where the items of HADS stand, and what says how they are coded. */
export interface HadsColumns {
  /** The value of the table's choice. */
  readonly instrument: string;
  /** What stands before an item's number in its heading. */
  readonly items: readonly string[];
  /** The headings of the column that says whether cells are points or numbers of answers. */
  readonly coding: readonly string[];
  readonly codingValues: Readonly<Record<string, string>>;
}

/** A table of one kind of event. */
export interface TableDescription {
  readonly format: string;
  readonly kind: EventKind;
  readonly source: SourceDescription;
  /** The field whose value says which further fields a row has. */
  readonly choice?: string;
  readonly columns: readonly ColumnDescription[];
  /** The first of them that a row can answer names its registration. */
  readonly records: readonly RecordRule[];
  readonly hads?: HadsColumns;
}

/** The columns any table may have beside its own (`contracts/formats/tables/own-columns.yaml`). */
export interface OwnColumns {
  readonly columns: readonly { readonly is: OwnColumn; readonly names: readonly string[] }[];
  readonly statusValues: Readonly<Record<string, 'active' | 'retracted'>>;
}
export type OwnColumn = 'id' | 'time' | 'receivedtime' | 'version' | 'status' | 'record' | 'source' | 'event';

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** A heading without letters' case, blanks and punctuation, so that `Prøve-dato` and `PROEVEDATO` are one. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');

/** Where the first of some names stands in a header of plain headings; -1 where none does. */
export function placeOf(names: readonly string[], plain: readonly string[]): number {
  for (const name of names) {
    const at = plain.indexOf(plainHeading(name));
    if (at >= 0) return at;
  }
  return -1;
}
