import { joined, type Bilingual } from '../../kernel/language';
import type { Column } from '../../kernel/table';
import { EMPTY_REASON_WORDS, SHEET_WORDS } from '../../kernel/words/report';

/** Why a cell for a number is empty. */
export type EmptyReason = keyof typeof EMPTY_REASON_WORDS;

/** What separates no cells in any language. */
const BETWEEN = ' / ';

/**
 * The column that says why numbers of a row are not there, so that a column of numbers holds numbers and nothing else:
 * those reasons that hold, in their order; empty where no number is missing.
 */
export function reasonColumn<Row>(
  reasonsOf: (row: Row) => Readonly<Partial<Record<EmptyReason, boolean>>>,
): Column<Row> {
  const holding = (row: Row): EmptyReason[] =>
    Object.entries(reasonsOf(row)).flatMap(([reason, holds]) => (holds ? [reason as EmptyReason] : []));
  return {
    name: 'reason',
    heading: SHEET_WORDS.reason,
    cell: (row) => holding(row).join(BETWEEN) || null,
    words: (row): Bilingual =>
      joined(
        holding(row).map((reason) => EMPTY_REASON_WORDS[reason]),
        BETWEEN,
      ),
  };
}
