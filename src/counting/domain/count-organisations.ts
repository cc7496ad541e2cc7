import type { Organisation } from '../../kernel/organisation';
import type { Cases } from './cases';
import type { KeyedCount } from './keyed-count';
import { countMark, grownCounts, markCounts, type MarkCounts } from './mark-counts';
import { partOf, PARTS, type Part, type Reporters } from './organisation-parts';

/** How often one pair of organisations plays a part in a group. */
export interface PairCount extends KeyedCount {
  readonly group: number;
  readonly part: Part;
  readonly reporters: Reporters;
}

const FIRST_PAIRS = 64;

/**
 * Counts what decisions are for the hospital and the municipality that should have reported, by groups that are numbered
 * from 0: there are some hundreds of pairs, so one pass over the columns is enough.
 */
export class OrganisationPairs {
  /** At (pair × groups + group) × parts + part. */
  private cells: MarkCounts;
  private readonly pairs: Reporters[] = [];
  /** At hospital × organisations + municipality, one more than the number of the pair; 0 until it is met. */
  private readonly numbers: Int32Array;
  /** By number of the mark: its part, or -1 when it plays none. */
  private readonly partAt: Int8Array;
  private readonly organisations: readonly Organisation[];
  /** A slot is asked about several times in a row. */
  private lastSlot = -1;
  private lastPair = -1;

  constructor(
    private readonly cases: Cases,
    private readonly groups: number,
  ) {
    this.organisations = cases.organisations;
    this.numbers = new Int32Array(this.organisations.length ** 2);
    this.cells = markCounts(FIRST_PAIRS * groups * PARTS.length);
    this.partAt = Int8Array.from(cases.marks, (mark) => {
      const part = partOf(mark);
      return part === undefined ? -1 : PARTS.indexOf(part);
    });
  }

  /** Counts the decision of a slot that has a mark (by number) and a record key in a group. */
  add(slot: number, mark: number, group: number, key: number): void {
    const part = this.partAt[mark] as number;
    if (part < 0) return;
    if (slot !== this.lastSlot) {
      this.lastSlot = slot;
      this.lastPair = this.numberOf(slot);
    }
    countMark(this.cells, (this.lastPair * this.groups + group) * PARTS.length + part, key);
  }

  /** Tells of everything that was counted, each pair, group and part once. */
  each(visit: (counted: PairCount) => void): void {
    const { times, keys } = this.cells;
    const width = this.groups * PARTS.length;
    this.pairs.forEach((reporters, pair) => {
      for (let at = 0; at < width; at += 1) {
        const count = times[pair * width + at] as number;
        if (count === 0) continue;
        const key = keys[pair * width + at] as number;
        visit({ group: Math.floor(at / PARTS.length), part: PARTS[at % PARTS.length] as Part, reporters, count, key });
      }
    });
  }

  private numberOf(slot: number): number {
    const hospital = this.cases.organisationAt(slot, 'treated');
    const municipality = this.cases.organisationAt(slot, 'resident');
    const known = this.organisations;
    const name = hospital * known.length + municipality;
    if (this.numbers[name] === 0) {
      this.numbers[name] = this.pairs.push({
        hospital: known[hospital] as Organisation,
        municipality: known[municipality] as Organisation,
      });
      const cells = this.pairs.length * this.groups * PARTS.length;
      if (cells > this.cells.times.length) this.cells = grownCounts(this.cells, 2 * this.cells.times.length);
    }
    return (this.numbers[name] as number) - 1;
  }
}
