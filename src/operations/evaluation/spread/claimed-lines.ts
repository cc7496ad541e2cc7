import type { EventKind } from '../../../kernel/event-kinds';
import type { LedgerEntry } from '../../../ports/intake-ledger';

/** A claim on its way to another thread. */
type ClaimedLine = [
  at: number,
  source: string,
  id: string,
  content: string,
  kind: EventKind,
  recordId: string,
  person: string,
  receivedAt: number,
];

/** A claim with the place of its line in its batch. */
export interface PlacedEntry extends LedgerEntry {
  readonly at: number;
}

/** Writes claims, which name the places of their lines in `origin` or as `at`. */
export function writeClaims(entries: readonly (LedgerEntry | PlacedEntry)[]): string {
  return JSON.stringify(
    entries.map((entry): ClaimedLine => {
      const { source, id, content, kind, recordId, person, receivedAt } = entry;
      const at = 'at' in entry ? entry.at : Number(entry.origin);
      return [at, source, id, content, kind, recordId, person, receivedAt];
    }),
  );
}

export const readClaims = (text: string): PlacedEntry[] =>
  (JSON.parse(text) as ClaimedLine[]).map(([at, source, id, content, kind, recordId, person, receivedAt]) => {
    return { at, source, id, content, kind, recordId, person, receivedAt };
  });
