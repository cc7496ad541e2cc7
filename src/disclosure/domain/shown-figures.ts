import { figuresOf, type Figures } from '../../counting/domain/figures';
import { singleCounts, type FigureCounts } from '../../counting/domain/figure-counts';
import type { KeyedFigureCounts, KeyedTally } from '../../counting/domain/keyed-tally';
import type { IndicatorDefinition } from '../../kernel/definition';
import type { IntervalMethod } from '../../kernel/interval-method';
import type { Disclosed } from './disclosed';
import { marked } from './mark';
import type { Exit } from './exit';

/**
 * The figures of a tally as an exit lets them out: made of shown counts and of nothing else; that goes for what
 * organisations that should have reported (`sources`) count too, from which the estimate's interval is made.
 */
export function shownFigures(
  tally: KeyedTally,
  exit: Exit,
  { sources, method }: { readonly sources: IndicatorDefinition['sources']; readonly method: IntervalMethod },
): Disclosed<Figures> {
  const reach = tally.reach(sources, exit.count);
  return marked(figuresOf(shownCounts(tally.counts(), exit), reach, method, exit.intervals));
}

function shownCounts({ counts, keys }: KeyedFigureCounts, exit: Exit): FigureCounts {
  return {
    single: singleCounts((name) => exit.count({ count: counts.single[name], key: keys.single[name] })),
    metBy: shownParts(counts.metBy, keys.metBy, exit),
    unknownFor: shownParts(counts.unknownFor, keys.unknownFor, exit),
  };
}

/** The parts that are shown as more than nothing: that one stands there with a zero would tell of somebody. */
function shownParts<K>(counts: ReadonlyMap<K, number>, keys: ReadonlyMap<K, number>, exit: Exit): Map<K, number> {
  const shown = [...counts].map(([part, count]) => [part, exit.count({ count, key: keys.get(part) ?? 0 })] as const);
  return new Map(shown.filter(([, count]) => count > 0));
}

const OF_ANYBODY = ['met', 'notMet', 'unknown', 'metSoFar', 'pending', 'excluded', 'notApplicable'] as const;

/** Whether the figures of a tally are zeros alone. */
export function showsNobody(tally: KeyedTally, exit: Exit): boolean {
  const { counts, keys } = tally.counts();
  return OF_ANYBODY.every((name) => exit.count({ count: counts.single[name], key: keys.single[name] }) === 0);
}
