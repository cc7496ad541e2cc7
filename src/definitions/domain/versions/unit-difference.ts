import { BOUND_COUNTS } from '../../../counting/domain/bounds';
import { estimatedRate, type Figures } from '../../../counting/domain/figures';
import { levelOf, type GoalLevel } from '../../../counting/domain/statistics/goal-level';
import type { Level, Unit } from '../../../kernel/unit';
import { rowsOf, type DifferenceQuestion, type Version } from './version';

/** A unit's figures under one version, as far as they are compared. */
type UnitFigures = Pick<Figures, 'estimate' | 'bounds' | 'reported'> & {
  readonly level: GoalLevel | null;
};

/** A unit whose figures differ; null where the version does not have the indicator. */
export interface UnitDifference {
  readonly indicator: string;
  readonly unit: Unit;
  readonly before: UnitFigures | null;
  readonly after: UnitFigures | null;
  readonly levelChanges: boolean;
}

/** Every unit of a level under both versions, indicator by indicator. */
export function unitDifferences(
  before: Version,
  after: Version,
  question: DifferenceQuestion,
  level: Level,
): UnitDifference[] {
  const [was, is] = [before, after].map((version) => {
    const targets = new Map(version.basis.set.indicators.map(({ key, target }) => [key, target]));
    const named = rowsOf(version, question, level).map((row) => {
      const { indicator, unit, estimate, bounds, reported } = row;
      const target = targets.get(indicator);
      const goal = target === undefined ? null : levelOf(estimatedRate(row), target, version.basis.fewest);
      return [`${indicator} ${unit.id}`, { indicator, unit, estimate, bounds, reported, level: goal }] as const;
    });
    return new Map(named);
  }) as [Map<string, UnitFigures & Named>, Map<string, UnitFigures & Named>];
  const names = new Map([...was, ...is]);
  return [...names].map(([name, { indicator, unit }]) => {
    const [a, b] = [figuresOf(was.get(name)), figuresOf(is.get(name))];
    return { indicator, unit, before: a, after: b, levelChanges: (a?.level ?? null) !== (b?.level ?? null) };
  });
}

interface Named {
  readonly indicator: string;
  readonly unit: Unit;
}

function figuresOf(row: UnitFigures | undefined): UnitFigures | null {
  if (row === undefined) return null;
  const { estimate, bounds, reported, level } = row;
  return { estimate, bounds, reported, level };
}

/** True when the figures, the bounds or the goal level are not the same under both. */
export function isOther({ before, after, levelChanges }: UnitDifference): boolean {
  if (levelChanges) return true;
  for (const share of ['estimate', 'reported'] as const) {
    const [was, is] = [before?.[share], after?.[share]];
    if (was?.numerator !== is?.numerator || was?.denominator !== is?.denominator) return true;
  }
  return BOUND_COUNTS.some((name) => before?.bounds[name] !== after?.bounds[name]);
}
