import type { Cases } from '../../counting/domain/cases';
import { countByUnit, type Counting, type UnitTallies } from '../../counting/domain/counting';
import { ALIKE, type Composition } from '../../counting/domain/statistics/composition';
import type { IndicatorDefinition } from '../../kernel/definition';
import type { Period } from '../../kernel/period';
import type { Exit } from './exit';

/** What is compared: units of a level in a period and in the one before. */
export interface Compared extends Omit<Counting, 'period'> {
  readonly now: Period;
  readonly before: Period;
}

/**
 * How far a unit's share of a period may lie from that of the one before because others were heard, made of counts as
 * they are shown. Only differences that chance does not explain ask, so an indicator is counted again when it is asked of.
 */
export function shownCompositions(
  cases: Cases,
  { now, before, ...counting }: Compared,
  exit: Exit,
): (indicator: Pick<IndicatorDefinition, 'key' | 'sources'>, unit: string) => Composition {
  const known = new Map<string, readonly [now: UnitTallies, before: UnitTallies]>();
  return ({ key, sources }, unit) => {
    let tallies = known.get(key);
    if (tallies === undefined) {
      const counted = (period: Period): UnitTallies => countByUnit(cases, { ...counting, period }, [key]);
      known.set(key, (tallies = [counted(now), counted(before)]));
    }
    const [later, earlier] = tallies.map((of) => of.get(key)?.get(unit));
    return later === undefined || earlier === undefined
      ? ALIKE
      : later.compositionAgainst(earlier, sources, exit.count);
  };
}
