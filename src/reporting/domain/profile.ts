import type { IndicatorDefinition } from '../../kernel/definition';
import { percentOf } from '../../counting/domain/percent';
import { toldShare, type ShownCount, type ShownRow, type ToldShare } from '../../disclosure/domain/shown-row';
import { changeOf, meaningOf, type Change, type ChangeMeaning } from '../../counting/domain/statistics/change';
import { levelOf, type GoalLevel } from '../../counting/domain/statistics/goal-level';

type Target = IndicatorDefinition['target'];

/** What is still undecided of the period and could yet be fulfilled inside its window, and what that would do. */
interface Recoverable {
  /** Decisions still pending. */
  readonly pending: number;
  /** The percentage if each of them were met, and if none were. */
  readonly percentIfMet: number | null;
  readonly percentIfNotMet: number | null;
  readonly levelIfMet: GoalLevel | null;
}

/** One indicator of a unit's profile; whatever a hidden count would tell is null. */
export interface ProfileRow extends Omit<ShownRow, 'unit'> {
  readonly target: Target;
  /** By the estimate, as charts have it: decisions no source's trouble touched. */
  readonly level: GoalLevel | null;
  /** Against the period before; told only when more than chance at 99 %. */
  readonly change: { readonly direction: Change; readonly meaning: ChangeMeaning } | null;
  readonly before: Pick<ShownRow, 'numerator' | 'denominator' | 'percent' | 'estimate'> | null;
  readonly recoverable: Recoverable | null;
}

/** An indicator of a unit with its goal level, its change and what can still be recovered. */
export function profileRow(row: ShownRow, before: ShownRow | undefined, target: Target): ProfileRow {
  const { unit: _unit, ...figures } = row;
  const now = toldShare(row.estimate);
  const was = before === undefined ? null : toldShare(before.estimate);
  const change = now === null || was === null ? null : changeOf(now, was);
  return {
    ...figures,
    target,
    level: now === null ? null : levelOf(now, target),
    change: change === null ? null : { direction: change, meaning: meaningOf(change, target) },
    before:
      before === undefined
        ? null
        : {
            numerator: before.numerator,
            denominator: before.denominator,
            percent: before.percent,
            estimate: before.estimate,
          },
    recoverable: now === null ? null : recoverableOf(now, row.pending, target),
  };
}

function recoverableOf({ numerator, denominator }: ToldShare, pending: ShownCount, target: Target): Recoverable | null {
  if (pending === null) return null;
  const all = denominator + pending;
  return {
    pending,
    percentIfMet: percentOf(numerator + pending, all),
    percentIfNotMet: percentOf(numerator, all),
    levelIfMet: levelOf({ numerator: numerator + pending, denominator: all }, target),
  };
}

/** How many indicators stand at each level; those with nothing decided, or hidden, apart. */
export function levelCounts(rows: readonly ProfileRow[]): Readonly<Record<GoalLevel | 'undecided', number>> {
  const counts = { high: 0, moderate: 0, low: 0, undecided: 0 };
  for (const { level } of rows) counts[level ?? 'undecided'] += 1;
  return counts;
}

/**
 * The indicators whose estimate is furthest above and furthest below their target, in percentage points in the
 * target's direction, at most `most` each; those with nothing decided, or hidden, are in neither, and none is in both.
 */
export function bestAndWorst(
  rows: readonly ProfileRow[],
  most = 3,
): { readonly best: readonly string[]; readonly worst: readonly string[] } {
  const ranked = rows
    .flatMap((row) => {
      const told = toldShare(row.estimate);
      return told === null || told.denominator === 0 ? [] : [{ row, margin: marginOf(told, row.target) }];
    })
    .sort((a, b) => b.margin - a.margin || a.row.number - b.row.number);
  const side = Math.min(most, Math.floor(ranked.length / 2));
  const keys = ranked.map(({ row }) => row.indicator);
  return { best: keys.slice(0, side), worst: keys.slice(keys.length - side).reverse() };
}

function marginOf({ numerator, denominator }: ToldShare, target: Target): number {
  const above = (100 * numerator) / denominator - target.percent;
  return target.direction === 'at-least' ? above : -above;
}
