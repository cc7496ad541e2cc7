import { line } from 'd3-shape';
import type { TrendChart, TrendPoint } from '../../domain/trend-chart';
import { LEVEL_SIGNS } from '../../../counting/domain/statistics/goal-level';
import type { Language } from '../../../kernel/language';
import { changeArrow } from './change-arrow';
import { CHART_WORDS, STEP_WORDS } from '../../../kernel/words/charts';
import { element, textElement, type Svg } from './element';
import { chartId, emptyText, framed, legendHeight } from './frame';
import { LINE, PLOT, QUIET, WIDTH } from './look';
import { percentAxis, percentScale, targetLine } from './percent-axis';
import { emptyPeriods, periodAxis, periodScale, silentFields } from './period-axis';
import { boundsField, FEW_SIGN, hatchPattern } from './signs';
import { mark } from './symbols';
import { areBoundsApart, pointWords, trendLegend } from './trend-legend';

const HEIGHT = 480;
const WHISKER = 5;

type Drawn = TrendPoint & { readonly percent: number };

/** A trend with confidence intervals as an SVG document. */
export function trendSvg(chart: TrendChart, language: Language): Svg {
  const { indicator, unit, by, points } = chart;
  const id = chartId(chart, language);
  const hatch = `${id}-hatch`;
  const legend = trendLegend(chart, hatch, language);
  const [top, bottom, right] = [PLOT.top + legendHeight(legend) + 6, HEIGHT - 58, WIDTH - PLOT.right];
  const x = periodScale(points.map(({ period }) => period));
  const drawn = points.filter((point): point is Drawn => point.percent !== null);
  const values = drawn.flatMap((point) => {
    const { percent, interval, bounds } = point;
    return [
      ...(areBoundsApart(point) ? [bounds.lower ?? percent, bounds.upper ?? percent] : []),
      percent,
      interval?.lower ?? percent,
      interval?.upper ?? percent,
    ];
  });
  const y = percentScale([...values, ...(drawn.length === 0 ? [] : [indicator.target.percent])], top, bottom);
  const at = ({ period }: TrendPoint): number => x(period.name) ?? 0;
  const shares = line<TrendPoint>(at, ({ percent }) => y(percent ?? 0)).defined(({ percent }) => percent !== null);
  return framed(
    id,
    {
      language,
      height: HEIGHT,
      title: `${indicator.number} ${indicator.title[language]}`,
      subtitle: `${CHART_WORDS.trend[language]}: ${unit.name}, ${STEP_WORDS[by][language]}`,
      description: points.map((point) => `${pointWords(point, language)}.`).join(' '),
      legend,
      heading: chart,
    },
    [hatchPattern(hatch)],
    [
      ...silentFields(points, x, { top, bottom, hatch }),
      ...percentAxis(y, right),
      ...periodAxis(
        points.map(({ period }) => period),
        x,
        bottom,
        language,
      ),
      ...emptyPeriods(points, x, bottom),
      ...drawn
        .filter(areBoundsApart)
        .map((point) => boundsField(at(point), y(point.bounds.upper ?? 0), y(point.bounds.lower ?? 0))),
      ...targetLine(y, indicator.target),
      ...(drawn.length === 0 ? [emptyText(top, bottom, language)] : []),
      element('path', { d: shares([...points]) ?? '', fill: 'none', stroke: LINE, 'stroke-width': 1.5 }),
      ...drawn.flatMap((point) => [
        ...whisker(point, at(point), y),
        pointMark(point, at(point), y(point.percent), language),
        ...arrowOf(point, at(point), y(point.interval?.upper ?? point.percent)),
      ]),
    ],
  );
}

function whisker({ interval }: Drawn, x: number, y: (percent: number) => number): Svg[] {
  if (interval === null) return [];
  const [lower, upper] = [y(interval.lower).toFixed(2), y(interval.upper).toFixed(2)];
  const [left, right] = [(x - WHISKER).toFixed(2), (x + WHISKER).toFixed(2)];
  const d = `M${left},${lower}H${right}M${left},${upper}H${right}M${x.toFixed(2)},${lower}V${upper}`;
  return [element('path', { class: 'interval', d, fill: 'none', stroke: QUIET })];
}

function pointMark(point: Drawn, x: number, y: number, language: Language): Svg {
  const sign = point.level === null ? FEW_SIGN : LEVEL_SIGNS[point.level];
  const look = { colour: sign.colour, hollow: point.feeds === 'disturbed' };
  return mark(sign.shape, x, y, look, textElement('title', {}, pointWords(point, language)));
}

function arrowOf({ change }: Drawn, x: number, y: number): Svg[] {
  return change === null || change.change === 'none' ? [] : [changeArrow(change, x, y - 12)];
}
