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
import {
  boundsEntry,
  fewEntries,
  hatchEntry,
  hollowEntries,
  lineEntry,
  nothingEntries,
  shapeEntry,
  whiskerEntry,
} from './signs';
import { parsePeriod, periodTitle } from '../../../kernel/period';

/** A period, its share, level and change in words. */
export function pointWords(point: TrendPoint, language: Language): string {
  const level = point.level === null ? [] : [GOAL_LEVEL_WORDS[point.level][language]];
  const change =
    point.change === null
      ? []
      : [`${CHANGE_WORDS[point.change.meaning][language]} (${againstText(point.change.against, language)})`];
  return [`${periodTitle(point.period)[language]}: ${shareWords(point, language)}`, ...level, ...change].join(', ');
}

/** The name of a period a change is told against, in words. */
function againstText(name: string, language: Language): string {
  const period = parsePeriod(name);
  return period === undefined ? name : periodTitle(period)[language];
}

/** Whether the ends between which a share must lie are two. */
export const areBoundsApart = ({ bounds: { lower, upper } }: Pick<TrendPoint, 'bounds'>): boolean =>
  lower !== null && upper !== null && lower < upper;

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
    ...(points.some((point) => point.percent !== null && areBoundsApart(point)) ? [boundsEntry(language)] : []),
    lineEntry(TARGET, `${CHART_WORDS.target[language]} ${targetText(indicator.target, language)}`, '2 4'),
    ...changes.map((meaning) => ({
      sign: (x: number, y: number) =>
        changeArrow({ meaning, change: risesWhen(meaning, indicator.target.direction) }, x, y),
      text: CHANGE_WORDS[meaning][language],
    })),
    ...hollowEntries(points, language),
    ...nothingEntries(points, language),
    ...(has('disturbed') ? [hatchEntry(hatch, FEED_MARK_WORDS.disturbed[language], 14)] : []),
    ...(has('touched') ? [hatchEntry(hatch, FEED_MARK_WORDS.touched[language], 5)] : []),
  ];
}

const risesWhen = (meaning: 'better' | 'worse', direction: 'at-least' | 'at-most'): 'higher' | 'lower' =>
  (meaning === 'better') === (direction === 'at-least') ? 'higher' : 'lower';
