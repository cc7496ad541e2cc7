import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { TableBroken, type TableRow } from '../../../platform/extracts/opened-table';
import type { Refused } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';
import type { Cells, TablesDescription } from '../../domain/register-tables/table-description';
import { fileFault, type TableFile } from './open-delivery';

/** A row of a table by the described names of its columns. */
export interface RowRead {
  readonly row: number;
  readonly cells: Cells;
}

const LONGEST_BLANK = 5;
/** Columns of ours are read as they are written. */
const OWN = /^rehabspor_/;

/** The rows of a file in batches, those that cannot be told into cells refused. Throws `DeliveryFault` where it is cut off. */
export async function* readRows(
  { file, opened, columns }: TableFile,
  { blanks }: Pick<TablesDescription, 'blanks'>,
): AsyncIterable<readonly (RowRead | Refused)[]> {
  const blank = new Set(blanks);
  const expected = opened.header.length;
  const placed = columns.map(({ name, at }) => ({ name, at, isOwn: OWN.test(name) }));
  const cut = new CutOff(expected);
  const cellsOf = (texts: readonly string[]): Cells => {
    const cells: Record<string, string> = {};
    for (const { name, at, isOwn } of placed) {
      const written = texts[at] ?? '';
      const text = isOwn ? written : written.trim();
      cells[name] = !isOwn && text.length <= LONGEST_BLANK && blank.has(text.toUpperCase()) ? '' : text;
    }
    return cells;
  };
  try {
    for await (const batch of opened.rows(new Set(columns.map(({ written }) => written)))) {
      yield batch.map((one): RowRead | Refused => {
        if (cut.isSeenIn(one)) throw new DeliveryFault([fileFault('cut-off', file, one.row)]);
        const { row, cells, isBroken } = one;
        if (isBroken === true) return { is: 'refused', place: { file, row }, reason: REASONS.quotes };
        if (cells.length === expected) return { row, cells: cellsOf(cells) };
        return { is: 'refused', place: { file, row }, reason: REASONS.cells({ found: cells.length, expected }) };
      });
    }
  } catch (error) {
    if (error instanceof TableBroken) throw new DeliveryFault([fileFault(error.why, file, error.row)]);
    throw error;
  }
}

/**
 * Tells a file that was cut off from one whose last line was only not ended: its last row has fewer cells, or ends with a
 * shorter cell than any other row does (days, codes and yes or no have one length).
 */
class CutOff {
  private shortest = Infinity;

  constructor(private readonly expected: number) {}

  isSeenIn({ cells, isBroken, isUnended }: TableRow): boolean {
    const last = cells[this.expected - 1]?.length ?? 0;
    if (isUnended === true) {
      return isBroken === true || cells.length < this.expected || (this.shortest < Infinity && last < this.shortest);
    }
    if (cells.length === this.expected && last < this.shortest) this.shortest = last;
    return false;
  }
}
