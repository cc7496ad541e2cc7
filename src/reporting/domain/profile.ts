import type { IndicatorDefinition } from '../../kernel/definition';
import { percentOf } from '../../counting/domain/percent';
import type { ShownRow } from '../../disclosure/domain/shown-row';
import { estimatedRate } from '../../counting/domain/figures';
import { isTooFew, type Proportion, type Rate } from '../../counting/domain/statistics/proportion';
import type { Composition } from '../../counting/domain/statistics/composition';
import { changeOf, meaningOf, type Change, type ChangeMeaning } from '../../counting/domain/statistics/change';
import { levelOf, type GoalLevel } from '../../counting/domain/statistics/goal-level';

type Target = IndicatorDefinition['target'];

/** What of the period is still open and could yet be fulfilled inside its window, and what that would do. */
interface Recoverable {
  readonly metSoFar: number;
  readonly pending: number;
  /** The estimate with those met so far in it, if each pending one were met, and if none were. */
  readonly percentIfMet: number | null;
  readonly percentIfNotMet: number | null;
  readonly levelIfMet: GoalLevel | null;
}

/** One indicator of a unit's profile. */
export interface ProfileRow extends Omit<ShownRow, 'unit'> {
  readonly target: Target;
  /** By the estimate, as charts have it; null where there is none or it rests on too few. */
  readonly level: GoalLevel | null;
  /** The estimate rests on fewer than it takes for a level or a change. */
  readonly tooFew: boolean;
  /** Against the period before, of closed windows both; told only when neither chance at 99.8 % nor that others are heard explains it. */
  readonly change: { readonly direction: Change; readonly meaning: ChangeMeaning } | null;
  readonly before: Pick<ShownRow, 'estimate' | 'estimateFrom' | 'bounds' | 'reported'> | null;
  readonly recoverable: Recoverable;
}

/** What an indicator is judged by. */
interface Judged {
  readonly target: Target;
  /** Of fewer no level and no change is told. */
  readonly fewest: number;
  /** How far the shares of the two periods may lie apart because others are heard. */
  readonly composition: () => Composition;
}

/** An indicator of a unit with its goal level, its change (of at least `fewest` each) and what can still be recovered. */
export function profileRow(
  row: ShownRow,
  before: ShownRow | undefined,
  { target, fewest, composition }: Judged,
): ProfileRow {
  const { unit: _unit, ...figures } = row;
  const now = estimatedRate(row);
  const change = before === undefined ? null : changeOf(now, estimatedRate(before), { fewest, composition });
  return {
    ...figures,
    target,
    level: levelOf(now, target, fewest),
    tooFew: isTooFew(now, fewest),
    change: change === null ? null : { direction: change, meaning: meaningOf(change, target) },
    before:
      before === undefined
        ? null
        : {
            estimate: before.estimate,
            estimateFrom: before.estimateFrom,
            bounds: before.bounds,
            reported: before.reported,
          },
    recoverable: recoverableOf(now, row.stillOpen, target, fewest),
  };
}

function recoverableOf(
  { numerator, denominator, restsOn = denominator }: Rate,
  { metSoFar, pending }: ShownRow['stillOpen'],
  target: Target,
  fewest: number,
): Recoverable {
  const all = denominator + metSoFar + pending;
  const met = numerator + metSoFar;
  return {
    metSoFar,
    pending,
    percentIfMet: percentOf(met + pending, all),
    percentIfNotMet: percentOf(met, all),
    levelIfMet: levelOf(
      { numerator: met + pending, denominator: all, restsOn: restsOn + all - denominator },
      target,
      fewest,
    ),
  };
}

export type LevelCounts = Readonly<Record<GoalLevel | 'tooFew' | 'undecided', number>>;

/** How many indicators stand at each level; those with too few, and those with nothing decided, apart. */
export function levelCounts(rows: readonly ProfileRow[]): LevelCounts {
  const counts = { high: 0, moderate: 0, low: 0, tooFew: 0, undecided: 0 };
  for (const { level, tooFew } of rows) counts[level ?? (tooFew ? 'tooFew' : 'undecided')] += 1;
  return counts;
}

/**
 * The indicators whose estimate is furthest above and furthest below their target, in percentage points in the
 * target's direction, at most `most` each; those without a level (nothing or too few decided) are in neither,
 * and none is in both.
 */
export function bestAndWorst(
  rows: readonly ProfileRow[],
  most = 3,
): { readonly best: readonly string[]; readonly worst: readonly string[] } {
  const ranked = rows
    .flatMap((row) => {
      return row.level === null ? [] : [{ row, margin: marginOf(row.estimate, row.target) }];
    })
    .sort((a, b) => b.margin - a.margin || a.row.number - b.row.number);
  const side = Math.min(most, Math.floor(ranked.length / 2));
  const keys = ranked.map(({ row }) => row.indicator);
  return { best: keys.slice(0, side), worst: keys.slice(keys.length - side).reverse() };
}

function marginOf({ numerator, denominator }: Proportion, target: Target): number {
  const above = (100 * numerator) / denominator - target.percent;
  return target.direction === 'at-least' ? above : -above;
}
