import { isAtLeastPercent, isAtMostPercent } from '../../../kernel/decimal';
import type { IndicatorDefinition } from '../../../kernel/definition';
import { isTooFew, type Rate } from './proportion';

type Target = IndicatorDefinition['target'];

export const GOAL_LEVELS = ['high', 'moderate', 'low'] as const;
export type GoalLevel = (typeof GOAL_LEVELS)[number];

/**
 * How far a unit is towards the target, by its two cut points in the target's direction; null when nothing was
 * decided, or of fewer than `fewest`. Compared exactly: 74.96 % is shown as 75.0 % and does not reach a cut point of 75.
 */
export function levelOf(rate: Rate, { direction, levels }: Target, fewest: number): GoalLevel | null {
  const { numerator, denominator } = rate;
  if (denominator === 0 || isTooFew(rate, fewest)) return null;
  const reaches = direction === 'at-least' ? isAtLeastPercent : isAtMostPercent;
  if (reaches(numerator, levels.high, denominator)) return 'high';
  return reaches(numerator, levels.moderate, denominator) ? 'moderate' : 'low';
}

/** A level is told by shape, colour and words at once, so that it is understood without colour and without the legend. */
export interface LevelSign {
  readonly shape: 'circle' | 'diamond' | 'triangle-down';
  /** Dark enough to be told from white and from each other (contrast at least 3 : 1). */
  readonly colour: string;
}

export const LEVEL_SIGNS: Readonly<Record<GoalLevel, LevelSign>> = {
  high: {
    shape: 'circle',
    colour: '#1b7f5c',
  },
  moderate: {
    shape: 'diamond',
    colour: '#b7791f',
  },
  low: {
    shape: 'triangle-down',
    colour: '#b3261e',
  },
};
