import type { Bilingual } from '../../../kernel/language';
import type { PersonKey, Relation } from '../../../kernel/clinical-event';
import type { JoinedLines } from '../../../platform/ndjson/joined-lines';
import type { LedgerAnswer } from '../../../ports/intake-ledger';
import type { Receipt } from '../../../kernel/receipt';
import type { PersonSetAside } from '../../../kernel/set-aside';
import type { CountedReceipts } from '../../moving/receipt-counts';

/** A line that is no text, at its place in its batch. */
export interface UnreadableLine {
  readonly at: number;
  readonly unreadable: Bilingual;
  readonly bytes: Uint8Array;
}

/** Some lines of a batch: those that are text in one piece, with their places in the batch, ascending. */
export interface SharedLines extends JoinedLines {
  readonly unreadable: readonly UnreadableLine[];
}

/** Persons' events on their way to another thread: packed as they rest in a log. */
export interface HandedOver {
  readonly events: string;
  readonly numbers: readonly (readonly [PersonKey, string])[];
}

/** Answers to some of the claims that wait longest, by their places among them; all others are the share's own to answer. */
export type Settled = readonly (readonly [number, LedgerAnswer])[];

/** What a share knows of an entry's two names. */
export interface KnownName {
  readonly event?: { readonly content: string; readonly receivedAt: number };
  readonly owner: PersonKey | undefined;
}

/** What a thread that evaluates a share is asked, one after the other. */
export type Asked =
  | { readonly ask: 'take'; readonly lines: SharedLines }
  /** The entries at some places among those that wait longest. */
  | { readonly ask: 'entries'; readonly at: readonly number[] }
  /** What it knows of the names of entries, as text: `PlacedEntry`s. */
  | { readonly ask: 'known'; readonly entries: string }
  | { readonly ask: 'settle'; readonly settled: Settled }
  | { readonly ask: 'gather' }
  | { readonly ask: 'hand-over'; readonly persons: readonly PersonKey[] }
  /** To decide its persons, with what others handed over, the relations among them and every feed status there is. */
  | {
      readonly ask: 'decide';
      readonly received: readonly HandedOver[];
      readonly relations: readonly Relation[];
      readonly feeds: string;
    }
  | { readonly ask: 'next' };

/** What it answers. */
export type Told =
  /** What it asks of the ledger that all have in common: for each entry two short hashes and the place of its line. */
  | { readonly tell: 'claims'; readonly names: Uint32Array; readonly places: Uint32Array }
  | { readonly tell: 'entries'; readonly entries: string }
  | { readonly tell: 'known'; readonly known: readonly KnownName[] }
  /** The lines of the batch taken longest ago are done; of those not accepted, the place and the receipt. */
  | { readonly tell: 'taken'; readonly refused: readonly (readonly [number, Receipt])[] }
  | {
      readonly tell: 'gathered';
      readonly counts: CountedReceipts;
      /** Whom it has events of, one a line. */
      readonly persons: string;
      readonly relations: readonly Relation[];
      readonly feeds: string;
    }
  | { readonly tell: 'handed-over'; readonly what: HandedOver }
  /** Decided persons in order: by what each is ordered, where each one's lines end in `bytes`, and how many they are. */
  | {
      readonly tell: 'page';
      readonly orders: readonly string[];
      readonly ends: readonly number[];
      readonly decisions: readonly number[];
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly tell: 'decided'; readonly setAside: readonly PersonSetAside[] };

export type ToldAs<T extends Told['tell']> = Extract<Told, { tell: T }>;
