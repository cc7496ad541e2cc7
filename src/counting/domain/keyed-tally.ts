import type { IndicatorDefinition } from '../../kernel/definition';
import type { FigureCounts } from './figure-counts';
import { isDecidedOrUnknown } from './counted-as';
import type { KeyedCount } from './keyed-count';
import type { Mark } from './mark';
import { OrganisationParts, type Part, type Reach, type Reporters } from './organisation-parts';
import type { Composition } from './statistics/composition';
import { Tally } from './tally';

/** What was counted of one indicator and one unit, with the sum of the record keys beside each count. */
export interface KeyedFigureCounts {
  readonly counts: FigureCounts;
  /** From 0 to below 2^53 each; a cell is known by the remainder modulo 2^32. */
  readonly keys: FigureCounts;
}

/** Counts decisions of one indicator and one unit, and sums record keys just as it counts. */
export class KeyedTally {
  private readonly counted = new Tally();
  private readonly keys = new Tally();
  private readonly parts = new OrganisationParts();
  private fellSilent: KeyedCount = { count: 0, key: 0 };

  /** Counts several decisions of the same mark, whose record keys have a sum. */
  add(mark: Mark, times: number, key: number): void {
    this.counted.add(mark, times);
    this.keys.add(mark, key);
    if (mark.silenced && isDecidedOrUnknown(mark)) this.addSilenced({ count: times, key });
  }

  /** Counts what decisions are for those who should have reported; without it intervals stand for the decided alone. */
  addPart(reporters: Reporters, part: Part, counted: KeyedCount): void {
    this.parts.add(reporters, part, counted);
  }

  /** Counts all that another tally did. */
  include(other: KeyedTally): void {
    this.counted.include(other.counted);
    this.keys.include(other.keys);
    this.parts.include(other.parts);
    this.addSilenced(other.fellSilent);
  }

  /** What was counted so far. */
  counts(): KeyedFigureCounts {
    return { counts: this.counted.counts(), keys: this.keys.counts() };
  }

  /** Those decided or unknown that a source which had been connected fell silent for. */
  silenced(): KeyedCount {
    return this.fellSilent;
  }

  /**
   * How far the undisturbed decisions speak for the others, when these sectors should have reported; made of counts as
   * `count` sees them.
   */
  reach(sources: IndicatorDefinition['sources'], count = ({ count }: KeyedCount): number => count): Reach {
    return this.parts.reach(sources, count);
  }

  /** How far its share may lie from that of another period because others were heard then. */
  compositionAgainst(
    before: KeyedTally,
    sources: IndicatorDefinition['sources'],
    count = ({ count }: KeyedCount): number => count,
  ): Composition {
    return this.parts.compositionAgainst(before.parts, sources, count);
  }

  private addSilenced({ count, key }: KeyedCount): void {
    this.fellSilent = { count: this.fellSilent.count + count, key: this.fellSilent.key + key };
  }
}
