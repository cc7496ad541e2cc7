import type { EventKind } from '../../kernel/event-kinds';
import type { Bilingual } from '../../kernel/language';
import type { Organisation } from '../../kernel/organisation';
import type { Staging } from '../../kernel/staging';

/** Where something stands in a delivery. */
export interface Place {
  /** The file by its name, or the table. */
  readonly file: string;
  /** Counted from 1 as people see it: the row of a table with its headings, the line, or the entry of a bundle. */
  readonly row: number;
  /** The column as the file writes it, or the path within an entry. */
  readonly column?: string;
}

/** What a delivery says of one registration: an event but for which of the registration's events it is. */
export interface Statement {
  readonly is: 'statement';
  readonly place: Place;
  readonly source: Organisation;
  readonly kind: EventKind;
  /** The registration's `recordId`. */
  readonly record: string;
  readonly status: 'active' | 'retracted';
  /** As it is delivered: the intake checks it. Absent where the kind is of no person. */
  readonly cpr?: string;
  /** The data of the kind beside `cpr`, `recordId`, `version` and `status`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the format itself says of the event; what it does not say, the delivery book gives. */
  readonly stated?: {
    readonly id?: string;
    readonly time?: string;
    readonly version?: number;
    /** Only what this program wrote out says it. */
    readonly receivedtime?: string;
    /** What the event itself says of its status, which to those who compare events is more than saying nothing. */
    readonly status?: 'active' | 'retracted';
  };
}

/** What cannot be read; nothing of it is taken, and the rest of the delivery is. No reason repeats a CPR number. */
export interface Refused {
  readonly is: 'refused';
  readonly place: Place;
  readonly reason: Bilingual;
}

/** Content that is sound and means nothing here; told by what it is, and summed up by it. */
export interface Unmapped {
  readonly is: 'unmapped';
  readonly place: Place;
  /** What it is in the format's own words, the same for all of its kind: `diagnosetype H`, `Observation 8302-2`. */
  readonly what: string;
}

/** A part of a delivery. */
export type Delivered = Statement | Refused | Unmapped;

/** What is asked of a reader of a format. */
export interface DeliveryAsked {
  /** Who reports, where the format's files do not say. */
  readonly source?: Organisation;
  /** A folder for working files, its owner's alone and removed afterwards. */
  readonly workFolder: string;
  /**
   * A keyed digest of a text, as 22 characters: names a registration by whom it is of where its source gives no name, so
   * that whoever reads the name cannot try numbers of persons. Without it such rows are refused.
   */
  readonly digest?: (text: string) => string;
  /** Whether it takes the place of all that was delivered before, so that what is missing in it is taken back. */
  readonly isWhole?: boolean;
  /** Where rows are put aside that others are joined to; formats that join tables need it, and close what they open. */
  readonly staging?: () => Staging;
}

/**
 * Reads the delivery at a path (a file or a folder) in batches and bounded memory. Throws `DeliveryFault` where it is no
 * such delivery or not a whole one; whatever was yielded before is then not taken either.
 */
export type ReadDelivery = (path: string, asked: DeliveryAsked) => AsyncIterable<readonly Delivered[]>;
