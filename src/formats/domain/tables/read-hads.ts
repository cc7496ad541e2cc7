import type { FileCell } from '../../../kernel/read-table';
import { TABLE_CELL_WORDS as CELL, TABLE_HADS_WORDS as HADS } from '../../../kernel/words/table-files';
import { numberIn, textOfCell } from '../rows/cell-values';
import type { PlacedColumns, PlacedHads } from './described-columns';
import type { Gathered } from './described-record';
import { HADS_FILLED, scoreHads, type HadsScored, type HadsScoring } from '../hads';
import type { HadsColumns } from './table-description';
import type { RowRead } from './table-form';

/** The subscales that a row's items give; undefined where it has none; else why they give none. */
function readHads(
  { codingValues }: HadsColumns,
  { items, coding }: PlacedHads,
  scoring: HadsScoring,
  cells: readonly FileCell[],
): HadsScored | Extract<RowRead, { refused: unknown }> | undefined {
  const answers = new Map<number, number>();
  for (const [item, at] of items) {
    const text = textOfCell(cells[at]);
    if (text === '') continue;
    const answer = numberIn(text);
    if (answer === undefined) return { refused: CELL.whole, column: at };
    answers.set(item, answer);
  }
  if (answers.size === 0) return undefined;
  const written = textOfCell(cells[coding]).toLowerCase();
  const said = written === '' ? 'points' : codingValues[written];
  if (said !== 'points' && said !== 'options') return { refused: HADS.coding, column: coding };
  const scored = scoreHads(answers, said, scoring);
  if (!('fault' in scored)) return scored;
  const at = scored.item === undefined ? undefined : items.get(scored.item);
  return { refused: scored.fault, ...(at === undefined ? undefined : { column: at }) };
}

/** Scores the items of HADS where a row has some; sums that stand beside them must be the same. */
export function takeHads(
  hads: HadsColumns | undefined,
  placed: PlacedColumns,
  scoring: HadsScoring,
  cells: readonly FileCell[],
  chosen: unknown,
  { values, told }: Gathered,
): RowRead | undefined {
  if (hads === undefined || placed.hads === undefined || chosen !== hads.instrument) return undefined;
  const scored = readHads(hads, placed.hads, scoring, cells);
  if (scored === undefined) return undefined;
  if ('refused' in scored) return scored;
  for (const scale of ['anxiety', 'depression'] as const) {
    const at = placed.columns.find(({ column }) => column.field === scale)?.at ?? -1;
    const sum = textOfCell(cells[at]);
    if (sum !== '' && Number(sum) !== scored[scale]) return { refused: HADS.sums, column: at };
    values[scale] = scored[scale];
  }
  if (scored.filled > 0) told.push(HADS_FILLED);
  return undefined;
}
