import type { TrendChart, TrendPoint } from '../../domain/trend-chart';
import { GOAL_LEVELS, LEVEL_SIGNS } from '../../../counting/domain/statistics/goal-level';
import type { Language } from '../../../kernel/language';
import { changeArrow } from './change-arrow';
import { CHANGE_WORDS, CHART_WORDS, FEED_MARK_WORDS } from '../../../kernel/words/charts';
import { GOAL_LEVEL_WORDS } from '../../../kernel/words/codes';
import type { LegendEntry } from './frame';
import { QUIET, TARGET } from './look';
import { targetText } from './percent-axis';
import { shareWords } from './share-text';
import { fewEntries, hatchEntry, lineEntry, shapeEntry, whiskerEntry } from './signs';

/** A period, its share, level and change in words. */
export function pointWords(point: TrendPoint, language: Language): string {
  const level = point.level === null ? [] : [GOAL_LEVEL_WORDS[point.level][language]];
  const change =
    point.change === null ? [] : [`${CHANGE_WORDS[point.change.meaning][language]} (${point.change.against})`];
  return [`${point.period.name}: ${shareWords(point, language)}`, ...level, ...change].join(', ');
}

/** What the trend's signs mean. */
export function trendLegend(
  { points, indicator, fewest }: TrendChart,
  hatch: string,
  language: Language,
): LegendEntry[] {
  const has = (feeds: string): boolean => points.some((point) => point.feeds === feeds);
  const changes = (['better', 'worse'] as const).filter((meaning) =>
    points.some(({ change }) => change?.meaning === meaning),
  );
  return [
    ...GOAL_LEVELS.map((level) =>
      shapeEntry(LEVEL_SIGNS[level].shape, LEVEL_SIGNS[level].colour, GOAL_LEVEL_WORDS[level][language]),
    ),
    ...fewEntries(points, fewest, language),
    whiskerEntry(QUIET, CHART_WORDS.interval[language]),
    lineEntry(TARGET, `${CHART_WORDS.target[language]} ${targetText(indicator.target, language)}`, '2 4'),
    ...changes.map((meaning) => ({
      sign: (x: number, y: number) =>
        changeArrow({ meaning, change: risesWhen(meaning, indicator.target.direction) }, x, y),
      text: CHANGE_WORDS[meaning][language],
    })),
    ...(has('disturbed') ? [hatchEntry(hatch, FEED_MARK_WORDS.disturbed[language], 14)] : []),
    ...(has('touched') ? [hatchEntry(hatch, FEED_MARK_WORDS.touched[language], 5)] : []),
  ];
}

const risesWhen = (meaning: 'better' | 'worse', direction: 'at-least' | 'at-most'): 'higher' | 'lower' =>
  (meaning === 'better') === (direction === 'at-least') ? 'higher' : 'lower';
