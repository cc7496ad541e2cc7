import type { Cause } from './causes';
import { RunningCounts } from './counts';
import type { Counted } from './counted';

/** One indicator of one unit, on the way. */
export class Cell {
  readonly from = new RunningCounts();
  readonly to = new RunningCounts();
  readonly parts = new Map<Cause, Part>();

  part(cause: Cause): Part {
    let part = this.parts.get(cause);
    if (part === undefined) this.parts.set(cause, (part = { counts: new RunningCounts(), decisions: 0 }));
    return part;
  }
}

interface Part {
  readonly counts: RunningCounts;
  /** Decisions that came, went or are counted as something else. */
  decisions: number;
}

/** Sums up what came of every decision, by indicator and unit; the parts are only ever differences between two steps. */
export class MovementTally {
  readonly cells = new Map<string, Map<string, Cell>>();

  addFrom({ indicator, unit, counts }: Counted): void {
    this.cell(indicator, unit).from.add(counts, 1);
  }

  addTo({ indicator, unit, counts }: Counted): void {
    this.cell(indicator, unit).to.add(counts, 1);
  }

  /** A decision was counted as `before` and is counted as `after`, for one cause. */
  move(before: Counted | undefined, after: Counted | undefined, cause: Cause): void {
    const isSameCell =
      before !== undefined && after !== undefined && before.unit === after.unit && before.indicator === after.indicator;
    if (isSameCell && before.counts === after.counts) return;
    if (before !== undefined) this.add(before, cause, -1, 1);
    if (after !== undefined) this.add(after, cause, 1, isSameCell ? 0 : 1);
  }

  private add({ indicator, unit, counts }: Counted, cause: Cause, times: 1 | -1, decisions: number): void {
    const part = this.cell(indicator, unit).part(cause);
    part.counts.add(counts, times);
    part.decisions += decisions;
  }

  private cell(indicator: string, unit: string): Cell {
    let ofIndicator = this.cells.get(indicator);
    if (ofIndicator === undefined) this.cells.set(indicator, (ofIndicator = new Map<string, Cell>()));
    let cell = ofIndicator.get(unit);
    if (cell === undefined) ofIndicator.set(unit, (cell = new Cell()));
    return cell;
  }
}
