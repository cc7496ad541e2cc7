import type { Organisation } from '../../kernel/organisation';
import type { Cases } from './cases';
import type { KeyedCount } from './keyed-count';
import { partOf, PARTS, type Part, type Reporters } from './organisation-parts';

/** How often one pair of organisations plays a part in a group. */
export interface PairCount extends KeyedCount {
  readonly group: number;
  readonly part: Part;
  readonly reporters: Reporters;
}

/**
 * Counts what decisions are for the hospital and the municipality that should have reported, by groups that are numbered
 * from 0: there are some hundreds of pairs, so one pass over the columns is enough.
 */
export class OrganisationPairs {
  /** At (pair × groups + group) × parts + part; keys modulo 2^32. */
  private readonly times: number[] = [];
  private readonly keys: number[] = [];
  private readonly pairs: Reporters[] = [];
  /** At hospital × organisations + municipality, one more than the number of the pair; 0 until it is met. */
  private readonly numbers: Int32Array;
  /** By number of the mark: its part, or -1 when it plays none. */
  private readonly partAt: readonly number[];
  private readonly noCells: readonly number[];
  /** A slot is asked about several times in a row. */
  private lastSlot = -1;
  private lastPair = -1;

  constructor(
    private readonly cases: Cases,
    private readonly groups: number,
  ) {
    this.numbers = new Int32Array(cases.organisations.length ** 2);
    this.noCells = Array<number>(groups * PARTS.length).fill(0);
    this.partAt = cases.marks.map((mark) => {
      const part = partOf(mark);
      return part === undefined ? -1 : PARTS.indexOf(part);
    });
  }

  /** Counts the decision of a slot that has a mark (by number) in a group. */
  add(slot: number, mark: number, group: number): void {
    const part = this.partAt[mark] as number;
    if (part < 0) return;
    const cell = (this.pairOf(slot) * this.groups + group) * PARTS.length + part;
    this.times[cell] = (this.times[cell] as number) + 1;
    this.keys[cell] = ((this.keys[cell] as number) + this.cases.keyAt(slot)) >>> 0;
  }

  /** Everything that was counted, each pair, group and part once. */
  *counted(): Iterable<PairCount> {
    for (let cell = 0; cell < this.times.length; cell += 1) {
      const count = this.times[cell] as number;
      if (count === 0) continue;
      const at = Math.floor(cell / PARTS.length);
      yield {
        group: at % this.groups,
        part: PARTS[cell % PARTS.length] as Part,
        reporters: this.pairs[Math.floor(at / this.groups)] as Reporters,
        count,
        key: this.keys[cell] as number,
      };
    }
  }

  private pairOf(slot: number): number {
    if (slot !== this.lastSlot) {
      this.lastSlot = slot;
      this.lastPair = this.numberOf(slot);
    }
    return this.lastPair;
  }

  private numberOf(slot: number): number {
    const hospital = this.cases.organisationAt(slot, 'treated');
    const municipality = this.cases.organisationAt(slot, 'resident');
    const known = this.cases.organisations;
    const name = hospital * known.length + municipality;
    if (this.numbers[name] === 0) {
      this.numbers[name] = this.pairs.push({
        hospital: known[hospital] as Organisation,
        municipality: known[municipality] as Organisation,
      });
      this.times.push(...this.noCells);
      this.keys.push(...this.noCells);
    }
    return (this.numbers[name] as number) - 1;
  }
}
