import type { CountTable, Shift } from './count-axis';
import { lossOf } from './loss';
import { shiftsOf } from './shift';

/** A shift of the columns as it is told, or its reverse. */
export type Way = 0 | 1;
export const WAYS: readonly Way[] = [0, 1];
export const reverse = (way: Way): Way => (way === 0 ? 1 : 0);

/** What a reader loses when the cells of a shift are hidden in a row, as long as the row stays as it is. */
export class ShiftLosses {
  readonly shifts: readonly Shift[];
  /** The shifts of each column. */
  readonly shiftsWith: readonly (readonly number[])[];
  /** 1 for shifts of something nobody is in: it cannot become less in one row for another. */
  readonly isOneWay: Uint8Array;
  private readonly width: number;
  /** By shift, way and row, as they were when the row had the version beside them. */
  private readonly losses: Float64Array;
  private readonly versionOfLoss: Int32Array;
  private readonly version: Int32Array;

  constructor(
    private readonly table: CountTable,
    private readonly hidden: Uint8Array,
  ) {
    const { rows, columns, counts } = table;
    this.width = columns.items.length;
    this.shifts = columns.shifts ?? shiftsOf(columns);
    const shiftsWith: number[][] = columns.items.map(() => []);
    this.shifts.forEach(({ items }, shift) => items.forEach((item) => shiftsWith[item]?.push(shift)));
    this.shiftsWith = shiftsWith;
    const [all] = rows.everyone;
    this.isOneWay = Uint8Array.from(this.shifts, ({ items }) =>
      all !== undefined && items.some((item) => counts[all * this.width + item] === 0) ? 1 : 0,
    );
    const size = rows.items.length * this.shifts.length * 2;
    this.losses = new Float64Array(size);
    this.versionOfLoss = new Int32Array(size);
    this.version = new Int32Array(rows.items.length).fill(1);
  }

  /** Infinite when a count would become negative. */
  of(row: number, shift: number, way: Way): number {
    const at = (shift * 2 + way) * this.version.length + row;
    if (this.versionOfLoss[at] !== this.version[row]) {
      this.losses[at] = this.lossNow(row, shift, way);
      this.versionOfLoss[at] = this.version[row] as number;
    }
    return this.losses[at] as number;
  }

  /** Forgets a row, of which more is hidden than before. */
  forget(row: number): void {
    this.version[row] = (this.version[row] as number) + 1;
  }

  /** 1 or -1: how a shift changes a column that it has. */
  signAt(shift: number, column: number, way: Way): number {
    const { items, signs } = this.shifts[shift] as Shift;
    const sign = signs[items.indexOf(column)] as number;
    return way === 0 ? sign : -sign;
  }

  private lossNow(row: number, shift: number, way: Way): number {
    const { rows, columns, counts } = this.table;
    const { items, signs } = this.shifts[shift] as Shift;
    const rowWeight = rows.items[row]?.weight ?? 0;
    let loss = 0;
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at] as number;
      const cell = row * this.width + item;
      const count = counts[cell] as number;
      if (count === 0 && (signs[at] as number) > 0 === (way === 1)) return Infinity;
      if (this.hidden[cell] === 0) loss += rowWeight * (columns.items[item]?.weight ?? 0) * lossOf(count);
    }
    return loss;
  }
}
