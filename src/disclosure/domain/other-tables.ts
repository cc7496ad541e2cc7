import type { CountTable, Shift } from './count-axis';
import { LOSS_OF_LIKELIHOOD } from './loss';
import { divisionsOf, without, type DivisionOfRows } from './row-classes';
import { reverse, ShiftLosses, WAYS, type Way } from './shift-losses';
import { isSmall } from './small';

/** Rows that change one way and rows that change the other. */
export interface RowChange {
  readonly more: readonly number[];
  readonly less: readonly number[];
}

interface RowsFound {
  readonly loss: number;
  readonly rows: RowChange;
}

interface Found extends RowsFound {
  readonly shift: number;
  readonly way: Way;
}

/** More than there are shifts in either way. */
const RANKS = 2 ** 20;

/**
 * Finds other tables with the same sums: a change along the columns in some rows and its reverse in others, where no
 * number becomes negative. In people: one goes from hospital a to b, another from b to a, of different categories.
 */
export class OtherTables {
  /** Cells that are hidden, row by row. */
  readonly hidden: Uint8Array;
  /** Hidden cells that are another number in some table already found. */
  readonly changed: Uint8Array;
  private readonly width: number;
  private readonly losses: ShiftLosses;
  private readonly ranked: Float64Array;

  constructor(
    private readonly table: CountTable,
    private readonly threshold: number,
    /** Which ways of a shift may be one person more or less in the whole table. */
    private readonly comingWays: readonly Way[] = WAYS,
    /** The divisions of its rows, where they are laid out already. */
    readonly divisions: readonly DivisionOfRows[] = divisionsOf(table.rows),
  ) {
    this.hidden = new Uint8Array(table.counts.length);
    this.changed = new Uint8Array(table.counts.length);
    this.width = table.columns.items.length;
    this.losses = new ShiftLosses(table, this.hidden);
    this.ranked = new Float64Array(this.losses.shifts.length * 2);
  }

  /**
   * Hides all that changes in the cheapest other table in which this cell is another number and the columns in
   * `except` (1 where so) are not touched: gives the rows in which the cell's column becomes more or less, or
   * undefined when there is none.
   */
  hideWithCheapest(row: number, column: number, except?: Uint8Array): RowChange | undefined {
    let best: Found | undefined;
    for (const candidate of this.candidates(row, column)) {
      const least = Math.floor(candidate / RANKS);
      const most = best?.loss ?? Infinity;
      if (least >= most) break;
      const shift = (candidate % RANKS) >> 1;
      const way = (candidate & 1) as Way;
      if (except !== undefined && this.shift(shift).items.some((item) => except[item] === 1)) continue;
      const unlikely = least - this.losses.of(row, shift, way);
      const found = this.cheapestRows(row, shift, way, most - unlikely);
      if (found !== undefined) best = { loss: found.loss + unlikely, shift, way, rows: found.rows };
    }
    if (best === undefined) return undefined;
    this.hide(best.shift, best.rows);
    const { more, less } = best.rows;
    return this.losses.signAt(best.shift, column, best.way) > 0 ? best.rows : { more: less, less: more };
  }

  /** Hides all that changes in the cheapest other table in which a column becomes more and less in these rows. */
  hideInRows(rows: RowChange, column: number): void {
    let best: { readonly shift: number; readonly loss: number } | undefined;
    for (const shift of this.losses.shiftsWith[column] as readonly number[]) {
      const way: Way = this.losses.signAt(shift, column, 0) > 0 ? 0 : 1;
      let loss = 0;
      for (const row of rows.more) loss += this.losses.of(row, shift, way);
      for (const row of rows.less) loss += this.losses.of(row, shift, reverse(way));
      if (loss < (best?.loss ?? Infinity)) best = { shift, loss };
    }
    if (best !== undefined) this.hide(best.shift, rows);
  }

  /** The shifts with a column, either way, with what is lost by each in this row alone, as one number each; the cheapest first. */
  private candidates(row: number, column: number): Float64Array {
    const count = this.table.counts[row * this.width + column] as number;
    let found = 0;
    for (const shift of this.losses.shiftsWith[column] as readonly number[]) {
      for (const way of WAYS) {
        const loss = this.losses.of(row, shift, way);
        if (loss === Infinity) continue;
        const isLikely = isSmall(count + this.losses.signAt(shift, column, way), this.threshold);
        const least = loss + (isLikely ? 0 : LOSS_OF_LIKELIHOOD);
        this.ranked[found] = least * RANKS + shift * 2 + way;
        found += 1;
      }
    }
    return this.ranked.subarray(0, found).sort();
  }

  /** Rows in which the shift and its reverse lose less than `most` altogether, `row` among them; undefined if none. */
  private cheapestRows(row: number, shift: number, way: Way, most: number): RowsFound | undefined {
    let best: RowsFound | undefined;
    let least = most;
    const back = reverse(way);
    for (const { classes, having } of this.losses.isOneWay[shift] === 1 ? [] : this.divisions) {
      for (const from of having[row] ?? []) {
        for (const to of classes) {
          if (to.has[row] === 1) continue;
          let loss = 0;
          for (const item of from.items) if (to.has[item] === 0) loss += this.losses.of(item, shift, way);
          if (loss >= least) continue;
          for (const item of to.items) if (from.has[item] === 0) loss += this.losses.of(item, shift, back);
          if (loss >= least) continue;
          least = loss;
          best = { loss, rows: { more: without(from.items, to), less: without(to.items, from) } };
        }
      }
    }
    return this.cheapestComing(row, shift, way, least) ?? best;
  }

  /** The same for one more (or one less) person in the whole table: everyone's rows and a class of each division. */
  private cheapestComing(row: number, shift: number, way: Way, most: number): RowsFound | undefined {
    if (!this.comingWays.includes(way)) return undefined;
    const more = [...this.table.rows.everyone];
    let loss = 0;
    for (const item of more) loss += this.losses.of(item, shift, way);
    for (const { classes, having } of this.divisions) {
      if (loss >= most) return undefined;
      const withRow = having[row] ?? [];
      let least = Infinity;
      let cheapest: readonly number[] = [];
      for (const { items } of withRow.length > 0 ? withRow : classes) {
        let sum = 0;
        for (const item of items) sum += this.losses.of(item, shift, way);
        if (sum < least) [least, cheapest] = [sum, items];
      }
      loss += least;
      more.push(...cheapest);
    }
    return loss < most ? { loss, rows: { more, less: [] } } : undefined;
  }

  private hide(shift: number, { more, less }: RowChange): void {
    for (const row of [...more, ...less]) {
      for (const item of this.shift(shift).items) {
        const cell = row * this.width + item;
        if (this.hidden[cell] === 0) this.losses.forget(row);
        this.hidden[cell] = 1;
        this.changed[cell] = 1;
      }
    }
  }

  private shift(shift: number): Shift {
    return this.losses.shifts[shift] as Shift;
  }
}
