import type { EventKind } from '../../../kernel/event-kinds';
import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import type { SourceDescription } from './table-description';

/** What a row's own columns say of its event, before who reports, which registration and which version. */
export interface RowSaid {
  readonly kind: EventKind;
  readonly cpr?: string;
  /** The registration's name, or what it is made of; absent where the row names none. */
  readonly record?: string | MadeRecord;
  readonly values: Readonly<Record<string, unknown>>;
  /** What of the row is sound and goes nowhere. */
  readonly told: readonly string[];
}

/** What the name of a registration is made of where its source gives none. */
export interface MadeRecord {
  readonly prefix: string;
  readonly parts: unknown;
  /** Whether it is told apart by whom it is of: then the name is a keyed digest. */
  readonly ofPerson: boolean;
}

/** A row as a table reads it; `column`: where it stands. */
export type RowRead =
  | { readonly said: RowSaid }
  | { readonly refused: Bilingual; readonly column?: number }
  | { readonly unmapped: string }
  /** The file as a whole cannot hold such rows. */
  | { readonly lacking: Bilingual };

/** A table whose headings are known. */
export interface BoundTable {
  /** The places of columns that are read. */
  readonly claimed: ReadonlySet<number>;
  read(cells: readonly FileCell[], number: number, isRetracted: boolean): RowRead;
  /** The kind a row says it is of; undefined where it cannot be told. */
  kindOf(cells: readonly FileCell[]): EventKind | undefined;
}

/** An event's data beside its identity, as a table writes it. */
interface WrittenRow {
  readonly kind: EventKind;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A kind of table: how its headings are found, its rows read, and events written as rows. */
export interface TableForm {
  readonly format: string;
  readonly kinds: readonly EventKind[];
  readonly source: SourceDescription;
  /** The headings that are written out, and what a row has under each. */
  readonly headings: readonly string[];
  cellsOf(row: WrittenRow): readonly string[];
  /** Finds the columns in a first row; or why it is no such table. */
  bind(header: readonly string[]): BoundTable | { readonly faults: readonly Bilingual[] };
}
