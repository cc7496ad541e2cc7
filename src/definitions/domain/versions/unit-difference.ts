import { BOUND_COUNTS } from '../../../counting/domain/bounds';
import type { Figures } from '../../../counting/domain/figures';
import { levelOf, type GoalLevel } from '../../../counting/domain/statistics/goal-level';
import type { Level, Unit } from '../../../kernel/unit';
import { rowsOf, type DifferenceQuestion, type Version } from './version';

/** A unit's figures under one version, as far as they are compared. */
type UnitFigures = Pick<Figures, 'numerator' | 'denominator' | 'percent' | 'bounds'> & {
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
      const { indicator, unit, numerator, denominator, percent, bounds } = row;
      const target = targets.get(indicator);
      const goal = target === undefined ? null : levelOf(row, target);
      return [
        `${indicator} ${unit.id}`,
        { indicator, unit, numerator, denominator, percent, bounds, level: goal },
      ] as const;
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
  const { numerator, denominator, percent, bounds, level } = row;
  return { numerator, denominator, percent, bounds, level };
}

/** True when the figures, the bounds or the goal level are not the same under both. */
export function isOther({ before, after, levelChanges }: UnitDifference): boolean {
  if (levelChanges || before?.numerator !== after?.numerator || before?.denominator !== after?.denominator) return true;
  return BOUND_COUNTS.some((name) => before?.bounds[name] !== after?.bounds[name]);
}
