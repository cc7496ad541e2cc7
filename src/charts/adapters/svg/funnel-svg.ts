import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { FunnelChart, FunnelUnit } from '../../domain/funnel-chart';
import { periodTitle } from '../../../kernel/period';
import { LEVEL_WORDS } from '../../../kernel/words/codes';
import type { Language } from '../../../kernel/language';
import { CHART_WORDS, PLACE_WORDS } from '../../../kernel/words/charts';
import { element, textElement, type Svg } from './element';
import { chartId, emptyText, framed, legendHeight } from './frame';
import { funnelDescription, funnelLegend, PLACE_SIGNS } from './funnel-legend';
import { labelsBeside } from './labels';
import { INNER, OUTER, PLOT, QUIET, WIDTH } from './look';
import { percentAxis, percentScale, targetLine } from './percent-axis';
import { shareWords } from './share-text';
import { FEW_SIGN, ring } from './signs';
import { mark } from './symbols';

const HEIGHT = 560;

/** A funnel plot as an SVG document. */
export function funnelSvg(chart: FunnelChart, language: Language, own?: string): Svg {
  const { indicator, period, level, overall, units, limits } = chart;
  const id = chartId([chart, own], language);
  const legend = funnelLegend(chart, language, own);
  const [top, bottom, right] = [PLOT.top + legendHeight(legend) + 6, HEIGHT - 76, WIDTH - PLOT.right];
  const drawn = units.filter((unit): unit is DrawnUnit => unit.percent !== null);
  const smallest = Math.min(...drawn.map(({ denominator }) => denominator ?? 0));
  const near = limits.filter(({ denominator }) => denominator >= smallest);
  const values = [...drawn.map(({ percent }) => percent), ...near.flatMap(({ outer }) => outer)];
  const y = percentScale([...values, ...(drawn.length === 0 ? [] : [indicator.target.percent])], top, bottom);
  const x = scaleLinear()
    .domain([0, limits.at(-1)?.denominator ?? 10])
    .range([PLOT.left, right]);
  const points = drawn.map((unit) => ({
    unit,
    text: unit.unit.name,
    x: x(unit.denominator ?? 0),
    y: y(unit.percent),
  }));
  const isOwn = ({ unit }: { readonly unit: DrawnUnit }): boolean => unit.unit.id === own;
  return framed(
    id,
    {
      language,
      height: HEIGHT,
      title: `${indicator.number} ${indicator.title[language]}`,
      subtitle: `${CHART_WORDS.funnel[language]}: ${LEVEL_WORDS[level][language]}, ${periodTitle(period)[language]}`,
      description: funnelDescription(chart, language),
      legend,
      heading: chart,
    },
    [
      element(
        'clipPath',
        { id: `${id}-plot` },
        element('rect', { x: PLOT.left, y: top, width: right - PLOT.left, height: bottom - top }),
      ),
    ],
    [
      ...percentAxis(y, right),
      ...x
        .ticks(8)
        .map((size) =>
          textElement('text', { x: x(size), y: bottom + 18, 'text-anchor': 'middle', fill: QUIET }, String(size)),
        ),
      textElement(
        'text',
        { x: (PLOT.left + right) / 2, y: bottom + 38, 'text-anchor': 'middle' },
        CHART_WORDS.decided[language],
      ),
      ...targetLine(y, indicator.target),
      ...(overall === null
        ? [emptyText(top, bottom, language)]
        : funnelLines(chart, overall, { x, y, clip: `${id}-plot` })),
      ...points.map((point) => unitMark(point.unit, point.x, point.y, language)),
      ...points.filter(isOwn).map(({ x: atX, y: atY }) => ring(atX, atY)),
      ...labelsBeside(
        [
          ...points.filter(isOwn),
          ...points.filter((point) => !isOwn(point) && point.unit.place !== null && point.unit.place !== 'inside'),
        ],
        points,
        { left: PLOT.left, right },
      ),
    ],
  );
}

/** The line all units lie around, and the limits; `clip` names the field outside which nothing is drawn. */
function funnelLines(
  { limits }: FunnelChart,
  overall: number,
  {
    x,
    y,
    clip,
  }: { readonly x: (size: number) => number; readonly y: (percent: number) => number; readonly clip: string },
): Svg[] {
  const [from, to] = [x(0), x(limits.at(-1)?.denominator ?? 0)];
  const curve = (pair: 'inner' | 'outer', end: 0 | 1): Svg => {
    const points = limits.map((step): [number, number] => [x(step.denominator), y(step[pair][end])]);
    return element('path', {
      class: `limit-${pair}`,
      d: line()(points) ?? '',
      fill: 'none',
      stroke: pair === 'inner' ? INNER : OUTER,
      'stroke-width': 1.5,
      'stroke-dasharray': pair === 'inner' ? '6 4' : undefined,
      'clip-path': `url(#${clip})`,
    });
  };
  return [
    element('line', { x1: from, x2: to, y1: y(overall), y2: y(overall), stroke: QUIET, 'stroke-width': 1.5 }),
    curve('inner', 0),
    curve('inner', 1),
    curve('outer', 0),
    curve('outer', 1),
  ];
}

type DrawnUnit = FunnelUnit & { readonly percent: number };

function unitMark(unit: DrawnUnit, x: number, y: number, language: Language): Svg {
  const { shape, colour } = unit.place === null ? FEW_SIGN : PLACE_SIGNS[unit.place];
  const place = unit.place === null ? [] : [PLACE_WORDS[unit.place][language]];
  const title = `${unit.unit.name}: ${[shareWords(unit, language), ...place].join(', ')}`;
  return mark(shape, x, y, { colour, hollow: unit.feeds === 'disturbed' }, textElement('title', {}, title));
}
