import type { ControlChart } from '../../domain/control-chart';
import type { FunnelChart } from '../../domain/funnel-chart';
import type { LevelTable } from '../../domain/level-table';
import type { TrendChart } from '../../domain/trend-chart';
import type { Language } from '../../../kernel/language';
import { controlSvg } from './control-svg';
import type { Svg } from './element';
import { funnelSvg } from './funnel-svg';
import { levelsSvg } from './levels-svg';
import { trendSvg } from './trend-svg';

export type Chart = FunnelChart | ControlChart | TrendChart | LevelTable;

/**
 * Draws a chart; the same chart in the same language gives the same bytes. Where units are compared, `own` is the id of
 * one that is marked and named.
 */
export function chartSvg(chart: Chart, language: Language, own?: string): Svg {
  switch (chart.chart) {
    case 'funnel':
      return funnelSvg(chart, language, own);
    case 'control':
      return controlSvg(chart, language);
    case 'trend':
      return trendSvg(chart, language);
    case 'levels':
      return levelsSvg(chart, language, own);
  }
}
