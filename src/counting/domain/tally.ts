import type { OutcomeReason } from '../../kernel/decision';
import type { IntervalMethod } from '../../kernel/interval-method';
import type { Sector } from '../../kernel/organisation';
import { figuresOf, type Figures } from './figures';
import { SINGLE_COUNTS, singleCounts, singleCountsOf, type FigureCounts, type SingleCount } from './figure-counts';
import type { Mark } from './mark';
import { WHOLE } from './organisation-parts';
import type { KnownIntervals } from './statistics/interval';

/** Counts decisions of one indicator and one unit. */
export class Tally {
  private readonly sums = singleCounts(() => 0);
  private readonly metBy = new Map<Sector, number>();
  private readonly unknownFor = new Map<OutcomeReason, number>();

  /** Counts a decision, or several of the same mark. */
  add(mark: Mark, times = 1): void {
    const counts = singleCountsOf(mark);
    for (const name in counts) this.sums[name as SingleCount] += times * (counts[name as SingleCount] as number);
    if (counts.met === 1 && mark.sector !== undefined) addTo(this.metBy, mark.sector, times);
    if (counts.unknown === 1 && mark.reason !== undefined) addTo(this.unknownFor, mark.reason, times);
  }

  /** Counts all that another tally did. */
  include(other: Tally): void {
    for (const name of SINGLE_COUNTS) this.sums[name] += other.sums[name];
    for (const [sector, times] of other.metBy) addTo(this.metBy, sector, times);
    for (const [reason, times] of other.unknownFor) addTo(this.unknownFor, reason, times);
  }

  /** What was counted so far. */
  counts(): FigureCounts {
    const single = singleCounts((name) => this.sums[name]);
    return { single, metBy: new Map(this.metBy), unknownFor: new Map(this.unknownFor) };
  }

  /** The figures of what was counted so far. */
  figures(method: IntervalMethod = 'exact', known?: KnownIntervals): Figures {
    return figuresOf(this.counts(), WHOLE, method, known);
  }
}

function addTo<K>(counts: Map<K, number>, key: K, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
