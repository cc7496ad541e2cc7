import type { Cells } from '../register-tables/table-description';
import type { EntryKind } from './lpr3-terms';

/** What an entry of a report says, in the columns LPR_F has for it. */
export interface ReportEntry {
  readonly kind: Exclude<EntryKind, 'deletion'>;
  /** What it is known by in all reports. */
  readonly id: string;
  /** What else it is pointed at by. */
  readonly otherIds: readonly string[];
  readonly contact?: string;
  readonly course?: string;
  /** Pointed at, without saying what it is. */
  readonly others: readonly string[];
  readonly path: string;
  /** Several for results, one for all else. */
  readonly rows: readonly Cells[];
}

/** An entry that takes back others. */
export interface ReportDeletion {
  readonly kind: 'deletion';
  readonly targets: readonly string[];
  readonly path: string;
}
